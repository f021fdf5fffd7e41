package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.BuildOptions.Variable;
import io.github.chalicemaven.core.pipeline.TestEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the build may do, and the tests of stages, as their options ask for it. */
final class BuildAccess {

  private final Role role;
  private final Grants grants;

  private BuildAccess(Role role, Grants grants) {
    this.role = role;
    this.grants = grants;
  }

  /** Lets the build do what the pipeline and the user's options need. */
  static void allow(TemplateDraft draft) {
    Grants grants = draft.grants();
    draft.storage().allowBuild(grants);
    draft.storage().allowUpload(grants);
    BuildOptions options = draft.pipeline().buildOptions();
    new BuildAccess(Role.BUILD, grants)
        .allow(options.variables(), options.pipIndex(), options.vpc());
  }

  /** Lets the tests of a stage do what their environment needs. */
  static void allow(Grants grants, Role role, TestEnvironment tests) {
    new BuildAccess(role, grants).allow(tests.variables(), tests.pipIndex(), tests.vpc());
  }

  private void allow(
      List<Variable> variables,
      Optional<BuildOptions.PipIndex> pipIndex,
      Optional<BuildOptions.Vpc> vpc) {
    allowVariables(variables);
    pipIndex.ifPresent(this::allowPipIndex);
    vpc.ifPresent(this::allowVpc);
  }

  private void allowVariables(List<Variable> variables) {
    List<Value> parameters =
        arns(
            variables,
            Variable.Type.PARAMETER_STORE,
            name -> Arns.of("ssm", "parameter/" + name.replaceFirst("^/", "")));
    if (!parameters.isEmpty()) {
      grants.allow(
          role, Statement.allow(List.of("ssm:GetParameters"), parameters).named("ReadParameters"));
    }
    // Secrets Manager adds six characters to a secret's name.
    List<Value> secrets =
        arns(
            variables,
            Variable.Type.SECRETS_MANAGER,
            name -> Arns.of("secretsmanager", "secret:" + name.split(":", 2)[0] + "-??????"));
    if (!secrets.isEmpty()) {
      grants.allow(
          role,
          Statement.allow(List.of("secretsmanager:GetSecretValue"), secrets).named("ReadSecrets"));
    }
  }

  private static List<Value> arns(
      List<Variable> variables, Variable.Type type, Function<String, Value> arn) {
    return variables.stream()
        .filter(variable -> variable.type() == type)
        .map(variable -> arn.apply(variable.value()))
        .distinct()
        .toList();
  }

  private void allowPipIndex(BuildOptions.PipIndex index) {
    String account = index.domainOwner().orElse(Place.OF_STACK.account());
    String domain = "domain/" + index.domain();
    String repository = "repository/" + index.domain() + "/" + index.repository();
    grants.allow(
        role,
        Statement.allow(
                Place.OF_STACK.arn("codeartifact", account, domain),
                "codeartifact:GetAuthorizationToken")
            .named("LogInToPipIndex"));
    grants.allow(
        role,
        Statement.allow(
                Place.OF_STACK.arn("codeartifact", account, repository),
                "codeartifact:GetRepositoryEndpoint",
                "codeartifact:ReadFromRepository")
            .named("ReadPipIndex"));
    grants.allowPattern(
        role,
        Statement.allowAnywhere("sts:GetServiceBearerToken")
            .named("GetPipToken")
            .when("StringEquals", "sts:AWSServiceName", "codeartifact.amazonaws.com"),
        "sts:GetServiceBearerToken, which does not support resource ARNs and is limited to"
            + " CodeArtifact by a condition");
  }

  /**
   * What a build in a VPC needs.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html">CodeBuild's
   *     example</a>
   */
  private void allowVpc(BuildOptions.Vpc vpc) {
    Value interfaces = Arns.of("ec2", "network-interface/*");
    String why = "network interfaces, whose IDs EC2 generates";
    List<Value> subnets = new ArrayList<>();
    vpc.subnetIds().forEach(id -> subnets.add(Arns.of("ec2", "subnet/" + id)));
    List<Value> createOn = new ArrayList<>(subnets);
    vpc.securityGroupIds().forEach(id -> createOn.add(Arns.of("ec2", "security-group/" + id)));
    createOn.add(interfaces);
    grants.allowPattern(
        role,
        Statement.allow(List.of("ec2:CreateNetworkInterface"), createOn)
            .named("CreateNetworkInterfaces"),
        why);
    grants.allowPattern(
        role,
        Statement.allow(interfaces, "ec2:DeleteNetworkInterface").named("DeleteNetworkInterfaces"),
        why);
    grants.allowPattern(
        role,
        Statement.allow(interfaces, "ec2:CreateNetworkInterfacePermission")
            .named("UseNetworkInterfaces")
            .when(
                "StringEquals",
                mapping()
                    .with("ec2:AuthorizedService", "codebuild.amazonaws.com")
                    .with("ec2:Subnet", sequence(subnets))),
        why);
    grants.allowPattern(
        role,
        Statement.allowAnywhere(
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs")
            .named("DescribeNetwork"),
        "EC2's Describe actions, which do not support resource ARNs");
  }
}
