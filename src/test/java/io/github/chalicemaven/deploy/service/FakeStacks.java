package io.github.chalicemaven.deploy.service;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CloudFormation as a test scripts it; it remembers what was asked of it. */
public final class FakeStacks implements StackService {

  public static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/orders/1";
  public static final String CHANGE_SET =
      "arn:aws:cloudformation:eu-west-1:123456789012:changeSet/c/1";

  /** What changed something, in order. */
  public final List<String> done = new ArrayList<>();

  /** The stack's statuses, one a look; the last one stays. Null: there is none. */
  public final Deque<Optional<Stack>> found = new ArrayDeque<>();

  public final Deque<ChangeSet> changeSets = new ArrayDeque<>();
  public final List<StackEvent> past = new ArrayList<>();

  /** Those that come to light with each look after an operation has begun. */
  public final Deque<List<StackEvent>> coming = new ArrayDeque<>();

  public final List<StackResource> resources = new ArrayList<>();
  public List<String> validationErrors = List.of();
  public boolean executable = true;

  /** The name of the only stack that can be found. */
  public String name = "orders";

  public int changeSetCount;
  public DeploymentException refusesDeletion;

  private boolean running;

  public FakeStacks found(StackStatus... statuses) {
    for (StackStatus status : statuses) {
      found.add(Optional.of(stack(status)));
    }
    return this;
  }

  public FakeStacks none() {
    found.add(Optional.empty());
    return this;
  }

  public FakeStacks changes(ResourceChange... changes) {
    changeSets.add(changeSet("CREATE_COMPLETE", "", changes));
    return this;
  }

  public FakeStacks events(StackEvent... events) {
    coming.add(List.of(events));
    return this;
  }

  public static ChangeSet changeSet(String status, String reason, ResourceChange... changes) {
    return new ChangeSet(
        CHANGE_SET, ID, status, reason, status.equals("CREATE_COMPLETE"), List.of(changes));
  }

  public static Stack stack(StackStatus status) {
    return stack(status, Map.of());
  }

  public static Stack stack(StackStatus status, Map<String, String> outputs) {
    return new Stack(ID, "orders", status, "", false, false, Set.of(), outputs);
  }

  public static StackEvent ofStack(String status) {
    return event("orders", ID, "AWS::CloudFormation::Stack", status, "");
  }

  public static StackEvent event(String id, String type, String status, String reason) {
    return event(id, "p-" + id, type, status, reason);
  }

  private static StackEvent event(
      String id, String physicalId, String type, String status, String reason) {
    return new StackEvent(
        id + status + reason,
        Instant.parse("2026-11-25T10:00:00Z"),
        ID,
        id,
        physicalId,
        type,
        status,
        reason);
  }

  @Override
  public Caller caller() {
    return new Caller("123456789012", "arn:aws:iam::123456789012:user/dev", "eu-west-1");
  }

  @Override
  public Optional<Stack> find(String nameOrId) {
    if (!nameOrId.equals(name) && !nameOrId.equals(ID)) {
      return Optional.empty();
    }
    return found.size() > 1 ? found.removeFirst() : found.getFirst();
  }

  @Override
  public Optional<String> createChangeSet(StackRequest request, boolean creates, String name) {
    done.add("change set to " + (creates ? "create" : "update"));
    changeSetCount++;
    return changeSets.isEmpty() ? Optional.empty() : Optional.of(CHANGE_SET);
  }

  @Override
  public ChangeSet describeChangeSet(String changeSetId) {
    return changeSets.size() > 1 ? changeSets.removeFirst() : changeSets.getFirst();
  }

  @Override
  public List<String> validationErrors(String changeSetId) {
    return validationErrors;
  }

  @Override
  public int countChangeSets(String stackId) {
    return changeSetCount;
  }

  @Override
  public boolean execute(String changeSetId) {
    if (executable) {
      done.add("execute");
      running = true;
    }
    return executable;
  }

  @Override
  public void deleteChangeSet(String changeSetId) {
    if (refusesDeletion != null) {
      throw refusesDeletion;
    }
    done.add("delete change set");
    changeSetCount--;
  }

  @Override
  public void setTerminationProtection(String stackName, boolean on) {
    done.add("protection " + (on ? "on" : "off"));
  }

  @Override
  public void deleteStack(String stackId, String roleArn) {
    done.add("delete stack");
    running = true;
  }

  @Override
  public List<StackEvent> eventsAfter(String stackId, String eventId) {
    if (eventId == null) {
      return past;
    }
    return running && !coming.isEmpty() ? coming.removeFirst() : List.of();
  }

  @Override
  public String newestEvent(String stackId) {
    return "newest";
  }

  @Override
  public List<StackResource> resources(String stackId) {
    return resources;
  }

  @Override
  public String template(String stackId) {
    return "{\"Resources\": {\"Repository\": {\"DeletionPolicy\": \"Retain\"}}}";
  }
}
