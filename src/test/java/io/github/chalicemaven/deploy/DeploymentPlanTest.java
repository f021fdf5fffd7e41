package io.github.chalicemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.AccountSettings;
import io.github.chalicemaven.deploy.service.AwsSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentPlanTest {

  private static final String HOME = "111122223333";
  private static final String PROD = "444455556666";
  private static final String ASIA = "777788889999";

  private static final StackPart TARGET = part("target-" + PROD, PROD, "eu-west-1");
  private static final StackPart SECOND = part("target-" + ASIA, ASIA, "eu-west-1");
  private static final StackPart REGION = part("region-eu-west-1", HOME, "eu-west-1");
  private static final StackPart PIPELINE = part("pipeline", HOME, "eu-central-1");
  private static final AccountAccess ACCESS = new AccountAccess("prod", null);

  private final Problems problems = new Problems();

  @Test
  void aPipelineOfOneAccountIsOneStepWithTheGoalsOwnCredentials() {
    StackPart alone = Parts.part("pipeline", "orders-pipeline", null, null);
    assertThat(plan(Map.of(), alone).steps(null, problems))
        .containsExactly(new DeploymentPlan.Step(alone, Optional.empty()));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void allPartsAreDeployedInOrderWhereEachAccountHasItsWay() {
    assertThat(plan(Map.of(PROD, ACCESS), TARGET, REGION, PIPELINE).steps(null, problems))
        .containsExactly(
            new DeploymentPlan.Step(TARGET, Optional.of(ACCESS)),
            new DeploymentPlan.Step(REGION, Optional.empty()),
            new DeploymentPlan.Step(PIPELINE, Optional.empty()));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void deletionIsInReverse() {
    assertThat(
            plan(Map.of(PROD, ACCESS), TARGET, REGION, PIPELINE).reversed().steps(null, problems))
        .extracting(DeploymentPlan.Step::part)
        .containsExactly(PIPELINE, REGION, TARGET);
  }

  @Test
  void thePipelinesAccountMayHaveAWayOfItsOwn() {
    assertThat(plan(Map.of(PROD, ACCESS, HOME, ACCESS), TARGET, PIPELINE).steps(null, problems))
        .allMatch(step -> step.access().equals(Optional.of(ACCESS)));
  }

  @Test
  void onePartIsDeployedWithTheGoalsOwnCredentialsOrItsAccounts() {
    assertThat(plan(Map.of(), TARGET, REGION, PIPELINE).steps(TARGET.name(), problems))
        .containsExactly(new DeploymentPlan.Step(TARGET, Optional.empty()));
    assertThat(plan(Map.of(PROD, ACCESS), TARGET, PIPELINE).steps(TARGET.name(), problems))
        .containsExactly(new DeploymentPlan.Step(TARGET, Optional.of(ACCESS)));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void accountsWithoutAWayAreNamedWithTheCommandsOfAllParts() {
    plan(Map.of(), TARGET, SECOND, PIPELINE).steps(null, problems);
    assertThat(problems.found())
        .containsExactly(
            "<accounts> has no credentials for account 444455556666, 777788889999: add"
                + " <account><id>444455556666</id><profile>...</profile></account>,"
                + " <account><id>777788889999</id><profile>...</profile></account>, or work on each"
                + " part with credentials of its account, in this order: `mvn"
                + " target-444455556666`, `mvn target-777788889999`, `mvn pipeline`.");
  }

  @Test
  void anUnknownPartIsNamedWithThoseThatThereAre() {
    assertThat(plan(Map.of(PROD, ACCESS), TARGET, PIPELINE).steps("target", problems)).isEmpty();
    plan(Map.of(), PIPELINE).steps("region-eu-west-1", problems);
    assertThat(problems.found())
        .containsExactly(
            "<part> (-Dchalice.part) is `target`: use `target-444455556666`, `pipeline`, or leave"
                + " it out for all of them, in this order.",
            "<part> (-Dchalice.part) is `region-eu-west-1`: the pipeline has no parts in other"
                + " accounts or regions; leave it out.");
  }

  @Test
  void accountsAreRead() {
    AccountSettings profile = account(PROD, "prod", null);
    AccountSettings role = account(ASIA, null, "arn:aws:iam::777788889999:role/ops/deploy");
    assertThat(AccountAccess.of(List.of(profile, role), problems))
        .containsExactly(
            Map.entry(PROD, new AccountAccess("prod", null)),
            Map.entry(ASIA, new AccountAccess(null, role.roleArn)));
    assertThat(AccountAccess.of(null, problems)).isEmpty();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void whatIsWrongWithAccountsIsSaidAtOnce() {
    AccountAccess.of(
        List.of(
            account(null, "prod", null),
            account("4444", "prod", null),
            account(PROD, null, null),
            account(PROD, "prod", "arn:aws:iam::444455556666:role/deploy"),
            account(PROD, null, "arn:aws:iam::777788889999:role/deploy"),
            account(PROD, "prod", null),
            account(PROD, "other", null)),
        problems);
    assertThat(problems.found())
        .containsExactly(
            "<accounts><account>[1] needs an <id>: the account's 12 digits.",
            "<accounts><account>[2]<id> is `4444`: an account has 12 digits.",
            "<accounts><account>[3] needs either a <profile> of ~/.aws/config, or a <roleArn> to"
                + " assume.",
            "<accounts><account>[4] needs either a <profile> of ~/.aws/config, or a <roleArn> to"
                + " assume.",
            "<accounts><account>[5]<roleArn> is `arn:aws:iam::777788889999:role/deploy`: it must be"
                + " the ARN of a role of that account.",
            "<accounts><account>[7]<id> is `444455556666`: this account is listed twice. Remove one.");
  }

  @Test
  void aWayReplacesTheGoalsOwnCredentials() {
    AwsSettings own =
        new AwsSettings(
            "eu-west-1",
            "home",
            new AwsSettings.AccessKey("id", "secret", null),
            new AwsSettings.Role("arn:aws:iam::111122223333:role/x", "e", "s", null),
            null,
            null);
    AwsSettings byProfile = new AccountAccess("prod", null).applyTo(own, "release");
    assertThat(byProfile).isEqualTo(new AwsSettings("eu-west-1", "prod", null, null, null, null));
    AwsSettings byRole =
        new AccountAccess(null, "arn:aws:iam::444455556666:role/x").applyTo(own, "release");
    assertThat(byRole)
        .isEqualTo(
            own.assuming(
                new AwsSettings.Role("arn:aws:iam::444455556666:role/x", null, "release", null)));
  }

  private static DeploymentPlan plan(Map<String, AccountAccess> accounts, StackPart... parts) {
    return new DeploymentPlan(List.of(parts), accounts, part -> "mvn " + part.name());
  }

  private static StackPart part(String name, String account, String region) {
    return Parts.part(name, "orders-" + name, account, region);
  }

  private static AccountSettings account(String id, String profile, String roleArn) {
    AccountSettings account = new AccountSettings();
    account.id = id;
    account.profile = profile;
    account.roleArn = roleArn;
    return account;
  }
}
