package io.github.chalicemaven.core.resolve;

import static io.github.chalicemaven.core.V3Settings.stage;
import static io.github.chalicemaven.core.V3Settings.stages;
import static io.github.chalicemaven.core.V3Settings.v3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Target;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetResolverTest {

  private static final String P = "111122223333";
  private static final String T = "444455556666";

  private final PipelineSettings settings = v3(new PipelineSettings());
  private final StageSettings prod = stage("prod");

  TargetResolverTest() {
    settings.account = P;
    settings.region = "us-east-1";
    stages(settings, stage("beta"), prod);
  }

  @Test
  void aStageOfThePipelinesOwnPlaceIsNotElsewhere() {
    prod.account = P;
    prod.region = "us-east-1";

    assertThat(resolve().stages()).extracting(Stage::target).containsOnly(Target.HOME);
  }

  @Test
  void whoOnlySaysWhereThePipelineIsChangesNothing() {
    assertThat(resolve().home()).isEmpty();
  }

  @Test
  void anotherAccountAndRegion() {
    prod.account = T;
    prod.region = "eu-west-1";
    settings.organizationId = "o-a1b2c3d4e5";

    V3Pipeline pipeline = resolve();

    assertThat(pipeline.home()).contains(new Home(P, "us-east-1", Optional.of("o-a1b2c3d4e5")));
    assertThat(pipeline.stages().get(1).target())
        .isEqualTo(
            new Target(
                Optional.of(T), Optional.of("eu-west-1"), Optional.empty(), Optional.empty()));
    assertThat(pipeline.otherAccounts()).containsExactly(T);
    assertThat(pipeline.otherRegions()).containsExactly("eu-west-1");
  }

  @Test
  void thePathAndABoundaryOfAwsHoldInAnotherAccount() {
    prod.account = T;
    settings.rolePath = "/pipelines/";
    settings.permissionsBoundary = "arn:aws:iam::aws:policy/PowerUserAccess";

    assertThat(resolve().stages().get(1).target())
        .isEqualTo(
            new Target(
                Optional.of(T),
                Optional.empty(),
                Optional.of("arn:aws:iam::aws:policy/PowerUserAccess"),
                Optional.of("/pipelines/")));
  }

  @Test
  void aStagesOwnBoundaryAndPath() {
    prod.account = T;
    prod.permissionsBoundary = "arn:aws:iam::" + T + ":policy/Limits";
    prod.rolePath = "/deployed/";
    settings.permissionsBoundary = V3Settings.BOUNDARY_ARN;
    settings.rolePath = "/pipelines/";

    V3Pipeline pipeline = resolve();
    assertThat(pipeline.permissionsBoundary(pipeline.stages().get(1)))
        .contains("arn:aws:iam::" + T + ":policy/Limits");
    assertThat(pipeline.permissionsBoundary(pipeline.stages().get(0)))
        .contains(V3Settings.BOUNDARY_ARN);
    assertThat(pipeline.stages().get(1).target().rolePath()).contains("/deployed/");
  }

  @Test
  void thePipelinesPlaceIsRequired() {
    settings.account = null;
    settings.region = null;
    prod.account = T;

    assertProblems(
        "<account> (-Dchalice.account) is required if a stage has an <account> or a <region>,"
            + " because the policies on both sides name the pipeline's account and region. Set it"
            + " to where the pipeline is deployed.",
        "<region> (-Dchalice.region) is required if a stage has an <account> or a <region>,"
            + " because the policies on both sides name the pipeline's account and region. Set it"
            + " to where the pipeline is deployed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"44445555666", "4444555566667", "4444-5555-6666", "", "prod"})
  void aMalformedAccount(String account) {
    prod.account = account;

    assertProblems(
        "<stages><stage name=\"prod\"><account> is `"
            + account
            + "`: use a 12-digit AWS account ID.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west", "EU-WEST-1", "eu_west_1", "Ireland", "", "eu-west-1a"})
  void aMalformedRegion(String region) {
    prod.region = region;

    assertProblems(
        "<stages><stage name=\"prod\"><region> is `"
            + region
            + "`: use the name of an AWS region, such as eu-west-1.");
  }

  @Test
  void aMalformedPlaceOfThePipelineAndOrganization() {
    settings.account = "1";
    settings.region = "here";
    settings.organizationId = "acme";

    assertProblems(
        "<account> (-Dchalice.account) is `1`: use a 12-digit AWS account ID.",
        "<region> (-Dchalice.region) is `here`: use the name of an AWS region, such as eu-west-1.",
        "<organizationId> (-Dchalice.organizationId) is `acme`: use the ID of an AWS organization,"
            + " such as o-a1b2c3d4e5.");
  }

  @Test
  void keysOfS3WithAnotherAccount() {
    settings.encryption = "s3";
    prod.account = T;

    assertProblems(
        "<stages><stage name=\"prod\"><account> is `444455556666`: with"
            + " <encryption>s3</encryption>, no other account can read the artifacts. Use"
            + " <encryption>kms</encryption>, or deploy to the pipeline's account.");
  }

  @Test
  void keysOfS3WithAnotherRegionAreFine() {
    settings.encryption = "s3";
    prod.region = "eu-west-1";

    assertThat(resolve().otherRegions()).containsExactly("eu-west-1");
  }

  @Test
  void aKeyThatExistsHasAPolicyOfItsOwn() {
    settings.encryption = V3Settings.KEY_ARN;
    prod.account = T;

    assertThat(problemsOf().notes())
        .contains(
            "Before the first execution, extend the policy of "
                + V3Settings.KEY_ARN
                + " so that the action and deployment roles of other accounts may use the key"
                + " through S3. See `Order of work` on the page about other accounts and regions.");
  }

  @Test
  void chinaIsRefused() {
    settings.region = "cn-north-1";
    prod.region = "cn-northwest-1";

    String advice =
        "stages in other accounts and regions are not supported in China. Use another region, or a"
            + " pipeline for each account and region.";
    assertProblems(
        "<region> (-Dchalice.region) is `cn-north-1`: " + advice,
        "<stages><stage name=\"prod\"><region> is `cn-northwest-1`: " + advice);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, us-gov-west-1, aws-us-gov, aws",
    "us-gov-west-1, eu-west-1, aws, aws-us-gov",
    "eu-central-1, eusc-de-east-1, aws-eusc, aws"
  })
  void partitionsCannotBeMixed(String home, String region, String partition, String homePartition) {
    settings.region = home;
    prod.region = region;

    assertProblems(
        "<stages><stage name=\"prod\"><region> is `"
            + region
            + "`: it is in the partition "
            + partition
            + ", and the pipeline's region "
            + home
            + " is in "
            + homePartition
            + ": no role can be assumed in another partition. Use a pipeline for each.");
  }

  @Test
  void govCloudAloneIsFine() {
    settings.region = "us-gov-west-1";
    prod.region = "us-gov-east-1";

    assertThat(resolve().otherRegions()).containsExactly("us-gov-east-1");
  }

  @Test
  void twoStagesOfOneStackInOneAccountAndRegion() {
    prod.stackName = "orders";
    prod.account = T;
    prod.region = "eu-west-1";
    StageSettings other = stage("other");
    other.stackName = "orders";
    other.account = T;
    other.region = "eu-west-1";
    stages(settings, prod, other);

    assertProblems(
        "<stages><stage name=\"other\"><stackName> is `orders`: stage `prod` has the same stack. Use"
            + " another one.");
  }

  @Test
  void oneNameOfAStackInTwoAccountsIsFine() {
    prod.stackName = "orders";
    prod.account = T;
    StageSettings other = stage("other");
    other.stackName = "orders";
    stages(settings, prod, other);

    assertThat(resolve().stages()).hasSize(2);
    assertThat(problemsOf().warnings()).isEmpty();
  }

  @Test
  void oneNameOfAStackInTwoRegionsOfAnAccountIsAWarning() {
    prod.stackName = "orders";
    prod.region = "eu-west-1";
    StageSettings other = stage("other");
    other.stackName = "orders";
    stages(settings, other, prod);

    assertThat(problemsOf().warnings())
        .containsExactly(
            "<stages><stage name=\"prod\"><stackName> is `orders`: stage `other` has a stack of"
                + " the same name in another region of the account, and IAM roles are not"
                + " regional: the deployment role of each stage may change the roles of the other"
                + " one. Use another name.");
  }

  @Test
  void aDeploymentRoleOfAnotherAccountThanThePipelines() {
    settings.deployment = deployment("arn:aws:iam::" + T + ":role/deploy");

    assertProblems(
        "<deployment><roleArn> is `arn:aws:iam::444455556666:role/deploy`: the role is in the"
            + " account 444455556666, and the pipeline is in 111122223333 according to <account>"
            + " (-Dchalice.account). CloudFormation cannot use a role of another account. Set the"
            + " <account> of a stage that is deployed there, and the role in the <deployment> of"
            + " that stage; the template for that account creates the other role that the stage"
            + " needs.");
  }

  @Test
  void aDeploymentRoleOfAnotherAccountThanAGivenRolesOfThePipeline() {
    settings.account = null;
    settings.roles = new RolesSettings();
    settings.roles.pipeline = "arn:aws:iam::111122223333:role/pipeline";
    settings.roles.build = "arn:aws:iam::777788889999:role/build";
    prod.deployment = deployment("arn:aws:iam::" + T + ":role/deploy");

    assertProblems(
        "<roles><build> is `arn:aws:iam::777788889999:role/build`: the role is in the account"
            + " 777788889999, and the pipeline is in 111122223333 according to <roles><pipeline>."
            + " Use a role of that account.",
        "<stages><stage name=\"prod\"><deployment><roleArn> is"
            + " `arn:aws:iam::444455556666:role/deploy`: the role is in the account 444455556666,"
            + " and the pipeline is in 111122223333 according to <roles><pipeline>."
            + " CloudFormation cannot use a role of another account. Set the <account> of a stage"
            + " that is deployed there, and the role in the <deployment> of that stage; the"
            + " template for that account creates the other role that the stage needs.");
  }

  @Test
  void aDeploymentRoleWithNothingToHoldItAgainstIsANote() {
    settings.account = null;
    settings.region = null;
    settings.deployment = deployment("arn:aws:iam::" + T + ":role/deploy");

    assertThat(problemsOf().notes())
        .contains(
            "<deployment><roleArn> is `arn:aws:iam::444455556666:role/deploy`: the role must be in the"
                + " pipeline's account. Set <account> (-Dchalice.account) to have that checked.");
  }

  @Test
  void aRoleOfTheStagesAccountDeploysIt() {
    prod.account = T;
    prod.deployment = deployment("arn:aws:iam::" + T + ":role/deploy");

    assertThat(resolve().deployment(resolve().stages().get(1)).roleArn())
        .contains("arn:aws:iam::" + T + ":role/deploy");
  }

  @Test
  void rolesAndPoliciesOfAnotherAccountThanTheStages() {
    prod.account = T;
    settings.deployment = deployment("arn:aws:iam::" + P + ":role/deploy");
    StageSettings live = stage("live");
    live.account = T;
    live.deployment = new DeploymentSettings();
    live.deployment.managedPolicyArns =
        List.of("arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::" + P + ":policy/Tables");
    stages(settings, prod, live);

    assertProblems(
        "<deployment><roleArn> is `arn:aws:iam::111122223333:role/deploy`: stage `prod` is in the"
            + " account 444455556666, which cannot use it. Set one of that account in the"
            + " <deployment> of the stage.",
        "<stages><stage name=\"live\"><deployment><managedPolicyArns> is"
            + " `arn:aws:iam::111122223333:policy/Tables`: stage `live` is in the account 444455556666,"
            + " which cannot use it. Set one of that account in the <deployment> of the stage.");
  }

  @Test
  void aBoundaryOfThePipelinesAccountDoesNotHoldInAnother() {
    prod.account = T;
    settings.permissionsBoundary = V3Settings.BOUNDARY_ARN;

    assertProblems(
        "<permissionsBoundary> (-Dchalice.permissionsBoundary) is"
            + " `arn:aws:iam::111122223333:policy/Boundary`: stage `prod` is in another account,"
            + " and a permissions boundary must be in the same account as the role. Set"
            + " <permissionsBoundary> of the stage to the ARN of a policy in 444455556666.");
  }

  @Test
  void aBoundaryOfAThirdAccount() {
    prod.account = T;
    prod.permissionsBoundary = V3Settings.BOUNDARY_ARN;

    assertProblems(
        "<stages><stage name=\"prod\"><permissionsBoundary> is"
            + " `arn:aws:iam::111122223333:policy/Boundary`: a permissions boundary must be in"
            + " the same account as the role. Set <permissionsBoundary> of the stage to the ARN"
            + " of a policy in 444455556666.");
  }

  @Test
  void boundaryAndPathOfAStageThatIsNotElsewhere() {
    prod.permissionsBoundary = V3Settings.BOUNDARY_ARN;
    prod.rolePath = "/deployed/";

    String advice =
        ": it applies only to a stage in another account. Set the stage's <account>, or use the"
            + " element of the same name next to <stages>.";
    assertProblems(
        "<stages><stage name=\"prod\"><permissionsBoundary> is"
            + " `arn:aws:iam::111122223333:policy/Boundary`"
            + advice,
        "<stages><stage name=\"prod\"><rolePath> is `/deployed/`" + advice);
  }

  @Test
  void alarmsOfAnotherAccount() {
    prod.account = T;
    prod.alarm = alarm();
    prod.healthyAlarm = alarm();

    String advice =
        ": a CloudWatch alarm of another account cannot be watched: CodePipeline looks for alarms"
            + " in the pipeline's account. Leave it out, or deploy to the pipeline's account.";
    assertProblems(
        "<stages><stage name=\"prod\"><alarm>" + advice,
        "<stages><stage name=\"prod\"><healthyAlarm>" + advice);
  }

  @Test
  void alarmsOfAnotherRegionAreFine() {
    prod.region = "eu-west-1";
    prod.alarm = alarm();

    assertThat(resolve().stages().get(1).alarm()).isPresent();
  }

  @Test
  void testsOfAnotherAccountHaveNoOutputs() {
    prod.account = T;
    prod.testCommands = List.of("pytest");

    assertThat(problemsOf().notes())
        .contains(
            "<stages><stage name=\"prod\"><testCommands> run in the pipeline's account, which"
                + " does not see the stack in 444455556666, so the stack's outputs are not"
                + " available as variables.");
  }

  private static DeploymentSettings deployment(String roleArn) {
    DeploymentSettings deployment = new DeploymentSettings();
    deployment.roleArn = roleArn;
    return deployment;
  }

  private static AlarmSettings alarm() {
    AlarmSettings alarm = new AlarmSettings();
    alarm.name = "errors";
    return alarm;
  }

  private V3Pipeline resolve() {
    return V3Settings.pipeline(this::copy);
  }

  private Problems problemsOf() {
    return V3Settings.problems(this::copy);
  }

  private void assertProblems(String... problems) {
    Problems found = new Problems();
    assertThatThrownBy(() -> V3Settings.pipeline(this::copy, found))
        .isInstanceOf(InvalidConfigurationException.class);
    assertThat(found.found()).containsExactly(problems);
  }

  private void copy(PipelineSettings given) {
    given.pipelineVersion = settings.pipelineVersion;
    given.account = settings.account;
    given.region = settings.region;
    given.organizationId = settings.organizationId;
    given.stages = settings.stages;
    given.deployment = settings.deployment;
    given.roles = settings.roles;
    given.rolePath = settings.rolePath;
    given.permissionsBoundary = settings.permissionsBoundary;
    given.encryption = settings.encryption;
  }
}
