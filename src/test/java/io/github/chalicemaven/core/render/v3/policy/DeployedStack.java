package io.github.chalicemaven.core.render.v3.policy;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template as CloudFormation deploys it: functions are evaluated, resources have names. */
final class DeployedStack {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final String name;
  private final String account;
  private final String region;
  private final Map<String, Value> resources;
  private final Map<String, Value> conditions;
  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, List<String>> byType = new HashMap<>();
  private final Map<String, List<Statement>> policies = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<?, ?>> evaluated = new LinkedHashMap<>();

  private DeployedStack(
      String name,
      String account,
      String region,
      Value.Mapping template,
      Map<String, String> parameters) {
    this.name = name;
    this.account = account;
    this.region = region;
    this.resources = entries(template.entries().get("Resources"));
    this.conditions = entries(template.entries().getOrDefault("Conditions", Value.mapping()));
    known.putAll(parameters);
    known.put("AWS::AccountId", account);
    known.put("AWS::Region", region);
    known.put("AWS::Partition", partition());
    known.put("AWS::URLSuffix", "amazonaws.com");
    known.put("AWS::StackName", name);
  }

  static DeployedStack of(String name, String account, String region, Path template) {
    try {
      return of(name, account, region, Files.readString(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DeployedStack of(String name, String account, String region, String json) {
    return of(name, account, region, json, Map.of());
  }

  /**
   * Deploys a template.
   *
   * @param parameters values of its parameters
   */
  static DeployedStack of(
      String name, String account, String region, String json, Map<String, String> parameters) {
    Problems problems = new Problems();
    Value.Mapping template = DocumentReader.parse(name + ".json", json, problems).orElseThrow();
    return new DeployedStack(name, account, region, template, parameters);
  }

  String name() {
    return name;
  }

  String account() {
    return account;
  }

  String region() {
    return region;
  }

  String partition() {
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** An ARN in the stack's account and region. */
  String arn(String service, String resource) {
    return String.join(":", "arn", partition(), service, region, account, resource);
  }

  /** The logical IDs of resources of a type. */
  List<String> ofType(String type) {
    return byType.computeIfAbsent(
        type, t -> resources.keySet().stream().filter(id -> typeOf(id).equals(t)).toList());
  }

  String typeOf(String logicalId) {
    return ((Value.Text) entries(resource(logicalId)).get("Type")).text();
  }

  /** The properties of a resource, evaluated. */
  Map<?, ?> properties(String logicalId) {
    Map<?, ?> known = evaluated.get(logicalId);
    if (known == null) {
      Value properties = entries(resource(logicalId)).get("Properties");
      known = properties == null ? Map.of() : (Map<?, ?>) evaluate(properties);
      evaluated.put(logicalId, known);
    }
    return known;
  }

  /** The statements of a policy of a resource. */
  List<Statement> policy(String logicalId, String property) {
    return policies.computeIfAbsent(
        logicalId + "." + property,
        key ->
            Statement.of((Map<?, ?>) properties(logicalId).get(property), name + " " + logicalId));
  }

  /** What a value is once the functions in it are evaluated: strings, lists and maps of these. */
  Object evaluate(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Int number) {
      return Long.toString(number.number());
    }
    if (value instanceof Value.Bool bool) {
      return Boolean.toString(bool.truth());
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().map(this::evaluate).toList();
    }
    Map<String, Value> entries = entries(value);
    if (entries.size() == 1) {
      Map.Entry<String, Value> only = entries.entrySet().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return function(only.getKey(), only.getValue());
      }
    }
    Map<String, Object> evaluated = new LinkedHashMap<>();
    entries.forEach((key, entry) -> evaluated.put(key, evaluate(entry)));
    return evaluated;
  }

  private String function(String function, Value argument) {
    return switch (function) {
      case "Ref" -> reference((String) evaluate(argument));
      case "Fn::GetAtt" -> {
        List<?> parts = (List<?>) evaluate(argument);
        yield attribute((String) parts.get(0), (String) parts.get(1));
      }
      case "Fn::Sub" -> substitute(evaluate(argument));
      case "Fn::If" -> {
        List<Value> parts = ((Value.Sequence) argument).items();
        Value condition = conditions.get((String) evaluate(parts.get(0)));
        yield (String) evaluate(parts.get(evaluate(condition).equals("true") ? 1 : 2));
      }
      case "Fn::Equals" -> {
        List<?> parts = (List<?>) evaluate(argument);
        yield Boolean.toString(parts.get(0).equals(parts.get(1)));
      }
      case "Fn::Join" -> {
        List<?> parts = (List<?>) evaluate(argument);
        List<String> joined = new ArrayList<>();
        ((List<?>) parts.get(1)).forEach(part -> joined.add((String) part));
        yield String.join((String) parts.get(0), joined);
      }
      default -> throw new IllegalArgumentException("unknown function: " + function);
    };
  }

  /** A text, or a list of a text and a map of variables. */
  private String substitute(Object argument) {
    boolean alone = argument instanceof String;
    Map<?, ?> variables = alone ? Map.of() : (Map<?, ?>) ((List<?>) argument).get(1);
    String text = (String) (alone ? argument : ((List<?>) argument).get(0));
    Matcher variable = VARIABLE.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (variable.find()) {
      String of = variable.group(2);
      int dot = of.indexOf('.');
      String value =
          !variable.group(1).isEmpty()
              ? "${" + of + "}"
              : variables.containsKey(of)
                  ? (String) variables.get(of)
                  : dot < 0
                      ? reference(of)
                      : attribute(of.substring(0, dot), of.substring(dot + 1));
      variable.appendReplacement(replaced, Matcher.quoteReplacement(value));
    }
    return variable.appendTail(replaced).toString();
  }

  /** What {@code Ref} gives. */
  String reference(String id) {
    if (known.containsKey(id)) {
      return known.get(id);
    }
    return switch (typeOf(id)) {
      case "AWS::IAM::ManagedPolicy", "AWS::SNS::Topic" -> arn(id);
      default -> physicalName(id);
    };
  }

  private String attribute(String id, String attribute) {
    return switch (attribute) {
      case "Arn", "ConnectionArn" -> arn(id);
      case "Name" -> physicalName(id);
      default -> throw new IllegalArgumentException("unknown attribute: " + id + "." + attribute);
    };
  }

  /** The ARN of a resource. */
  String arn(String id) {
    String physical = physicalName(id);
    return switch (typeOf(id)) {
      case "AWS::IAM::Role" -> iam("role", id);
      case "AWS::IAM::ManagedPolicy" -> iam("policy", id);
      case "AWS::S3::Bucket" -> "arn:" + partition() + ":s3:::" + physical;
      case "AWS::KMS::Key" -> arn("kms", "key/" + physical);
      case "AWS::SNS::Topic" -> arn("sns", physical);
      case "AWS::Logs::LogGroup" -> arn("logs", "log-group:" + physical + ":*");
      case "AWS::CodeBuild::Project" -> arn("codebuild", "project/" + physical);
      case "AWS::CodeBuild::ReportGroup" -> arn("codebuild", "report-group/" + physical);
      case "AWS::CodeCommit::Repository" -> arn("codecommit", physical);
      case "AWS::CodePipeline::Pipeline" -> arn("codepipeline", physical);
      case "AWS::CodeConnections::Connection" -> arn("codeconnections", "connection/" + physical);
      case "AWS::CloudWatch::Alarm" -> arn("cloudwatch", "alarm:" + physical);
      case "AWS::Events::Rule" -> arn("events", "rule/" + physical);
      default -> throw new IllegalArgumentException("no ARN is known of " + typeOf(id));
    };
  }

  private String iam(String kind, String id) {
    Object path = properties(id).get("Path");
    return "arn:"
        + partition()
        + ":iam::"
        + account
        + ":"
        + kind
        + (path == null ? "/" : path)
        + physicalName(id);
  }

  private Value resource(String logicalId) {
    Value resource = resources.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException(name + " has no resource " + logicalId);
    }
    return resource;
  }

  /** The name that the template gives a resource, else one such as CloudFormation generates. */
  private String physicalName(String id) {
    String known = names.get(id);
    if (known == null) {
      known = nameOf(id);
      names.put(id, known);
    }
    return known;
  }

  private String nameOf(String id) {
    String type = typeOf(id);
    String property =
        switch (type) {
          case "AWS::IAM::Role" -> "RoleName";
          case "AWS::IAM::ManagedPolicy" -> "ManagedPolicyName";
          case "AWS::S3::Bucket" -> "BucketName";
          case "AWS::SNS::Topic" -> "TopicName";
          case "AWS::Logs::LogGroup" -> "LogGroupName";
          case "AWS::CodeCommit::Repository" -> "RepositoryName";
          default -> "Name";
        };
    Value given = entries(entries(resource(id)).get("Properties")).get(property);
    if (given != null) {
      return (String) evaluate(given);
    }
    String seed = String.join("/", account, region, name, id);
    String random = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    if (type.equals("AWS::KMS::Key") || type.equals("AWS::CodeConnections::Connection")) {
      return random;
    }
    String generated = name + "-" + id + "-" + random.replace("-", "").substring(0, 12);
    return type.equals("AWS::S3::Bucket") ? generated.toLowerCase(Locale.ROOT) : generated;
  }

  private static Map<String, Value> entries(Value value) {
    return ((Value.Mapping) value).entries();
  }

  @Override
  public String toString() {
    return name;
  }
}
