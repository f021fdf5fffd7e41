package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.service.PropertyChange;
import io.github.chalicemaven.deploy.service.PropertyChange.Recreation;
import io.github.chalicemaven.deploy.service.ResourceChange;
import io.github.chalicemaven.deploy.service.ResourceChange.Action;
import io.github.chalicemaven.deploy.service.ResourceChange.Policy;
import io.github.chalicemaven.deploy.service.ResourceChange.Replacement;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackResource;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** The SDK's values as a deployment's. */
final class FromSdk {

  private FromSdk() {}

  static String text(String text) {
    return text == null ? "" : text;
  }

  static Stack stack(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
    return new Stack(
        stack.stackId(),
        stack.stackName(),
        StackStatus.of(stack.stackStatusAsString()),
        text(stack.stackStatusReason()),
        Boolean.TRUE.equals(stack.enableTerminationProtection()),
        stack.driftInformation() != null
            && stack.driftInformation().stackDriftStatus() == StackDriftStatus.DRIFTED,
        stack.parameters().stream()
            .map(parameter -> parameter.parameterKey())
            .collect(Collectors.toSet()),
        outputs(stack.outputs()));
  }

  private static Map<String, String> outputs(List<Output> outputs) {
    Map<String, String> values = new LinkedHashMap<>();
    outputs.forEach(output -> values.put(output.outputKey(), output.outputValue()));
    return values;
  }

  static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
    return new StackEvent(
        event.eventId(),
        event.timestamp(),
        event.stackId(),
        text(event.logicalResourceId()),
        text(event.physicalResourceId()),
        text(event.resourceType()),
        text(event.resourceStatusAsString()),
        text(event.resourceStatusReason()));
  }

  static StackResource resource(StackResourceSummary resource) {
    return new StackResource(
        resource.logicalResourceId(),
        text(resource.physicalResourceId()),
        resource.resourceType(),
        resource.resourceStatusAsString());
  }

  static List<ResourceChange> changes(DescribeChangeSetResponse page) {
    return page.changes().stream()
        .map(Change::resourceChange)
        .filter(Objects::nonNull)
        .map(FromSdk::change)
        .toList();
  }

  private static ResourceChange change(
      software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
    return new ResourceChange(
        action(change),
        change.logicalResourceId(),
        text(change.physicalResourceId()),
        change.resourceType(),
        replacement(change),
        policy(change),
        List.copyOf(properties(change.details())));
  }

  /** What AWS adds some day is treated as the most dangerous. */
  private static Action action(
      software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
    return switch (change.action()) {
      case ADD -> Action.ADD;
      case MODIFY -> Action.MODIFY;
      case REMOVE -> Action.REMOVE;
      case IMPORT -> Action.IMPORT;
      case SYNC_WITH_ACTUAL -> Action.SYNC_WITH_ACTUAL;
      case DYNAMIC, UNKNOWN_TO_SDK_VERSION -> Action.DYNAMIC;
    };
  }

  private static Replacement replacement(
      software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
    if (change.replacement() == null) {
      return Replacement.FALSE;
    }
    return switch (change.replacement()) {
      case TRUE -> Replacement.TRUE;
      case FALSE -> Replacement.FALSE;
      case CONDITIONAL, UNKNOWN_TO_SDK_VERSION -> Replacement.CONDITIONAL;
    };
  }

  private static Policy policy(
      software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
    if (change.policyAction() == null) {
      return Policy.NONE;
    }
    return switch (change.policyAction()) {
      case DELETE, REPLACE_AND_DELETE -> Policy.DELETE;
      case RETAIN, REPLACE_AND_RETAIN -> Policy.RETAIN;
      case SNAPSHOT, REPLACE_AND_SNAPSHOT -> Policy.SNAPSHOT;
      case UNKNOWN_TO_SDK_VERSION -> Policy.NONE;
    };
  }

  /** AWS may tell of a property twice, once for what is certain and once for what is not. */
  private static Collection<PropertyChange> properties(List<ResourceChangeDetail> details) {
    Map<String, PropertyChange> properties = new LinkedHashMap<>();
    for (ResourceChangeDetail detail : details) {
      if (detail.target() != null) {
        PropertyChange property = property(detail);
        properties.merge(property.path(), property, FromSdk::merged);
      }
    }
    return properties.values();
  }

  private static PropertyChange merged(PropertyChange one, PropertyChange other) {
    return new PropertyChange(
        one.path(),
        one.before() == null ? other.before() : one.before(),
        one.after() == null ? other.after() : one.after(),
        one.recreation().compareTo(other.recreation()) >= 0 ? one.recreation() : other.recreation(),
        one.cause().isEmpty() ? other.cause() : one.cause());
  }

  private static PropertyChange property(ResourceChangeDetail detail) {
    ResourceTargetDefinition target = detail.target();
    return new PropertyChange(
        path(target),
        target.beforeValue(),
        target.afterValue(),
        recreation(target),
        text(detail.causingEntity()));
  }

  /** {@code /Properties/Environment/Image} is {@code Environment.Image}. */
  private static String path(ResourceTargetDefinition target) {
    if (target.path() != null) {
      return target.path().replaceFirst("^/(Properties/)?", "").replace('/', '.');
    }
    return target.name() == null ? target.attributeAsString() : target.name();
  }

  private static Recreation recreation(ResourceTargetDefinition target) {
    if (target.requiresRecreation() == null) {
      return Recreation.NEVER;
    }
    return switch (target.requiresRecreation()) {
      case ALWAYS -> Recreation.ALWAYS;
      case CONDITIONALLY, UNKNOWN_TO_SDK_VERSION -> Recreation.CONDITIONALLY;
      case NEVER -> Recreation.NEVER;
    };
  }
}
