package io.github.chalicemaven.deploy.aws;

import static io.github.chalicemaven.deploy.aws.Calls.call;

import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.ChangeSet;
import io.github.chalicemaven.deploy.service.ResourceChange;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackRequest;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import software.amazon.awssdk.services.sts.StsClient;

/** CloudFormation through the SDK. */
final class CloudFormationStacks implements StackService {

  private final CloudFormationClient client;
  private final StsClient sts;
  private final String region;

  CloudFormationStacks(CloudFormationClient client, StsClient sts, String region) {
    this.client = client;
    this.sts = sts;
    this.region = region;
  }

  @Override
  public Caller caller() {
    var identity = call("sts:GetCallerIdentity", sts::getCallerIdentity);
    return new Caller(identity.account(), identity.arn(), region);
  }

  @Override
  public Optional<Stack> find(String nameOrId) {
    return call("cloudformation:DescribeStacks", () -> described(nameOrId));
  }

  private Optional<Stack> described(String nameOrId) {
    try {
      return client.describeStacks(request -> request.stackName(nameOrId)).stacks().stream()
          .findFirst()
          .map(FromSdk::stack);
    } catch (CloudFormationException e) {
      if (Calls.has(e, "ValidationError") && Calls.message(e).contains("does not exist")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<String> createChangeSet(StackRequest request, boolean creates, String name) {
    CreateChangeSetRequest wire =
        CreateChangeSetRequest.builder()
            .stackName(request.stackName())
            .changeSetName(name)
            .clientToken(name)
            .changeSetType(creates ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
            .templateBody(request.templateBody())
            .templateURL(request.templateUrl())
            .parameters(parameters(request))
            .tags(tags(request))
            .capabilities(request.capabilities().stream().map(Capability::fromValue).toList())
            .roleARN(request.roleArn())
            .notificationARNs(request.notificationArns())
            .build();
    return call(
        "cloudformation:CreateChangeSet",
        () -> {
          try {
            return Optional.of(client.createChangeSet(wire).id());
          } catch (CloudFormationException e) {
            if (ChangeSet.saysNoChanges(Calls.message(e))) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private static List<Parameter> parameters(StackRequest request) {
    Stream<Parameter> given =
        request.parameters().entrySet().stream()
            .map(
                entry ->
                    Parameter.builder()
                        .parameterKey(entry.getKey())
                        .parameterValue(entry.getValue())
                        .build());
    Stream<Parameter> kept =
        request.keptParameters().stream()
            .map(key -> Parameter.builder().parameterKey(key).usePreviousValue(true).build());
    return Stream.concat(given, kept).toList();
  }

  private static List<Tag> tags(StackRequest request) {
    return request.tags().entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  @Override
  public ChangeSet describeChangeSet(String changeSetId) {
    return call(
        "cloudformation:DescribeChangeSet",
        () -> {
          List<ResourceChange> changes = new ArrayList<>();
          DescribeChangeSetResponse page = page(changeSetId, null);
          changes.addAll(FromSdk.changes(page));
          while (page.nextToken() != null) {
            page = page(changeSetId, page.nextToken());
            changes.addAll(FromSdk.changes(page));
          }
          return new ChangeSet(
              page.changeSetId(),
              page.stackId(),
              page.statusAsString(),
              FromSdk.text(page.statusReason()),
              page.executionStatus() == ExecutionStatus.AVAILABLE,
              changes);
        });
  }

  private DescribeChangeSetResponse page(String changeSetId, String token) {
    return client.describeChangeSet(
        request -> request.changeSetName(changeSetId).includePropertyValues(true).nextToken(token));
  }

  /** Not every region, partition and emulator has {@code DescribeEvents}: then nothing is known. */
  @Override
  public List<String> validationErrors(String changeSetId) {
    try {
      return client
          .describeEventsPaginator(request -> request.changeSetName(changeSetId))
          .operationEvents()
          .stream()
          .filter(event -> event.eventType() == EventType.VALIDATION_ERROR)
          .map(CloudFormationStacks::validationError)
          .toList();
    } catch (AwsServiceException e) {
      return List.of();
    }
  }

  private static String validationError(OperationEvent event) {
    String path = event.validationPath() == null ? "" : ", " + event.validationPath();
    return event.logicalResourceId()
        + " ("
        + event.resourceType()
        + path
        + "): "
        + event.validationStatusReason();
  }

  @Override
  public int countChangeSets(String stackId) {
    return call(
        "cloudformation:ListChangeSets",
        () ->
            (int)
                client.listChangeSetsPaginator(request -> request.stackName(stackId)).stream()
                    .flatMap(page -> page.summaries().stream())
                    .count());
  }

  @Override
  public boolean execute(String changeSetId) {
    return call(
        "cloudformation:ExecuteChangeSet",
        () -> {
          try {
            client.executeChangeSet(request -> request.changeSetName(changeSetId));
            return true;
          } catch (InvalidChangeSetStatusException e) {
            return isExecuted(changeSetId);
          } catch (ChangeSetNotFoundException e) {
            return false;
          }
        });
  }

  /** Where AWS's answer was lost, the second try finds the change set at work. */
  private boolean isExecuted(String changeSetId) {
    ExecutionStatus status = page(changeSetId, null).executionStatus();
    return status == ExecutionStatus.EXECUTE_IN_PROGRESS
        || status == ExecutionStatus.EXECUTE_COMPLETE;
  }

  @Override
  public void deleteChangeSet(String changeSetId) {
    call(
        "cloudformation:DeleteChangeSet",
        () -> {
          try {
            return client.deleteChangeSet(request -> request.changeSetName(changeSetId));
          } catch (ChangeSetNotFoundException e) {
            return null;
          }
        });
  }

  @Override
  public void setTerminationProtection(String stackName, boolean on) {
    call(
        "cloudformation:UpdateTerminationProtection",
        () ->
            client.updateTerminationProtection(
                request -> request.stackName(stackName).enableTerminationProtection(on)));
  }

  @Override
  public void deleteStack(String stackId, String roleArn) {
    call(
        "cloudformation:DeleteStack",
        () -> client.deleteStack(request -> request.stackName(stackId).roleARN(roleArn)));
  }

  @Override
  public List<StackEvent> eventsAfter(String stackId, String eventId) {
    return call(
        "cloudformation:DescribeStackEvents",
        () -> {
          List<StackEvent> events = new ArrayList<>();
          for (DescribeStackEventsResponse page :
              client.describeStackEventsPaginator(request -> request.stackName(stackId))) {
            for (var event : page.stackEvents()) {
              if (event.eventId().equals(eventId)) {
                Collections.reverse(events);
                return events;
              }
              events.add(FromSdk.event(event));
            }
          }
          Collections.reverse(events);
          return events;
        });
  }

  @Override
  public String newestEvent(String stackId) {
    return call(
        "cloudformation:DescribeStackEvents",
        () ->
            client.describeStackEvents(request -> request.stackName(stackId)).stackEvents().stream()
                .findFirst()
                .map(event -> event.eventId())
                .orElse(null));
  }

  @Override
  public List<StackResource> resources(String stackId) {
    return call(
        "cloudformation:ListStackResources",
        () ->
            client
                .listStackResourcesPaginator(request -> request.stackName(stackId))
                .stackResourceSummaries()
                .stream()
                .map(FromSdk::resource)
                .toList());
  }

  @Override
  public String template(String stackId) {
    return call(
        "cloudformation:GetTemplate",
        () ->
            client
                .getTemplate(
                    request -> request.stackName(stackId).templateStage(TemplateStage.PROCESSED))
                .templateBody());
  }
}
