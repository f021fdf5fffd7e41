package io.github.chalicemaven.deploy;

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
   */
  public static List<String> of(Stack stack, List<StackResource> resources, String region) {
    List<String> steps = new ArrayList<>();
    for (StackResource resource : resources) {
      if (resource.type().matches("AWS::Code(Star)?Connections::Connection")) {
        steps.add(
            "Complete the connection "
                + resource.physicalId()
                + " if it is pending: "
                + ConsolePages.connections(region));
      }
    }
    stack.output("SourceRepoURL").ifPresent(url -> steps.add("Push the application to " + url));
    pipeline(resources)
        .ifPresent(name -> steps.add("The pipeline: " + ConsolePages.pipeline(region, name)));
    return steps;
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
