package io.github.chalicemaven.core.render.v3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evaluator itself: IAM's rules, each with the case that it allows and the one next to it. */
class PolicyEvaluationTest {

  private static final String P = "111122223333";
  private static final String T = "444455556666";
  private static final String OBJECT = "arn:aws:s3:::artifacts/x";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:" + P + ":q";

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "a*c, abbc, true",
    "a*c, abcd, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "a**c*, abcbcx, true",
    "a*b*c, axbxbx, false"
  })
  void wildcardsMatch(String pattern, String text, boolean matches) {
    assertThat(Wildcards.match(pattern, text)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::bucket/*, arn:aws:s3:::bucket/a/b, true",
    "arn:aws:s3:::bucket/*, arn:aws:s3:::bucket, false",
    "arn:aws:lambda:*:1:function:a-*, arn:aws:lambda:us-east-1:1:function:a-b, true",
    "arn:aws:lambda:*:function:a-*, arn:aws:lambda:us-east-1:1:function:a-b, false",
    "arn:aws:*:us-east-1:*:x, arn:aws:sqs:us-east-1:1:x, true"
  })
  void wildcardsOfArnsStayBetweenColons(String pattern, String arn, boolean matches) {
    assertThat(Arn.of(arn).isOf(pattern)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, a, a, true",
    "StringEquals, a*, ab, false",
    "StringLike, a*, ab, true",
    "StringNotEquals, a, b, true",
    "StringNotEquals, a, a, false",
    "StringNotLike, a*, ab, false",
    "ArnLike, arn:aws:iam::1:role/*, arn:aws:iam::1:role/x/y, true",
    "ArnEquals, arn:aws:iam::1:role/x, arn:aws:iam::1:role/xy, false",
    "ArnNotLike, arn:aws:iam::1:role/*, arn:aws:iam::1:role/x, false",
    "Bool, false, FALSE, true",
    "Bool, false, true, false",
    "ForAllValues:StringEquals, a, b, false",
    "ForAnyValue:StringEquals, a, a, true",
    "StringEqualsIfExists, a, b, false"
  })
  void operatorsCompare(String operator, String value, String actual, boolean holds) {
    Condition condition = new Condition(operator, "aws:Key", List.of(value));
    assertThat(condition.holds(Map.of("aws:key", List.of(actual)))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, false",
    "ArnLike, false",
    "Bool, false",
    "StringNotEquals, true",
    "ForAllValues:StringEquals, true",
    "ForAnyValue:StringEquals, false",
    "ForAnyValue:StringNotEquals, false",
    "StringEqualsIfExists, true"
  })
  void aKeyThatTheRequestLacksMatchesByOperator(String operator, boolean holds) {
    Condition condition = new Condition(operator, "aws:Key", List.of("a"));
    assertThat(condition.holds(Map.of())).isEqualTo(holds);
  }

  @Test
  void eachOfSeveralValuesMustMatchAnyOfThePolicys() {
    Condition all = new Condition("ForAllValues:StringEquals", "k", List.of("a", "b"));
    assertThat(all.holds(Map.of("k", List.of("b", "a")))).isTrue();
    assertThat(all.holds(Map.of("k", List.of("a", "c")))).isFalse();
    assertThat(
            new Condition("StringEquals", "k", List.of("a", "b")).holds(Map.of("k", List.of("b"))))
        .isTrue();
  }

  @Test
  void variablesOfAPolicyAreTheRequests() {
    Condition condition =
        new Condition("StringEquals", "s3:prefix", List.of("${aws:PrincipalAccount}"));
    assertThat(condition.holds(Map.of("s3:prefix", List.of(P), "aws:principalaccount", List.of(P))))
        .isTrue();
    assertThat(condition.holds(Map.of("s3:prefix", List.of(P), "aws:principalaccount", List.of(T))))
        .isFalse();
    assertThat(condition.holds(Map.of("s3:prefix", List.of(P)))).isFalse();
  }

  @Test
  void whatIsNotKnownIsNotGuessed() {
    assertThatThrownBy(() -> new Condition("DateLessThan", "aws:CurrentTime", List.of("x")))
        .hasMessage("unknown operator: DateLessThan");
    assertThatThrownBy(() -> deploy(in(P, bucket("{'Fn::ImportValue': 'x'}"))))
        .hasMessage("unknown function: Fn::ImportValue");
    String notAction = "{'Effect': 'Allow', 'NotAction': 's3:*', 'Resource': '*'}";
    assertThatThrownBy(() -> deploy(in(P, role("R", policies(notAction)))))
        .hasMessage("unknown element in [Effect, NotAction, Resource]");
    Accounts bound = deploy(in(P, role("R", boundary())));
    Request request = Request.of(roleArn(P, "R"), "sqs:SendMessage", QUEUE);
    assertThatThrownBy(() -> bound.answer(request))
        .hasMessage("unknown policy: arn:aws:iam::111122223333:policy/Boundary");
    assertThatThrownBy(() -> deploy(in(P, key("{'Federated': 'x'}"))))
        .hasMessage("unknown principals: {Federated=[x]}");
    assertThatThrownBy(() -> deploy(in(P, resource("Policy", "AWS::IAM::Policy", ""))))
        .hasMessage("AWS::IAM::Policy is not evaluated");
  }

  @Test
  void withinAnAccountARolesPoliciesSuffice() {
    Accounts accounts = deploy(in(P, role("R", may("cloudformation:Describe*", stackIn(P)))));
    allowed(accounts, Request.of(roleArn(P, "R"), "cloudformation:DescribeStacks", stackIn(P)));
    refused(accounts, Request.of(roleArn(P, "R"), "cloudformation:DeleteStack", stackIn(P)));
    refused(accounts, Request.of(roleArn(P, "R"), "cloudformation:DescribeStacks", QUEUE));
    refused(accounts, Request.of(roleArn(P, "S"), "cloudformation:DescribeStacks", stackIn(P)));
  }

  @Test
  void whatHasNoPolicyIsNotForOtherAccounts() {
    Accounts accounts = deploy(in(T, role("R", may("*", "*"))));
    allowed(accounts, Request.of(roleArn(T, "R"), "cloudformation:DescribeStacks", stackIn(T)));
    refused(accounts, Request.of(roleArn(T, "R"), "cloudformation:DescribeStacks", stackIn(P)));
    refused(accounts, Request.of(roleArn(T, "R"), "iam:PassRole", roleArn(P, "x")));
    refused(accounts, Request.of(roleArn(T, "R"), "s3:GetObject", OBJECT));
  }

  @Test
  void managedPoliciesCountByRoleAndByArn() {
    String document = "'PolicyDocument': " + policy(allow("sqs:SendMessage", "'Resource': '*'"));
    Accounts accounts =
        deploy(
            in(
                P,
                role("ByRoles", "'Path': '/a/'"),
                role("ByArns", "'ManagedPolicyArns': [{'Ref': 'Second'}]"),
                role("None", "'Path': '/'"),
                resource(
                    "First",
                    "AWS::IAM::ManagedPolicy",
                    document + ", 'Roles': [{'Ref': 'ByRoles'}]"),
                resource("Second", "AWS::IAM::ManagedPolicy", document)));
    allowed(accounts, Request.of(roleArn(P, "a/ByRoles"), "sqs:SendMessage", QUEUE));
    allowed(accounts, Request.of(roleArn(P, "ByArns"), "sqs:SendMessage", QUEUE));
    refused(accounts, Request.of(roleArn(P, "None"), "sqs:SendMessage", QUEUE));
    refused(accounts, Request.of(roleArn(P, "ByRoles"), "sqs:SendMessage", QUEUE));
  }

  @Test
  void anExplicitDenyWins() {
    String deny = "{'Effect': 'Deny', 'Action': 'sqs:Delete*', 'Resource': '*'}";
    String allow = allow("sqs:*", "'Resource': '*'");
    Accounts accounts = deploy(in(P, role("R", policies(allow + ", " + deny))));
    allowed(accounts, Request.of(roleArn(P, "R"), "sqs:SendMessage", QUEUE));
    refused(accounts, Request.of(roleArn(P, "R"), "sqs:DeleteQueue", QUEUE));
  }

  @Test
  void aBoundaryLimitsAndGivesNothing() {
    Accounts accounts = new Accounts(Optional::of);
    accounts.addPolicy(
        "arn:aws:iam::111122223333:policy/Boundary",
        Map.of(
            "Statement",
            Map.of("Effect", "Allow", "Action", List.of("ec2:*", "sqs:*"), "Resource", "*")));
    accounts.deploy(
        in(
            P,
            role(
                "R",
                boundary()
                    + ", "
                    + policies(
                        allow("sqs:*", "'Resource': '*'")
                            + ", "
                            + allow("sns:*", "'Resource': '*'")))));
    allowed(accounts, Request.of(roleArn(P, "R"), "sqs:SendMessage", QUEUE));
    refused(accounts, Request.of(roleArn(P, "R"), "sns:ListTopics", "*"));
    refused(accounts, Request.of(roleArn(P, "R"), "ec2:DescribeVpcs", "*"));
  }

  @Test
  void acrossAccountsBothSidesMustAllow() {
    DeployedStack roles =
        in(
            T,
            role("R", may("s3:GetObject", "arn:aws:s3:::artifacts/*")),
            role("Idle", "'Path': '/'"));
    Accounts both = deploy(in(P, bucket(), bucketPolicy(root(T), "s3:Get*", "")), roles);
    allowed(both, Request.of(roleArn(T, "R"), "s3:GetObject", OBJECT));
    refused(both, Request.of(roleArn(T, "Idle"), "s3:GetObject", OBJECT));
    refused(both, Request.of(roleArn(T, "R"), "s3:GetObjectVersion", OBJECT));
    refused(both, Request.of(roleArn(T, "R"), "s3:PutObject", OBJECT));
    refused(deploy(in(P, bucket()), roles), Request.of(roleArn(T, "R"), "s3:GetObject", OBJECT));
  }

  @Test
  void theAccountsRootStandsForItsRolesAndAConditionForOneOfThem() {
    String condition = "'ArnEquals': {'aws:PrincipalArn': '" + roleArn(T, "R") + "'}";
    Accounts accounts =
        deploy(
            in(P, bucket(), bucketPolicy(root(T), "s3:GetObject", condition)),
            in(T, role("R", may("s3:*", "*")), role("S", may("s3:*", "*"))));
    allowed(accounts, Request.of(roleArn(T, "R"), "s3:GetObject", OBJECT));
    refused(accounts, Request.of(roleArn(T, "S"), "s3:GetObject", OBJECT));
  }

  @Test
  void withinAnAccountTheRootGivesNothingAndARolesArnDoes() {
    for (String account : List.of(P, T)) {
      String named = "{'AWS': '" + roleArn(account, "R") + "'}";
      DeployedStack roles = in(account, role("R", "'Path': '/'"));
      Request request = Request.of(roleArn(account, "R"), "s3:GetObject", OBJECT);
      refused(
          deploy(in(P, bucket(), bucketPolicy(root(account), "s3:GetObject", "")), roles), request);
      Accounts direct = deploy(in(P, bucket(), bucketPolicy(named, "s3:GetObject", "")), roles);
      assertThat(direct.answer(request).allowed()).isEqualTo(account.equals(P));
    }
  }

  @Test
  void anOrganizationIsTheAccounts() {
    String condition = "'StringEquals': {'aws:PrincipalOrgID': 'o-1'}";
    Accounts accounts =
        deploy(
            in(P, bucket(), bucketPolicy("'*'", "s3:GetObject", condition)),
            in(T, role("R", may("s3:*", "*"))));
    Request request = Request.of(roleArn(T, "R"), "s3:GetObject", OBJECT);
    refused(accounts, request);
    accounts.join(T, "o-2");
    refused(accounts, request);
    accounts.join(T, "o-1");
    allowed(accounts, request);
  }

  @Test
  void aBucketsPolicyCanDenyWhatARoleMay() {
    String tls =
        "{'Effect': 'Deny', 'Principal': {'AWS': '*'}, 'Action': 's3:*', 'Resource': '*',"
            + " 'Condition': {'Bool': {'aws:SecureTransport': 'false'}}}";
    Accounts accounts =
        deploy(in(P, bucket(), bucketPolicy(policy(tls)), role("R", may("s3:*", "*"))));
    Request request = Request.of(roleArn(P, "R"), "s3:GetObject", OBJECT);
    allowed(accounts, request);
    refused(accounts, request.with("aws:SecureTransport", "false"));
  }

  @Test
  void aKeyIsForWhomItsPolicyNames() {
    for (String account : List.of(P, T)) {
      DeployedStack roles = in(account, role("R", may("kms:*", "*")), role("Idle", "'Path': '/'"));
      Request request = Request.of(roleArn(account, "R"), "kms:Decrypt", keyArn());
      allowed(deploy(in(P, key(root(account))), roles), request);
      refused(deploy(in(P, key(root(account))), roles), request.by(roleArn(account, "Idle")));
      refused(deploy(in(P, key(root("777788889999"))), roles), request);
      String idle = "{'AWS': '" + roleArn(account, "Idle") + "'}";
      assertThat(
              deploy(in(P, key(idle)), roles)
                  .answer(request.by(roleArn(account, "Idle")))
                  .allowed())
          .isEqualTo(account.equals(P));
    }
  }

  @Test
  void aRoleIsForWhomItTrusts() {
    String trusting =
        resource(
            "Trusting",
            "AWS::IAM::Role",
            "'RoleName': 'Trusting', 'AssumeRolePolicyDocument': "
                + policy(allow("sts:AssumeRole", "'Principal': " + root(P))));
    Accounts accounts =
        deploy(
            in(P, role("R", may("sts:AssumeRole", "*")), role("Idle", "'Path': '/'")),
            in(T, trusting, role("S", may("sts:AssumeRole", "*"))));
    allowed(accounts, Request.of(roleArn(P, "R"), "sts:AssumeRole", roleArn(T, "Trusting")));
    refused(accounts, Request.of(roleArn(P, "Idle"), "sts:AssumeRole", roleArn(T, "Trusting")));
    refused(accounts, Request.of(roleArn(T, "S"), "sts:AssumeRole", roleArn(T, "Trusting")));
    refused(accounts, Request.of(roleArn(P, "R"), "sts:AssumeRole", roleArn(T, "Absent")));
  }

  @Test
  void aServiceIsWhatThePolicyNames() {
    String condition = "'StringEquals': {'aws:SourceAccount': {'Ref': 'AWS::AccountId'}}";
    String logging = "{'Service': 'logging.s3.amazonaws.com'}";
    Accounts accounts = deploy(in(P, bucket(), bucketPolicy(logging, "s3:PutObject", condition)));
    Request request = Request.of("logging.s3.amazonaws.com", "s3:PutObject", OBJECT);
    allowed(accounts, request.with("aws:SourceAccount", P));
    refused(accounts, request.with("aws:SourceAccount", T));
    refused(accounts, request);
    refused(accounts, request.with("aws:SourceAccount", P).by("codebuild.amazonaws.com"));
  }

  @Test
  void aMutationChangesWhatStacksContain() {
    DeployedStack stack = in(P, role("R", may("sqs:*", "*")));
    Accounts without =
        new Accounts(s -> s.place().contains("R p 0") ? Optional.empty() : Optional.of(s));
    without.deploy(stack);
    Request request = Request.of(roleArn(P, "R"), "sqs:SendMessage", QUEUE);
    allowed(deploy(stack), request);
    refused(without, request);
    assertThat(without.statements())
        .extracting(Statement::place)
        .containsExactly("stack-111122223333 R p 0", "stack-111122223333 R 0");
  }

  @Test
  void functionsAreEvaluatedAsCloudFormationDoes() {
    DeployedStack stack =
        in(
            P,
            bucket("{'Fn::Join': ['-', ['a', {'Ref': 'AWS::AccountId'}]]}"),
            resource("Key", "AWS::KMS::Key", ""),
            resource(
                "Use",
                "X",
                "'A': {'Fn::GetAtt': ['Bucket', 'Arn']},"
                    + " 'B': {'Fn::Sub': '${Bucket}/${Bucket.Arn}/${AWS::Region}/${!aws:x}'}"));
    assertThat(stack.properties("Use").get("A")).isEqualTo("arn:aws:s3:::a-111122223333");
    assertThat(stack.properties("Use").get("B"))
        .isEqualTo("a-111122223333/arn:aws:s3:::a-111122223333/us-east-1/${aws:x}");
    assertThat(stack.arn("Key")).matches("arn:aws:kms:us-east-1:111122223333:key/[0-9a-f-]{36}");
  }

  private static void allowed(Accounts accounts, Request request) {
    assertThat(accounts.answer(request)).matches(Accounts.Answer::allowed, "allows " + request);
  }

  private static void refused(Accounts accounts, Request request) {
    assertThat(accounts.answer(request)).matches(a -> !a.allowed(), "refuses " + request);
  }

  private static String roleArn(String account, String name) {
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  private static String stackIn(String account) {
    return "arn:aws:cloudformation:us-east-1:" + account + ":stack/orders/1";
  }

  private static String keyArn() {
    return "arn:aws:kms:us-east-1:" + P + ":key/k";
  }

  private static String root(String account) {
    return "{'AWS': 'arn:aws:iam::" + account + ":root'}";
  }

  private static String boundary() {
    return "'PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Boundary'";
  }

  private static String key(String principal) {
    String statement = allow("kms:*", "'Principal': " + principal + ", 'Resource': '*'");
    return resource("Key", "AWS::KMS::Key", "'Name': 'k', 'KeyPolicy': " + policy(statement));
  }

  private static String bucket() {
    return bucket("'artifacts'");
  }

  private static String bucket(String name) {
    return resource("Bucket", "AWS::S3::Bucket", "'BucketName': " + name);
  }

  private static String bucketPolicy(String principal, String action, String condition) {
    return bucketPolicy(
        policy(
            allow(
                action,
                "'Principal': "
                    + principal
                    + ", 'Resource': 'arn:aws:s3:::artifacts/*', 'Condition': {"
                    + condition
                    + "}")));
  }

  private static String bucketPolicy(String document) {
    return resource(
        "Policy",
        "AWS::S3::BucketPolicy",
        "'Bucket': {'Ref': 'Bucket'}, 'PolicyDocument': " + document);
  }

  private static String role(String name, String properties) {
    String trust = allow("sts:AssumeRole", "'Principal': {'Service': 'lambda.amazonaws.com'}");
    return resource(
        name,
        "AWS::IAM::Role",
        "'RoleName': '"
            + name
            + "', 'AssumeRolePolicyDocument': "
            + policy(trust)
            + ", "
            + properties);
  }

  private static String may(String action, String resource) {
    return policies(allow(action, "'Resource': '" + resource + "'"));
  }

  private static String policies(String statements) {
    return "'Policies': [{'PolicyName': 'p', 'PolicyDocument': " + policy(statements) + "}]";
  }

  private static String policy(String statements) {
    return "{'Statement': [" + statements + "]}";
  }

  private static String allow(String action, String more) {
    return "{'Effect': 'Allow', 'Action': ['" + action + "'], " + more + "}";
  }

  private static String resource(String id, String type, String properties) {
    return "'" + id + "': {'Type': '" + type + "', 'Properties': {" + properties + "}}";
  }

  /** A stack of an account; its resources are JSON with single quotes. */
  private static DeployedStack in(String account, String... resources) {
    String json = "{'Resources': {" + String.join(", ", resources) + "}}";
    return DeployedStack.of("stack-" + account, account, "us-east-1", json.replace('\'', '"'));
  }

  private static Accounts deploy(DeployedStack... stacks) {
    return Accounts.of(List.of(stacks));
  }
}
