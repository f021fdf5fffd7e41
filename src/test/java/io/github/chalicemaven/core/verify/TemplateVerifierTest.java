package io.github.chalicemaven.core.verify;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.document.DocumentFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateVerifierTest {

  private static final Resource BUCKET = Values.resource("AWS::S3::Bucket");

  @Test
  void takesAllFormsOfReferences() {
    assertThat(
            check(
                template()
                    .parameter("Name", Parameter.withDefault("orders", "A name."))
                    .resource("Other", BUCKET)
                    .resource(
                        "Topic",
                        resource(
                                ref("Name"),
                                ref("AWS::Region"),
                                getAtt("Other", "Arn"),
                                sub("${Name} ${Other} ${Other.Arn} ${AWS::Partition} ${!Literal}"),
                                mapping("Ref", "Other"),
                                mapping("Fn::GetAtt", "Other.Arn"),
                                mapping("Fn::GetAtt", List.of("Other", "Arn")),
                                mapping("Fn::GetAtt", List.of("Other", ref("Name"))),
                                mapping(
                                    "Fn::Sub",
                                    sequence("${own}${Name}", mapping("own", ref("Other")))))
                            .after("Other"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ref, Nobody, Ref refers to `Nobody`",
    "Ref, AWS::Nobody, Ref refers to `AWS::Nobody`",
    "Fn::Sub, a ${Nobody} b, Fn::Sub refers to `Nobody`",
    "Fn::Sub, ${Nobody.Arn}, no such resource",
    "Fn::Sub, ${Bucket.Nothing}, Fn::Sub refers to the attribute `Nothing` of Bucket",
    "Fn::Sub, echo ${HOME-x}, `${HOME-x}` is not a variable; write ${!HOME-x} to keep the text",
    "Fn::Sub, ${}, is not a variable",
    "Fn::Sub, ${.Arn}, no such resource",
    "Fn::GetAtt, Nobody.Arn, Fn::GetAtt refers to `Nobody`",
    "Fn::GetAtt, Bucket.Nothing, which an AWS::S3::Bucket does not have",
    "Fn::GetAtt, Bucket, specifies no attribute of `Bucket`",
    "Fn::Nope, x, `Fn::Nope` is not a CloudFormation function",
  })
  void findsReferencesToNothing(String function, String argument, String sentence) {
    assertFinding(
        template().resource("User", resource(mapping(function, argument))),
        "Resources.User.Properties.Items[0]",
        sentence);
  }

  @Test
  void looksForFunctionsInResourcesAndOutputsOnly() {
    Value.Mapping odd =
        mapping("Fn::ForEach::Envs", sequence("Env", sequence("a", "b"), mapping()));
    for (String section : List.of("Conditions", "Metadata", "Mappings")) {
      Map<String, Object> template = new LinkedHashMap<>(template().build().document().entries());
      template.put(section, odd);
      assertThat(TemplateVerifier.verify((Value.Mapping) Values.of(template))).isEmpty();
    }
    assertFinding(
        template().resource("R", resource(odd)),
        "Resources.R.Properties.Items[0]",
        "is not a CloudFormation function");
  }

  @Test
  void namesANameThatIsNone() {
    assertFinding(
        template().resource("R", resource(ref("a-b"))),
        "Resources.R.Properties.Items[0]",
        "Ref refers to `a-b`, but the template has no such parameter or resource.");
  }

  @Test
  void findsReferencesInOutputsAndDeepDown() {
    assertFinding(
        template().output("Url", new Output("A URL.", getAtt("Nobody", "Arn"))),
        "Outputs.Url.Value",
        "no such resource");
    assertFinding(
        template().resource("User", resource(mapping("a", sequence(mapping("b", ref("Nobody")))))),
        "Resources.User.Properties.Items[0].a[0].b",
        "no such parameter or resource");
    assertFinding(
        template()
            .resource(
                "User",
                resource(mapping("Fn::Sub", sequence("${own}${Nobody}", mapping("own", "x"))))),
        "Resources.User.Properties.Items[0]",
        "Fn::Sub refers to `Nobody`");
  }

  @Test
  void findsFunctionsThatAreMisshaped() {
    assertFinding(
        template().resource("User", resource(mapping("Fn::Join", sequence(), "more", "x"))),
        "Resources.User.Properties.Items[0]",
        "must be the only key");
    assertFinding(
        template().resource("User", resource(mapping("Ref", ref("Bucket")))),
        "Resources.User.Properties.Items[0].Ref",
        "accepts only a name");
    for (Object argument :
        List.of(sequence("Bucket"), 1, sequence(ref("Bucket"), "Arn"), sequence("a", "b", "c"))) {
      assertFinding(
          template().resource("User", resource(mapping("Fn::GetAtt", argument))),
          "Resources.User.Properties.Items[0]",
          "has invalid arguments");
    }
    for (Object argument :
        List.of(sequence("x"), 1, sequence("x", "y"), sequence(ref("Bucket"), mapping("a", "b")))) {
      assertFinding(
          template().resource("User", resource(mapping("Fn::Sub", argument))),
          "Resources.User.Properties.Items[0]",
          "has invalid arguments");
    }
    assertFinding(
        template().resource("User", resource(mapping("Fn::If", sequence("Big", "a", "b")))),
        "Resources.User.Properties.Items[0].Fn::If[0]",
        "no such condition");
  }

  @Test
  void looksAtTheFunctionsOfOutputs() {
    assertFinding(
        template().output("O", output(mapping("Fn::Nope", "x"))),
        "Outputs.O.Value",
        "`Fn::Nope` is not a CloudFormation function");
  }

  @Test
  void takesAnyAttributeOfOtherTypes() {
    assertThat(
            check(
                template()
                    .resource("Custom", Values.resource("Custom::Thing"))
                    .output("Any", new Output("Any.", getAtt("Custom", "Whatever.Deep")))))
        .isEmpty();
  }

  @Test
  void findsDependenciesOnNothing() {
    assertFinding(
        template().resource("User", BUCKET.after("Nobody")),
        "Resources.User.DependsOn[0]",
        "DependsOn refers to `Nobody`");
  }

  @Test
  void findsParametersThatNothingUses() {
    assertFinding(
        template().parameter("Idle", Parameter.required("Idle.")),
        "Parameters.Idle",
        "this parameter is not used");
  }

  @Test
  void findsFormsThatNameNoParameter() {
    Value.Mapping form =
        mapping(
            "AWS::CloudFormation::Interface",
            mapping(
                "ParameterGroups",
                sequence(mapping("Label", mapping("default", "x"), "Parameters", sequence("Nope"))),
                "ParameterLabels",
                mapping("Neither", mapping("default", "y"))));
    assertThat(TemplateVerifier.verify(template().build().document().with("Metadata", form)))
        .extracting(Finding::toString)
        .containsExactly(
            "Metadata.AWS::CloudFormation::Interface.ParameterGroups[0].Parameters[0]: the template"
                + " has no parameter `Nope`.",
            "Metadata.AWS::CloudFormation::Interface.ParameterLabels.Neither: the template has no"
                + " parameter `Neither`.");
  }

  @Test
  void namesCircles() {
    assertFinding(
        template()
            .resource("Start", resource(ref("A")))
            .resource("A", resource(sub("${B}")))
            .resource("B", resource(getAtt("Bucket", "Arn")).after("C"))
            .resource("C", resource(mapping("Ref", "A"))),
        "Resources.A",
        "the resources depend on each other: A -> B -> C -> A.");
    assertFinding(
        template().resource("Self", resource(ref("Self"))), "Resources.Self", "Self -> Self.");
  }

  @Test
  void takesDiamonds() {
    assertThat(
            check(
                template()
                    .resource("A", resource(ref("B"), ref("C")))
                    .resource("B", resource(ref("Bucket")))
                    .resource("C", resource(ref("Bucket"), ref("B")))))
        .isEmpty();
  }

  @Test
  void countsEntries() {
    assertCount(
        500, n -> many(n, (builder, i) -> builder.resource("R" + i, BUCKET)), "Resources", 1);
    assertCount(
        200,
        n -> many(n, (builder, i) -> builder.output("O" + i, new Output("x", ref("Bucket")))),
        "Outputs",
        0);
    assertCount(
        200,
        n ->
            many(
                n,
                (builder, i) ->
                    builder
                        .parameter("P" + i, Parameter.required("x"))
                        .resource("R" + i, resource(ref("P" + i)))),
        "Parameters",
        0);
  }

  @Test
  void findsALogicalIdTwice() {
    assertFinding(
        template().parameter("Bucket", Parameter.required("x")).output("O", output(ref("Bucket"))),
        "Parameters.Bucket",
        "a resource has the same logical ID");
  }

  @Test
  void findsLogicalIdsThatAreNone() {
    Template built = template().build();
    for (String id : List.of("with-dash", "x".repeat(256), "")) {
      assertThat(
              TemplateVerifier.verify(
                  new Template(
                          built.description(),
                          Map.of(),
                          Map.of(),
                          Map.of(id, BUCKET, "x".repeat(255), BUCKET),
                          Map.of())
                      .document()))
          .extracting(Finding::sentence)
          .containsExactly("a logical ID can contain only letters and digits, at most 255.");
    }
  }

  @Test
  void findsATemplateOfNothing() {
    assertThat(TemplateVerifier.verify(Template.builder("x").build().document()))
        .extracting(Finding::toString)
        .containsExactly("Resources: a template needs at least one resource.");
    assertFinding(template().resource("R", Values.resource("")), "Resources.R", "needs a Type");
  }

  @Test
  void measuresTexts() {
    assertThat(check(Template.builder("é".repeat(512)).resource("Bucket", BUCKET))).isEmpty();
    assertThat(check(Template.builder("é".repeat(512) + "x").resource("Bucket", BUCKET)))
        .extracting(Finding::toString)
        .containsExactly("Description: 1025 bytes exceed the limit of 1024.");
    assertFinding(
        template().output("O", new Output("x".repeat(1025), ref("Bucket"))),
        "Outputs.O.Description",
        "1025 bytes");
    assertFinding(
        template()
            .parameter("P", Parameter.withDefault("x".repeat(4097), "x"))
            .output("O", output(ref("P"))),
        "Parameters.P.Default",
        "4097 bytes exceed the limit of 4096");
  }

  @Test
  void triesAllowedPatterns() {
    UnaryOperator<Parameter> digits = parameter -> parameter.matching("[0-9]+", "Digits.");
    assertThat(
            check(
                template()
                    .parameter("P", digits.apply(Parameter.withDefault("12", "x")))
                    .parameter("Q", digits.apply(Parameter.required("x")))
                    .output("O", output(sub("${P}${Q}")))))
        .isEmpty();
    assertFinding(
        template()
            .parameter("P", digits.apply(Parameter.withDefault("12a", "x")))
            .output("O", output(ref("P"))),
        "Parameters.P",
        "the Default does not match the AllowedPattern");
    assertFinding(
        template()
            .parameter("P", Parameter.withDefault("1", "x").matching("[", "x"))
            .output("O", output(ref("P"))),
        "Parameters.P",
        "not a valid regular expression");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::CodeCommit::Repository, RepositoryName, my.app_1, a.git",
    "AWS::CodeCommit::Repository, RepositoryName, a, a b",
    "AWS::CodeBuild::Project, Name, 9_-, a",
    "AWS::CodeBuild::Project, Name, ab, -ab",
    "AWS::CodeBuild::ReportGroup, Name, ab, a",
    "AWS::CodeConnections::Connection, ConnectionName, a b, 123456789012345678901234567890123",
    "AWS::CodePipeline::Pipeline, Name, a.@_-, a/b",
    "AWS::CodeStarNotifications::NotificationRule, Name, a b, a.b",
    "AWS::Events::Rule, Name, a.b, a b",
    "AWS::IAM::ManagedPolicy, ManagedPolicyName, 'a+=,.@-_', a/b",
    "AWS::IAM::Policy, PolicyName, ab, a b",
    "AWS::IAM::Role, RoleName, ab, a/b",
    "AWS::KMS::Alias, AliasName, alias/orders/x, alias/aws/s3",
    "AWS::KMS::Alias, AliasName, alias/a, orders",
    "AWS::Logs::LogGroup, LogGroupName, /aws/codebuild/x#, a b",
    "AWS::S3::Bucket, BucketName, a.b-c, Abc",
    "AWS::S3::Bucket, BucketName, abc, ab",
    "AWS::SNS::Topic, TopicName, a_b, a.b",
    "AWS::SNS::Topic, TopicName, a.fifo, a fifo",
  })
  void knowsNames(String type, String property, String good, String bad) {
    // A pipeline without stages has findings of its own; the names are looked at here.
    assertThat(names(Values.resource(type, property, good))).isEmpty();
    assertThat(names(Values.resource(type, property, bad)))
        .containsExactly("Resources.R.Properties." + property);
    assertThat(names(Values.resource(type, property, sub("${AWS::StackName}" + bad)))).isEmpty();
  }

  @Test
  void putsDefaultsIntoNames() {
    for (Value name : List.of(sub("${App}-x${!y}".replace("${!y}", "")), ref("App"))) {
      assertThat(
              check(
                  template()
                      .parameter("App", Parameter.withDefault("a".repeat(62), "x"))
                      .resource("R", Values.resource("AWS::IAM::Role", "RoleName", name))))
          .isEmpty();
    }
    assertFinding(
        template()
            .parameter("App", Parameter.withDefault("a".repeat(63), "x"))
            .resource("R", Values.resource("AWS::IAM::Role", "RoleName", sub("${App}-x"))),
        "Resources.R.Properties.RoleName",
        "the name `" + "a".repeat(63) + "-x` does not match");
    assertFinding(
        template()
            .resource(
                "R",
                Values.resource(
                    "AWS::S3::Bucket", "BucketName", sub("X${AWS::AccountId}-${AWS::Region}"))),
        "Resources.R.Properties.BucketName",
        "`X123456789012-ap-southeast-1`");
    assertFinding(
        template().resource("R", Values.resource("AWS::S3::Bucket", "BucketName", sub("a${!b}"))),
        "Resources.R.Properties.BucketName",
        "`a${b}`");
  }

  @Test
  void measuresInlinePoliciesByRole() {
    int empty = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":\"\"}]}".length();
    // Both policies of a role count; white space does not.
    assertThat(check(policies(5_120 - empty, 5_120 - empty))).isEmpty();
    assertFinding(
        policies(5_120 - empty, 5_121 - empty),
        "Resources.Role",
        "the inline policies have 10241 characters, more than the limit of 10240");
  }

  @Test
  void measuresPoliciesOfARoleThatStandAlone() {
    assertFinding(
        template()
            .resource("Role", Values.resource("AWS::IAM::Role"))
            .resource(
                "Alone",
                Values.resource(
                    "AWS::IAM::RolePolicy",
                    "RoleName",
                    ref("Role"),
                    "PolicyDocument",
                    policy(10_240))),
        "Resources.Role",
        "the inline policies have ");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::IAM::Role, AssumeRolePolicyDocument, trust policy, 2048",
    "AWS::S3::BucketPolicy, PolicyDocument, bucket policy, 20480",
    "AWS::KMS::Key, KeyPolicy, key policy, 32768"
  })
  void measuresPoliciesOfResources(String type, String property, String name, int most) {
    assertFinding(
        template().resource("One", Values.resource(type, property, policy(most))),
        "Resources.One.Properties." + property,
        "the " + name + " has ");
  }

  @Test
  void countsManagedPoliciesOfARole() {
    for (int others : List.of(8, 9)) {
      Template.Builder template =
          template()
              .resource(
                  "Role",
                  Values.resource(
                      "AWS::IAM::Role",
                      "ManagedPolicyArns",
                      Value.texts(Collections.nCopies(others, "arn:aws:iam::aws:policy/P"))));
      for (String id : List.of("First", "Second")) {
        template.resource(
            id, Values.resource("AWS::IAM::ManagedPolicy", "Roles", sequence(ref("Role"))));
      }
      if (others == 8) {
        assertThat(check(template)).isEmpty();
      } else {
        assertFinding(template, "Resources.Role", "the role has 11 managed policies");
      }
    }
  }

  @Test
  void measuresManagedPolicies() {
    int empty = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":\"\"}]}".length();
    for (int more : List.of(0, 1)) {
      Template.Builder template =
          template()
              .resource(
                  "Managed",
                  Values.resource(
                      "AWS::IAM::ManagedPolicy", "PolicyDocument", policy(6_144 - empty + more)));
      if (more == 0) {
        assertThat(check(template)).isEmpty();
      } else {
        assertFinding(
            template,
            "Resources.Managed.Properties.PolicyDocument",
            "the managed policy has 6145 characters");
      }
    }
  }

  @Test
  void measuresPoliciesWithWhatIsPutIn() {
    TemplateIndex document =
        TemplateIndex.of(
            template().parameter("P", Parameter.withDefault("12345", "x")).build().document());
    FunctionEvaluator evaluator = document.evaluator();
    assertThat(evaluator.policySize(new Node(Location.TOP, Values.of("a b\n")))).isEqualTo(4);
    assertThat(evaluator.policySize(new Node(Location.TOP, ref("P")))).isEqualTo(7);
    assertThat(evaluator.policySize(new Node(Location.TOP, sub("x${P}${AWS::AccountId}"))))
        .isEqualTo(20);
    assertThat(evaluator.policySize(new Node(Location.TOP, sub("x${Bucket}")))).isEqualTo(67);
    assertThat(evaluator.policySize(new Node(Location.TOP, getAtt("Bucket", "Arn")))).isEqualTo(66);
    assertThat(evaluator.policySize(new Node(Location.TOP, sequence("a", "b")))).isEqualTo(9);
    assertThat(evaluator.policySize(new Node(Location.TOP, mapping("a", "b", "c", sequence("d")))))
        .isEqualTo("{\"a\":\"b\",\"c\":[\"d\"]}".length());
    assertThat(evaluator.policySize(new Node(Location.TOP, Values.of(true)))).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version: '0.2'\nphases:\n  build:\n    commands:\n    - 'echo: 1'\n",
        "version: '0.2'\nphases:\n  install:\n    runtime-versions:\n      python: '3.1'\n"
            + "  build:\n    finally: [a]\n",
        "ci/buildspec.yml",
      })
  void takesBuildSpecifications(String text) {
    assertThat(check(template().resource("Project", project(text)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 0.2~phases: {} | needs a `version`, as text",
        "phases: {}~x: y | needs a `version`, as text",
        "version: '0.2'~phases: {test: {commands: [a]}} | this is not a CodeBuild phase",
        "version: '0.2'~phases: {build: {commands: [a: b]}} | a command must be text",
        "version: '0.2'~phases: {build: {finally: [1]}} | a command must be text",
        "version: '0.2'~phases: {build: {commands: ['{{resolve:ssm:x}}']}} | environment variable",
        "version: '0.2'~phases: [ | line 3",
      })
  void findsBuildSpecificationsThatCodeBuildCannotRead(String text, String sentence) {
    Resource project = project(text.strip().replace("~", "\n") + "\n");
    assertThat(check(template().resource("Project", project)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Resources.Project.Properties.Source.BuildSpec")
        .contains(sentence);
  }

  @Test
  void looksAtBuildSpecificationsThatAreEmbedded() {
    assertThat(checkEmbedded(mapping("version", "0.2"))).isEmpty();
    assertThat(checkEmbedded(mapping("version", 2)))
        .containsExactly("a build specification needs a `version`, as text.");
    assertThat(checkEmbedded(mapping("version", "0.2", "env", "{{resolve:ssm:a}}")))
        .singleElement(STRING)
        .startsWith("CloudFormation would resolve `{{resolve:...}}` in a build specification");
  }

  private static List<String> checkEmbedded(Value.Mapping spec) {
    Resource project =
        Values.resource(
            "AWS::CodeBuild::Project",
            "Source",
            mapping("BuildSpec", DocumentFormat.embedded(spec)));
    return TemplateVerifier.verify(template().resource("Project", project).build().document())
        .stream()
        .map(Finding::sentence)
        .toList();
  }

  @Test
  void readsBuildSpecificationsThatAreSubstituted() {
    Resource project =
        Values.resource(
            "AWS::CodeBuild::Project",
            "Source",
            mapping("BuildSpec", sub("version: '0.2'\nphases: [\n")));
    assertThat(check(template().resource("Project", project))).hasSize(1);
  }

  private interface Adder {
    Template.Builder add(Template.Builder builder, int number);
  }

  private static Template.Builder many(int count, Adder adder) {
    Template.Builder builder = template();
    for (int i = 0; i < count; i++) {
      builder = adder.add(builder, i);
    }
    return builder;
  }

  private static void assertCount(
      int max, IntFunction<Template.Builder> make, String section, int used) {
    String sentence = (max + 1) + " entries exceed the limit of " + max + ".";
    assertThat(check(make.apply(max - used))).isEmpty();
    assertThat(check(make.apply(max + 1 - used).build(), section))
        .extracting(Finding::sentence)
        .containsExactly(sentence);
  }

  private static List<Finding> check(Template template, String path) {
    return TemplateVerifier.verify(template.document()).stream()
        .filter(f -> f.place().toString().equals(path))
        .toList();
  }

  private static Template.Builder policies(int inRole, int attached) {
    return template()
        .resource(
            "Role",
            Values.resource(
                "AWS::IAM::Role",
                "Policies",
                sequence(mapping("PolicyName", "a", "PolicyDocument", policy(inRole)))))
        .resource(
            "Attached",
            Values.resource(
                "AWS::IAM::Policy",
                "PolicyName",
                "b",
                "PolicyDocument",
                policy(attached),
                "Roles",
                sequence(ref("Role"), "by-name")));
  }

  private static Value policy(int characters) {
    return mapping(
        "Version",
        "2012-10-17",
        "Statement",
        sequence(mapping("Action", " \n" + "x".repeat(characters))));
  }

  private static Resource project(String buildSpec) {
    return Values.resource("AWS::CodeBuild::Project", "Source", mapping("BuildSpec", buildSpec));
  }

  private static List<String> names(Resource resource) {
    return check(template().resource("R", resource)).stream()
        .filter(finding -> finding.sentence().startsWith("the name"))
        .map(finding -> finding.place().toString())
        .toList();
  }

  private static Resource resource(Object... items) {
    return Values.resource("AWS::Any::Thing", "Items", sequence(items));
  }

  private static Output output(Value value) {
    return new Output("x", value);
  }

  private static Template.Builder template() {
    return Template.builder("A test.").resource("Bucket", BUCKET);
  }

  private static List<Finding> check(Template.Builder template) {
    return TemplateVerifier.verify(template.build().document());
  }

  private static void assertFinding(Template.Builder template, String path, String sentence) {
    assertThat(check(template))
        .as("one finding")
        .hasSize(1)
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.place()).hasToString(path);
              assertThat(finding.sentence()).contains(sentence);
            });
  }
}
