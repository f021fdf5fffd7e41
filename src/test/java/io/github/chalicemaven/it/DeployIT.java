package io.github.chalicemaven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chalicemaven.deploy.aws.AwsStub;
import io.github.chalicemaven.deploy.aws.TestCertificate;
import io.github.chalicemaven.deploy.aws.TunnelProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;

/**
 * The goals that work with AWS, as processes of their own against a local server, on several
 * releases of Maven and JDKs: credentials, a terminal, interruptions. Run by the profile {@code
 * thorough}.
 */
@Timeout(180)
class DeployIT {

  private static final String DEPLOY = MavenRun.goal("deploy-pipeline");
  private static final String YES = "-Dchalice.yes";
  private static final String WAITING = "another operation is in progress; waiting for its end.";

  private static final Map<String, String> KEYS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "AKIATEST",
          "AWS_SECRET_ACCESS_KEY", "not-to-be-logged",
          "AWS_REGION", "eu-west-1",
          "AWS_EC2_METADATA_DISABLED", "true");

  private AwsStub aws;

  @BeforeEach
  void startAws() throws IOException {
    aws = new AwsStub();
  }

  @AfterEach
  void stopAws() {
    aws.close();
  }

  /** Without the Maven of the machine, if it is another release. */
  static List<Combination> combinations() throws IOException {
    return Combination.all().stream()
        .filter(one -> Stream.of("3.6.3", "3.9", "4.").anyMatch(one.maven()::startsWith))
        .toList();
  }

  /** Each release of Maven once. */
  static List<Combination> mavens() throws IOException {
    Map<String, Combination> mavens = new TreeMap<>();
    combinations().forEach(one -> mavens.put(one.maven(), one));
    return List.copyOf(mavens.values());
  }

  private static Combination latest() throws IOException {
    return combinations().stream()
        .filter(one -> one.maven().startsWith("3.9"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void deploysDescribesAndDeletes(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "deploy");

    String log =
        run.exits(
            0,
            KEYS,
            options(
                DEPLOY,
                MavenRun.goal("describe-pipeline"),
                MavenRun.goal("delete-pipeline"),
                YES,
                "-Dchalice.allowDataLoss=SourceRepository,ApplicationBucket,ArtifactBucketStore",
                "-X"));

    assertThat(log)
        .contains("Stack orders-pipeline is in CREATE_COMPLETE.")
        .contains("Output SourceRepoURL = value-of-SourceRepoURL")
        .contains("Stack orders-pipeline is deleted.")
        .doesNotContain("not-to-be-logged");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mavens")
  void saysWhyItCannotWorkOffline(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "offline").withoutSdk();

    String log = run.exits(1, KEYS, options(DEPLOY, YES));

    assertThat(log)
        .contains("the AWS SDK, which the first deployment downloads, could not be resolved: ")
        .contains("Run the goal once without -o.")
        .doesNotContain("at io.github.chalicemaven");
    assertThat(aws.operations()).isEmpty();
  }

  /** Passwords that Maven encrypts: an access key's, a proxy's, GitHub's token. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("mavens")
  void takesEncryptedPasswordsFromTheSettings(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "encrypted");
    TestCertificate certificate = TestCertificate.in(run.folder());
    Path security = Files.writeString(run.folder().resolve("security.xml"), security());
    try (AwsStub secure = new AwsStub(certificate);
        TunnelProxy proxy = new TunnelProxy(secure.endpoint(), "me", "proxy-secret")) {
      run.withSettings(
          "<servers><server><id>aws</id><username>AKIASERVER</username><password>"
              + encrypted("key-secret")
              + "</password><passphrase>"
              + encrypted("session-secret")
              + "</passphrase></server><server><id>github</id><username>git</username><password>"
              + encrypted("github-secret")
              + "</password></server></servers><proxies><proxy><id>p</id><protocol>https</protocol>"
              + "<host>127.0.0.1</host><port>"
              + proxy.port()
              + "</port><username>me</username><password>"
              + encrypted("proxy-secret")
              + "</password></proxy></proxies>");
      Map<String, String> environment = new TreeMap<>();
      environment.put("AWS_REGION", "eu-west-1");
      environment.put(
          "MAVEN_OPTS",
          MavenRun.QUICK
              + "-Dsettings.security="
              + security
              + " -Djavax.net.ssl.trustStore="
              + certificate.file()
              + " -Djavax.net.ssl.trustStorePassword="
              + TestCertificate.PASSWORD);

      String log =
          run.exits(
              0,
              environment,
              DEPLOY,
              YES,
              "-X",
              "-Dchalice.endpoint=" + secure.endpoint(),
              "-Dchalice.serverId=aws",
              "-Dchalice.pipelineVersion=v2",
              "-Dchalice.source=github",
              "-Dchalice.secretServerId=github",
              "-Dchalice.parameter.GithubOwner=acme",
              "-Dchalice.parameter.GithubRepoName=orders");

      assertThat(log)
          .contains("Created secret GithubRepoAccess.")
          .contains("Stack orders-pipeline is in CREATE_COMPLETE.")
          .doesNotContain("key-secret", "session-secret", "github-secret", "proxy-secret");
      assertThat(proxy.requests()).anyMatch(request -> request.endsWith(" opened"));
      assertThat(secure.calls("CreateChangeSet").get(0).authorization()).contains("AKIASERVER/");
      assertThat(secure.calls("CreateChangeSet").get(0).token()).isEqualTo("session-secret");
      assertThat(secure.secrets().get("GithubRepoAccess")).contains("github-secret");
    }
  }

  @Test
  void signsInAsTheAwsCliDoes() throws Exception {
    MavenRun run = new MavenRun(latest(), "sso");
    Path cache = Files.createDirectories(run.folder().resolve("home/.aws/sso/cache"));
    Files.writeString(
        cache.resolveSibling("../config").normalize(),
        """
        [profile shop]
        region = eu-west-1
        sso_session = acme
        sso_account_id = 123456789012
        sso_role_name = dev
        [sso-session acme]
        sso_region = eu-west-1
        sso_start_url = https://acme.example.com/start
        """);
    Path token = cache.resolve(sha1("acme") + ".json");
    Map<String, String> environment =
        Map.of(
            "HOME",
            run.folder().resolve("home").toString(),
            "AWS_ENDPOINT_URL_SSO",
            aws.endpoint().toString());

    Files.writeString(token, token("2999-01-01T00:00:00Z"));
    String log = run.exits(0, environment, options(DEPLOY, YES, "-Dchalice.profile=shop", "-X"));

    assertThat(log)
        .contains("Stack orders-pipeline is in CREATE_COMPLETE.")
        .doesNotContain("sso-token", "sso-secret", "sso-session\"");
    assertThat(aws.calls("CreateChangeSet").get(0).authorization()).contains("ASIASSO/");

    Files.writeString(token, token("2001-01-01T00:00:00Z"));
    log = run.exits(1, environment, options(DEPLOY, YES, "-Dchalice.profile=shop"));

    assertThat(log)
        .contains("- profile `shop`: ", "Sign in: `aws sso login --profile shop`")
        .doesNotContain("sso-token");
  }

  @Test
  void asksOnATerminal() throws Exception {
    assumeTrue(MavenRun.hasPython(), "python3 makes the pseudo-terminal");
    aws.cloudFormation().slow(5);
    MavenRun run = new MavenRun(latest(), "deploy-terminal");
    List<String> role =
        List.of(
            "-Dchalice.roleArn=arn:aws:iam::123456789012:role/deploy",
            "-Dchalice.mfaSerial=arn:aws:iam::123456789012:mfa/dev");

    String log =
        run.onATerminal(
            1,
            KEYS,
            List.of(
                List.of("Code of the MFA device arn:aws:iam::123456789012:mfa/dev: ", "123456"),
                List.of("Execute this change set in account 123456789012", "n")),
            options(role, DEPLOY));

    assertThat(log).contains("not confirmed; nothing was changed.");
    assertThat(aws.calls("AssumeRole").get(0).parameters()).containsEntry("TokenCode", "123456");
    assertThat(aws.cloudFormation().status()).isEqualTo("DELETE_COMPLETE");

    log =
        run.onATerminal(
            0,
            KEYS,
            List.of(List.of("Execute this change set in account 123456789012", "y")),
            options(DEPLOY));

    assertThat(log)
        .containsPattern("\r\u001b\\[K\\d/9 done, waiting for \\w+ \\(AWS::")
        .contains("Stack orders-pipeline is in CREATE_COMPLETE.");
  }

  @Test
  void asksForNoMfaCodeWithoutATerminal() throws Exception {
    String log =
        new MavenRun(latest(), "no-mfa")
            .exits(
                1,
                KEYS,
                options(
                    DEPLOY,
                    YES,
                    "-Dchalice.roleArn=arn:aws:iam::123456789012:role/deploy",
                    "-Dchalice.mfaSerial=arn:aws:iam::123456789012:mfa/dev"));

    assertThat(log).contains("an MFA code is needed, and the goal cannot ask for it");
  }

  @Test
  void anInterruptedQuestionLeavesNothingBehind() throws Exception {
    assumeTrue(MavenRun.hasPython(), "python3 makes the pseudo-terminal");
    MavenRun run = new MavenRun(latest(), "interrupted-question");

    String log =
        run.onATerminal(
            130,
            KEYS,
            List.of(List.of("Execute this change set in account 123456789012", "\u0003")),
            options(DEPLOY));

    assertThat(log)
        .contains("Interrupted; the change set of stack orders-pipeline was not executed.");
    assertThat(aws.cloudFormation().changeSetCount()).isZero();
    assertThat(aws.cloudFormation().status()).isEqualTo("DELETE_COMPLETE");
    assertThat(aws.operations()).doesNotContain("ExecuteChangeSet");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mavens")
  void anInterruptedDeploymentGoesOn(Combination combination) throws Exception {
    aws.cloudFormation().slow(1);
    MavenRun run = new MavenRun(combination, "interrupted");
    Process maven = start(run, DEPLOY, YES);
    awaitCall("DescribeStackEvents", 3);

    assertThat(new ProcessBuilder("kill", "-INT", "" + maven.pid()).start().waitFor()).isZero();

    assertThat(run.ended(130, maven))
        .contains(
            "Interrupted. CloudFormation continues; to follow it: aws cloudformation"
                + " describe-stack-events --stack-name orders-pipeline. If you run the goal again,"
                + " it waits for the end of the operation and continues.");
    assertThat(aws.cloudFormation().status()).isEqualTo("CREATE_IN_PROGRESS");
    assertThat(aws.operations()).doesNotContain("DeleteChangeSet", "DeleteStack");
  }

  @Test
  void aKilledDeploymentIsContinued() throws Exception {
    aws.cloudFormation().slow(5);
    MavenRun run = new MavenRun(latest(), "killed");
    Process maven = start(run, DEPLOY, YES);
    awaitCall("ExecuteChangeSet", 1);
    maven.destroyForcibly().waitFor();
    assertThat(aws.cloudFormation().status()).isEqualTo("CREATE_IN_PROGRESS");

    assertThat(run.exits(0, KEYS, options(DEPLOY, YES)))
        .contains(WAITING, "No changes: stack orders-pipeline matches the template.");
    assertThat(aws.operations()).containsOnlyOnce("ExecuteChangeSet");
  }

  @Test
  void theSecondOfTwoDeploymentsWaitsForTheFirst() throws Exception {
    aws.cloudFormation().slow(4);
    MavenRun first = new MavenRun(latest(), "first");
    MavenRun second = new MavenRun(latest(), "second");
    Process one = start(first, DEPLOY, YES);
    awaitCall("ExecuteChangeSet", 1);
    Process other = start(second, DEPLOY, YES, "-Dchalice.branch=next");

    assertThat(first.ended(0, one)).contains("Stack orders-pipeline is in CREATE_COMPLETE.");
    assertThat(second.ended(0, other))
        .contains(WAITING, "Change set: Change 1")
        .contains("Stack orders-pipeline is in UPDATE_COMPLETE.");
  }

  /** In the folder where Maven was started, with its POM, module, profile and properties. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("mavens")
  void theNextCommandsWorkAsPasted(Combination combination) throws Exception {
    MavenRun run = new MavenRun(combination, "pasted").withReactorIn("my apps");
    String log =
        run.exits(
            0,
            KEYS,
            "package",
            "-f",
            "my apps/pom.xml",
            "-pl",
            "orders",
            "-P",
            "live",
            "-Dteam=shop",
            "-Dchalice.endpoint=" + aws.endpoint());
    String next = line(log, "[INFO] Next: ");
    String cli = line(log, "[INFO] Or with the AWS CLI: ");

    assertThat(next).startsWith("mvn -f 'my apps/pom.xml' -pl orders -P live chalice:");
    assertThat(run.pasted(next, KEYS)).isNotZero();
    assertThat(aws.operations()).isEmpty();

    Map<String, String> variables = new TreeMap<>(KEYS);
    variables.putAll(Map.of("GithubOwner", "acme", "GithubRepoName", "orders"));
    assertThat(run.pasted(next, variables)).describedAs(run.log()).isZero();
    assertThat(aws.stack("orders-live").status()).isEqualTo("CREATE_COMPLETE");
    assertThat(aws.calls("CreateChangeSet").get(0).parameters())
        .containsEntry(
            "TemplateBody",
            Files.readString(run.folder().resolve("my apps/orders/target/pipeline.json")))
        .containsValue("acme")
        .containsValue("shop-orders");

    assertThat(run.pasted(cli, KEYS)).isNotZero();
    assertThat(run.pasted(cli, variables)).describedAs(run.log()).isZero();
    assertThat(run.log().lines())
        .containsExactly(
            "cloudformation",
            "deploy",
            "--stack-name",
            "orders-live",
            "--template-file",
            "my apps/orders/target/pipeline.json",
            "--capabilities",
            "CAPABILITY_IAM",
            "--parameter-overrides",
            "GithubOwner=acme",
            "GithubRepoName=orders");
  }

  private static String line(String log, String start) {
    return log.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow();
  }

  private Process start(MavenRun run, String... arguments) throws IOException {
    return run.start(KEYS, run.command(List.of("--batch-mode"), options(arguments)));
  }

  private void awaitCall(String operation, int times) throws InterruptedException {
    while (aws.calls(operation).size() < times) {
      Thread.sleep(50);
    }
  }

  private String[] options(String... arguments) {
    return options(List.of(), arguments);
  }

  private String[] options(List<String> more, String... arguments) {
    List<String> options = new ArrayList<>(Arrays.asList(arguments));
    options.addAll(more);
    options.add("-Dchalice.endpoint=" + aws.endpoint());
    if (!String.join(" ", options).contains("-Dchalice.branch=")) {
      options.add("-Dchalice.branch=main");
    }
    return options.toArray(String[]::new);
  }

  private static String token(String expiration) {
    return "{\"startUrl\": \"https://acme.example.com/start\", \"region\": \"eu-west-1\","
        + " \"accessToken\": \"sso-token\", \"expiresAt\": \""
        + expiration
        + "\"}";
  }

  private static String sha1(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String security() throws Exception {
    return "<settingsSecurity><master>"
        + new DefaultPlexusCipher().encryptAndDecorate("master", "settings.security")
        + "</master></settingsSecurity>";
  }

  private static String encrypted(String password) throws Exception {
    return new DefaultPlexusCipher().encryptAndDecorate(password, "master");
  }
}
