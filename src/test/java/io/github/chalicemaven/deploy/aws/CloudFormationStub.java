package io.github.chalicemaven.deploy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.chalicemaven.deploy.aws.AwsStub.Answer;
import io.github.chalicemaven.deploy.aws.AwsStub.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One stack of CloudFormation, as its API tells of it. Templates are compared by the text of their
 * resources; events come to light one a call.
 */
public final class CloudFormationStub {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> changeSets = new LinkedHashMap<>();
  private final List<String> events = new ArrayList<>();
  private final Deque<String> comingEvents = new ArrayDeque<>();
  private final Map<String, String> failures = new TreeMap<>();
  private final Map<String, String> policies = new TreeMap<>();
  private String name;
  private String status;
  private boolean protection;
  private String template = "{}";
  private String executed = "";
  private String changeSetFailure;
  private int eventsPerCall = 1_000;
  private int count;

  /** Puts a stack there. */
  public synchronized CloudFormationStub stack(String stackName, String stackStatus, String body) {
    name = stackName;
    status = stackStatus;
    template = body;
    return this;
  }

  /** Lets a resource fail when it is next created, updated or deleted. */
  public synchronized CloudFormationStub fail(String logicalId, String reason) {
    failures.put(logicalId, reason);
    return this;
  }

  /** Lets the next change set that has changes fail. */
  public synchronized CloudFormationStub failChangeSet(String reason) {
    changeSetFailure = reason;
    return this;
  }

  /** How many events at most come to light in a call. */
  public synchronized CloudFormationStub slow(int atMost) {
    eventsPerCall = atMost;
    return this;
  }

  public synchronized String status() {
    return status;
  }

  public synchronized boolean isProtected() {
    return protection;
  }

  public synchronized int changeSetCount() {
    return changeSets.size();
  }

  public synchronized String template() {
    return template;
  }

  synchronized boolean knows(String changeSet) {
    return changeSets.containsKey(changeSet) || executed.equals(changeSet);
  }

  synchronized Answer answer(Call call) {
    Map<String, String> in = call.parameters();
    return switch (call.operation()) {
      case "DescribeStacks" -> describeStacks(in);
      case "CreateChangeSet" -> createChangeSet(in);
      case "DescribeChangeSet" -> describeChangeSet(in);
      case "DeleteChangeSet" -> {
        changeSets.remove(in.get("ChangeSetName"));
        yield result(call.operation(), "");
      }
      case "ListChangeSets" ->
          result(
              call.operation(),
              "<Summaries>"
                  + members(
                      changeSets.keySet().stream()
                          .map(id -> "<ChangeSetId>" + id + "</ChangeSetId>")
                          .toList())
                  + "</Summaries>");
      case "ExecuteChangeSet" -> executeChangeSet(in);
      case "DeleteStack" -> deleteStack();
      case "UpdateTerminationProtection" -> {
        protection = Boolean.parseBoolean(in.get("EnableTerminationProtection"));
        yield result(call.operation(), "<StackId>" + stackId() + "</StackId>");
      }
      case "DescribeStackEvents" -> describeStackEvents(in);
      case "ListStackResources" -> listStackResources();
      case "GetTemplate" ->
          result(call.operation(), "<TemplateBody>" + escaped(template) + "</TemplateBody>");
      case "DescribeEvents" -> result(call.operation(), "<OperationEvents/>");
      default -> Answer.error(400, "InvalidAction", "the stub does not know " + call.operation());
    };
  }

  private String stackId() {
    return "arn:aws:cloudformation:eu-west-1:123456789012:stack/" + name + "/1";
  }

  private Answer describeStacks(Map<String, String> in) {
    advance();
    String asked = in.get("StackName");
    boolean byId = asked.startsWith("arn:");
    boolean there =
        status != null
            && (byId
                ? asked.equals(stackId())
                : asked.equals(name) && !status.equals("DELETE_COMPLETE"));
    if (!there) {
      return Answer.error(400, "ValidationError", "Stack with id " + asked + " does not exist");
    }
    return result(
        "DescribeStacks",
        "<Stacks><member><StackName>"
            + name
            + "</StackName><StackId>"
            + stackId()
            + "</StackId><StackStatus>"
            + status
            + "</StackStatus><EnableTerminationProtection>"
            + protection
            + "</EnableTerminationProtection><Parameters><member><ParameterKey>Token</ParameterKey>"
            + "</member></Parameters><Outputs>"
            + outputs()
            + "</Outputs></member></Stacks>");
  }

  private String outputs() {
    List<String> outputs = new ArrayList<>();
    json(template)
        .path("Outputs")
        .fieldNames()
        .forEachRemaining(
            key ->
                outputs.add(
                    "<OutputKey>"
                        + key
                        + "</OutputKey><OutputValue>value-of-"
                        + key
                        + "</OutputValue>"));
    return members(outputs);
  }

  private Answer createChangeSet(Map<String, String> in) {
    boolean creates = "CREATE".equals(in.get("ChangeSetType"));
    boolean absent = status == null || status.equals("DELETE_COMPLETE");
    if (!creates && absent) {
      return Answer.error(
          400, "ValidationError", "Stack [" + in.get("StackName") + "] does not exist");
    }
    if (!comingEvents.isEmpty()) {
      return Answer.error(
          400,
          "ValidationError",
          "Stack:" + stackId() + " is in " + status + " state and can not be updated.");
    }
    if (creates && absent) {
      name = in.get("StackName");
      status = "REVIEW_IN_PROGRESS";
      template = "{}";
      events.clear();
      event(name, stackId(), "AWS::CloudFormation::Stack", status, "User Initiated");
      events.addAll(0, comingEvents);
      comingEvents.clear();
    }
    String id =
        "arn:aws:cloudformation:eu-west-1:123456789012:changeSet/"
            + in.get("ChangeSetName")
            + "/"
            + ++count;
    String url = in.get("TemplateURL");
    changeSets.put(id, url == null ? in.get("TemplateBody") : "{\"Resources\":{}}");
    return result("CreateChangeSet", "<Id>" + id + "</Id><StackId>" + stackId() + "</StackId>");
  }

  private Answer describeChangeSet(Map<String, String> in) {
    String id = in.get("ChangeSetName");
    if (id.equals(executed)) {
      return result("DescribeChangeSet", "<ExecutionStatus>EXECUTE_IN_PROGRESS</ExecutionStatus>");
    }
    if (!changeSets.containsKey(id)) {
      return Answer.error(404, "ChangeSetNotFound", "ChangeSet [" + id + "] does not exist");
    }
    List<String> changes = changes(changeSets.get(id));
    String failure =
        changes.isEmpty()
            ? "The submitted information didn't contain changes. Submit different information to"
                + " create a change set."
            : changeSetFailure;
    changeSetFailure = null;
    String state =
        failure != null
            ? "<Status>FAILED</Status><ExecutionStatus>UNAVAILABLE</ExecutionStatus><StatusReason>"
                + escaped(failure)
                + "</StatusReason>"
            : "<Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus>";
    int from = in.containsKey("NextToken") ? Integer.parseInt(in.get("NextToken")) : 0;
    int to = Math.min(from + 10, changes.size());
    return result(
        "DescribeChangeSet",
        "<ChangeSetId>"
            + id
            + "</ChangeSetId><StackId>"
            + stackId()
            + "</StackId>"
            + state
            + (to < changes.size() ? "<NextToken>" + to + "</NextToken>" : "")
            + "<Changes>"
            + members(changes.subList(from, to))
            + "</Changes>");
  }

  private List<String> changes(String wanted) {
    JsonNode before = json(template).path("Resources");
    JsonNode after = json(wanted).path("Resources");
    TreeSet<String> ids = new TreeSet<>();
    before.fieldNames().forEachRemaining(ids::add);
    after.fieldNames().forEachRemaining(ids::add);
    List<String> changes = new ArrayList<>();
    for (String id : ids) {
      if (!before.has(id)) {
        changes.add(change("Add", id, after.path(id), ""));
      } else if (!after.has(id)) {
        changes.add(change("Remove", id, before.path(id), removal(before.path(id))));
      } else if (!before.path(id).equals(after.path(id))) {
        changes.add(
            change("Modify", id, after.path(id), modification(before.path(id), after.path(id))));
      }
    }
    return changes;
  }

  private static String removal(JsonNode resource) {
    return "<PolicyAction>"
        + (resource.path("DeletionPolicy").asText().startsWith("Retain") ? "Retain" : "Delete")
        + "</PolicyAction>";
  }

  /** A change of a name replaces; any other does not. */
  private static String modification(JsonNode before, JsonNode after) {
    List<String> details = new ArrayList<>();
    boolean replaces = false;
    TreeSet<String> names = new TreeSet<>();
    before.path("Properties").fieldNames().forEachRemaining(names::add);
    after.path("Properties").fieldNames().forEachRemaining(names::add);
    for (String property : names) {
      JsonNode old = before.path("Properties").path(property);
      JsonNode now = after.path("Properties").path(property);
      if (!old.equals(now)) {
        replaces |= property.endsWith("Name");
        details.add(
            "<Target><Attribute>Properties</Attribute><Name>"
                + property
                + "</Name><Path>/Properties/"
                + property
                + "</Path><RequiresRecreation>"
                + (property.endsWith("Name") ? "Always" : "Never")
                + "</RequiresRecreation><BeforeValue>"
                + escaped(text(old))
                + "</BeforeValue><AfterValue>"
                + escaped(text(now))
                + "</AfterValue></Target>");
      }
    }
    return "<Replacement>"
        + (replaces ? "True" : "False")
        + "</Replacement>"
        + (replaces ? "<PolicyAction>ReplaceAndDelete</PolicyAction>" : "")
        + "<Details>"
        + members(details)
        + "</Details>";
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static String change(String action, String id, JsonNode resource, String rest) {
    String physical =
        action.equals("Add") ? "" : "<PhysicalResourceId>physical-" + id + "</PhysicalResourceId>";
    return "<Type>Resource</Type><ResourceChange><Action>"
        + action
        + "</Action><LogicalResourceId>"
        + id
        + "</LogicalResourceId>"
        + physical
        + "<ResourceType>"
        + resource.path("Type").asText()
        + "</ResourceType>"
        + rest
        + "</ResourceChange>";
  }

  private Answer executeChangeSet(Map<String, String> in) {
    String id = in.get("ChangeSetName");
    if (id.equals(executed)) {
      return Answer.error(
          400, "InvalidChangeSetStatus", "cannot be executed in its current status");
    }
    String wanted = changeSets.get(id);
    if (wanted == null) {
      return Answer.error(404, "ChangeSetNotFound", "ChangeSet does not exist");
    }
    String verb = status.equals("REVIEW_IN_PROGRESS") ? "CREATE" : "UPDATE";
    changeSets.clear();
    executed = id;
    begin(verb);
    boolean failed = false;
    JsonNode resources = json(wanted).path("Resources");
    List<String> ids = new ArrayList<>();
    resources.fieldNames().forEachRemaining(ids::add);
    for (String resource : ids) {
      String type = resources.path(resource).path("Type").asText();
      event(resource, "", type, verb + "_IN_PROGRESS", "");
      String reason = failures.remove(resource);
      if (failed || reason != null) {
        event(
            resource, "", type, verb + "_FAILED", failed ? "Resource creation cancelled" : reason);
        failed = true;
      } else {
        event(resource, "physical-" + resource, type, verb + "_COMPLETE", "");
      }
    }
    if (failed) {
      String rollback = verb.equals("CREATE") ? "ROLLBACK" : "UPDATE_ROLLBACK";
      ofStack(rollback + "_IN_PROGRESS", "The following resource(s) failed");
      ofStack(rollback + "_COMPLETE", "");
    } else {
      template = wanted;
      ofStack(verb + "_COMPLETE", "");
    }
    return result("ExecuteChangeSet", "");
  }

  private Answer deleteStack() {
    if (protection) {
      return Answer.error(
          400,
          "ValidationError",
          "Stack [" + name + "] cannot be deleted while TerminationProtection is enabled");
    }
    if (status.equals("REVIEW_IN_PROGRESS")) {
      status = "DELETE_COMPLETE";
      return result("DeleteStack", "");
    }
    begin("DELETE");
    JsonNode resources = json(template).path("Resources");
    List<String> ids = new ArrayList<>();
    resources.fieldNames().forEachRemaining(ids::add);
    boolean failed = false;
    for (String id : ids) {
      JsonNode resource = resources.path(id);
      String reason = failures.remove(id);
      failed |= reason != null;
      String end =
          reason != null
              ? "DELETE_FAILED"
              : resource.path("DeletionPolicy").asText().startsWith("Retain")
                  ? "DELETE_SKIPPED"
                  : "DELETE_COMPLETE";
      event(
          id, "physical-" + id, resource.path("Type").asText(), end, reason == null ? "" : reason);
    }
    ofStack(failed ? "DELETE_FAILED" : "DELETE_COMPLETE", "");
    return result("DeleteStack", "");
  }

  private void begin(String verb) {
    ofStack(verb + "_IN_PROGRESS", "User Initiated");
    status = verb + "_IN_PROGRESS";
  }

  private void ofStack(String ofStatus, String reason) {
    event(name, stackId(), "AWS::CloudFormation::Stack", ofStatus, reason);
  }

  private void event(String id, String physicalId, String type, String ofStatus, String reason) {
    comingEvents.add(
        "<EventId>e-"
            + ++count
            + "</EventId><StackId>"
            + stackId()
            + "</StackId><StackName>"
            + name
            + "</StackName><LogicalResourceId>"
            + id
            + "</LogicalResourceId><PhysicalResourceId>"
            + physicalId
            + "</PhysicalResourceId><ResourceType>"
            + type
            + "</ResourceType><Timestamp>2026-11-25T10:00:00Z</Timestamp><ResourceStatus>"
            + ofStatus
            + "</ResourceStatus><ResourceStatusReason>"
            + escaped(reason)
            + "</ResourceStatusReason>");
  }

  /** Time goes on with each look. */
  private void advance() {
    for (int shown = 0; shown < eventsPerCall && !comingEvents.isEmpty(); shown++) {
      String event = comingEvents.removeFirst();
      events.add(0, event);
      if (event.contains("<PhysicalResourceId>" + stackId())) {
        status = event.replaceAll(".*<ResourceStatus>([A-Z_]+)<.*", "$1");
      }
    }
  }

  private Answer describeStackEvents(Map<String, String> in) {
    int from = in.containsKey("NextToken") ? Integer.parseInt(in.get("NextToken")) : 0;
    if (from == 0) {
      advance();
    }
    int to = Math.min(from + 20, events.size());
    return result(
        "DescribeStackEvents",
        (to < events.size() ? "<NextToken>" + to + "</NextToken>" : "")
            + "<StackEvents>"
            + members(events.subList(from, to))
            + "</StackEvents>");
  }

  private Answer listStackResources() {
    JsonNode resources = json(template).path("Resources");
    List<String> summaries = new ArrayList<>();
    resources
        .fieldNames()
        .forEachRemaining(
            id ->
                summaries.add(
                    "<LogicalResourceId>"
                        + id
                        + "</LogicalResourceId><PhysicalResourceId>physical-"
                        + id
                        + "</PhysicalResourceId><ResourceType>"
                        + resources.path(id).path("Type").asText()
                        + "</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus>"));
    return result(
        "ListStackResources",
        "<StackResourceSummaries>" + members(summaries) + "</StackResourceSummaries>");
  }

  private static Answer result(String operation, String content) {
    return Answer.of(
        200,
        "<"
            + operation
            + "Response xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><"
            + operation
            + "Result>"
            + content
            + "</"
            + operation
            + "Result></"
            + operation
            + "Response>");
  }

  private static String members(List<String> contents) {
    StringBuilder members = new StringBuilder();
    contents.forEach(content -> members.append("<member>").append(content).append("</member>"));
    return members.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
