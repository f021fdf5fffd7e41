package io.github.chalicemaven.deploy.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.chalicemaven.core.render.CommonOutputs;
import io.github.chalicemaven.deploy.service.ConnectionService;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person does once the pipeline's stack stands. */
public final class NextSteps {

  private NextSteps() {}

  /**
   * The steps, a line each.
   *
   * @param stack the pipeline's stack
   * @param resources its resources
   * @param region its region
   * @param connections who tells how a connection stands; it may not be allowed to
   */
  public static List<String> of(
      Stack stack, List<StackResource> resources, String region, ConnectionService connections) {
    List<String> steps = new ArrayList<>();
    for (StackResource resource : resources) {
      if (resource.type().matches("AWS::Code(Star)?Connections::Connection")) {
        String status = status(resource.physicalId(), connections);
        if (!status.equals("AVAILABLE")) {
          steps.add(
              "Complete the connection "
                  + resource.physicalId()
                  + (status.isEmpty() ? " if it is pending: " : ", which is " + status + ": ")
                  + ConsolePages.connections(region));
        }
      }
    }
    stack
        .output(CommonOutputs.SOURCE_URL)
        .ifPresent(url -> steps.add("Push the application to " + url));
    pipeline(resources)
        .ifPresent(name -> steps.add("The pipeline: " + ConsolePages.pipeline(region, name)));
    return steps;
  }

  /** How a connection stands; empty where AWS does not tell. */
  private static String status(String arn, ConnectionService connections) {
    try {
      return Json.parse(connections.connection(arn))
          .path("Connection")
          .path("ConnectionStatus")
          .asText();
    } catch (DeploymentException | JsonProcessingException e) {
      return "";
    }
  }

  /** The name of the pipeline among the resources. */
  public static Optional<String> pipeline(List<StackResource> resources) {
    return resources.stream()
        .filter(resource -> resource.type().equals("AWS::CodePipeline::Pipeline"))
        .map(StackResource::physicalId)
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}
