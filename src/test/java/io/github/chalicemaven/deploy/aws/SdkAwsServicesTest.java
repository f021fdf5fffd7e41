package io.github.chalicemaven.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.chalicemaven.deploy.aws.AwsStub.Answer;
import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.AwsSettings.AccessKey;
import io.github.chalicemaven.deploy.service.AwsSettings.Proxy;
import io.github.chalicemaven.deploy.service.AwsSettings.Role;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.SpokenLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials, region, proxy and the services beside CloudFormation, with the real SDK. */
class SdkAwsServicesTest {

  private static final AccessKey KEY = new AccessKey("AKIATEST", "secret", null);

  private final SpokenLines dialog = SpokenLines.answering(true);
  private final Map<String, String> before = new TreeMap<>();
  private AwsStub aws;
  @TempDir private Path home;

  @BeforeEach
  void startAwsWithAnEmptyHome() throws IOException {
    aws = new AwsStub();
    property("aws.configFile", home.resolve("config").toString());
    property("aws.sharedCredentialsFile", home.resolve("credentials").toString());
    property("aws.disableEc2Metadata", "true");
  }

  @AfterEach
  void restore() {
    aws.close();
    before.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  @Test
  void aGivenKeySigns() {
    caller(settings("eu-west-1", null, KEY, null));

    assertThat(signer("GetCallerIdentity"))
        .contains("Credential=AKIATEST/")
        .contains("/eu-west-1/");
  }

  @Test
  void aProfileGivesKeyAndRegion() throws IOException {
    Files.writeString(
        home.resolve("config"),
        """
        [profile shop]
        region = eu-central-1
        aws_access_key_id = AKIASHOP
        aws_secret_access_key = s
        """);
    caller(settings(null, "shop", null, null));

    assertThat(signer("GetCallerIdentity")).contains("AKIASHOP/").contains("/eu-central-1/");
  }

  @Test
  void aProfileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> caller(settings("eu-west-1", "shop", null, null)))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("Tried:\n  - profile `shop`: ");
  }

  @Test
  void anErrorListsAllThatWasTried() {
    assertThatThrownBy(() -> caller(settings("eu-west-1", null, null, null)))
        .hasMessageStartingWith("no credentials for AWS were found. Tried:\n  - system properties")
        .hasMessageContaining("\n  - environment variables: ")
        .hasMessageContaining("\n  - web identity token: ")
        .hasMessageContaining("\n  - profile (AWS_PROFILE, else `default`): ")
        .hasMessageContaining("\n  - container: ")
        .hasMessageContaining("\n  - EC2 instance: ");
  }

  @Test
  void aRegionIsNeeded() {
    assertThatThrownBy(() -> caller(settings(null, null, KEY, null)))
        .hasMessageStartingWith("no AWS region was found. Tried: ")
        .hasMessageContaining("-Dchalice.region");
  }

  @Test
  void aRoleIsAssumed() {
    Role role = new Role("arn:aws:iam::1:role/deploy", "external", "chalice", null);
    caller(settings("eu-west-1", null, KEY, role));

    assertThat(aws.calls("AssumeRole").get(0).parameters())
        .containsEntry("RoleArn", "arn:aws:iam::1:role/deploy")
        .containsEntry("ExternalId", "external")
        .containsEntry("RoleSessionName", "chalice")
        .doesNotContainKey("TokenCode");
    assertThat(signer("GetCallerIdentity")).contains("Credential=ASIAROLE/");
  }

  @Test
  void aRolesMfaCodeIsAskedFor() {
    Role role = new Role("arn:aws:iam::1:role/deploy", null, "chalice", "arn:aws:iam::1:mfa/dev");
    caller(settings("eu-west-1", null, KEY, role));

    assertThat(dialog.questions()).containsExactly("Code of the MFA device arn:aws:iam::1:mfa/dev");
    assertThat(aws.calls("AssumeRole").get(0).parameters())
        .containsEntry("SerialNumber", "arn:aws:iam::1:mfa/dev")
        .containsEntry("TokenCode", "123456");
    assertThat(signer("GetCallerIdentity")).contains("Credential=ASIAROLE/");
  }

  @Test
  void aRoleThatCannotBeAssumedIsNamed() {
    aws.answer(
        "AssumeRole",
        Answer.error(
            403, "AccessDenied", "x is not authorized to perform: sts:AssumeRole on resource: y"));
    Role role = new Role("arn:aws:iam::1:role/deploy", null, "chalice", null);

    assertThatThrownBy(() -> caller(settings("eu-west-1", null, KEY, role)))
        .hasMessageStartingWith("sts:AssumeRole of arn:aws:iam::1:role/deploy: AccessDenied")
        .hasMessageContaining("the permission sts:AssumeRole is missing");
  }

  @Test
  void wrongKeysAreSaidToBe() {
    aws.answer("GetCallerIdentity", Answer.error(403, "InvalidClientTokenId", "invalid token"));

    assertThatThrownBy(() -> caller(settings("eu-west-1", null, KEY, null)))
        .hasMessage(
            "sts:GetCallerIdentity: AWS does not accept the credentials (InvalidClientTokenId):"
                + " invalid token");
  }

  @Test
  void aProxyGetsItsPassword() throws IOException {
    List<String> authorizations = new java.util.concurrent.CopyOnWriteArrayList<>();
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String authorization = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
          authorizations.add(exchange.getRequestURI().getHost() + " " + authorization);
          if (authorization == null) {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
            exchange.sendResponseHeaders(407, -1);
          } else {
            exchange.sendResponseHeaders(418, -1);
          }
          exchange.close();
        });
    proxy.start();
    try {
      AwsSettings settings =
          new AwsSettings(
              "eu-west-1",
              null,
              KEY,
              null,
              new Proxy(
                  URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()),
                  "me",
                  "pass",
                  List.of("*.corp", "localhost")),
              URI.create("http://aws.invalid"));

      assertThatThrownBy(() -> caller(settings)).hasMessageContaining("418");
      assertThat(authorizations).contains("aws.invalid Basic bWU6cGFzcw==");
    } finally {
      proxy.stop(0);
    }
  }

  @Test
  void aProxysTunnelGetsItsPassword() throws Exception {
    TestCertificate certificate = TestCertificate.in(home);
    property("javax.net.ssl.trustStore", certificate.file().toString());
    property("javax.net.ssl.trustStorePassword", TestCertificate.PASSWORD);
    try (AwsStub secure = new AwsStub(certificate);
        TunnelProxy proxy = new TunnelProxy(secure.endpoint(), "me", "p:ss")) {
      caller(through(proxy, "p:ss", secure.endpoint()));

      assertThat(secure.operations()).containsExactly("GetCallerIdentity");
      assertThat(proxy.requests())
          .containsExactly(
              "CONNECT " + secure.endpoint().getAuthority() + " HTTP/1.1 refused",
              "CONNECT " + secure.endpoint().getAuthority() + " HTTP/1.1 opened");

      assertThatThrownBy(() -> caller(through(proxy, "wrong", secure.endpoint())))
          .hasMessage(
              "sts:GetCallerIdentity: the proxy does not accept the <username> and <password> of its"
                  + " <proxy> in settings.xml (HTTP status 407).");
    }
  }

  private static AwsSettings through(TunnelProxy proxy, String password, URI endpoint) {
    URI address = URI.create("http://127.0.0.1:" + proxy.port());
    return new AwsSettings(
        "eu-west-1", null, KEY, null, new Proxy(address, "me", password, List.of()), endpoint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.*", "*.0.0.1", "localhost|*0.1"})
  void aHostMayBeReachedWithoutTheProxy(String direct) {
    URI nobody = URI.create("http://127.0.0.1:1");
    caller(
        new AwsSettings(
            "eu-west-1",
            null,
            KEY,
            null,
            new Proxy(nobody, null, null, List.of(direct.split("\\|"))),
            aws.endpoint()));

    assertThat(aws.operations()).containsExactly("GetCallerIdentity");
  }

  @Test
  void aProfilesMfaCodeIsAskedFor() throws IOException {
    Files.writeString(
        home.resolve("config"),
        """
        [profile own]
        aws_access_key_id = AKIAOWN
        aws_secret_access_key = s
        [profile shop]
        region = eu-central-1
        source_profile = own
        role_arn = arn:aws:iam::1:role/shop
        mfa_serial = arn:aws:iam::1:mfa/dev
        external_id = external
        role_session_name = me
        """);
    caller(settings(null, "shop", null, null));

    assertThat(dialog.questions()).containsExactly("Code of the MFA device arn:aws:iam::1:mfa/dev");
    assertThat(aws.calls("AssumeRole").get(0).parameters())
        .containsEntry("RoleArn", "arn:aws:iam::1:role/shop")
        .containsEntry("ExternalId", "external")
        .containsEntry("RoleSessionName", "me")
        .containsEntry("TokenCode", "123456");
    assertThat(signer("AssumeRole")).contains("AKIAOWN/").contains("/eu-central-1/");
    assertThat(signer("GetCallerIdentity")).contains("ASIAROLE/");
  }

  @Test
  void aSignInThatIsMissingIsNamed() throws IOException {
    Files.writeString(
        home.resolve("config"),
        """
        [profile shop]
        sso_session = acme
        sso_account_id = 123456789012
        sso_role_name = dev
        [sso-session acme]
        sso_region = eu-west-1
        sso_start_url = https://acme.example.com/start-of-a-test
        """);

    assertThatThrownBy(() -> caller(settings("eu-west-1", "shop", null, null)))
        .hasMessageContaining("- profile `shop`: ")
        .hasMessageContaining(" Sign in: `aws sso login --profile shop`");
  }

  @Test
  void aLargeTemplateGoesThroughABucket() {
    try (AwsServices services = services()) {
      assertThat(services.templateBucket().store("templates", "orders/1.json", "{}"))
          .isEqualTo(aws.endpoint() + "/templates/orders/1.json");
    }
    assertThat(aws.objects()).containsOnlyKeys("/templates/orders/1.json");
  }

  @Test
  void aBucketElsewhereIsRefused() {
    aws.setBucketRegion("us-east-1");
    try (AwsServices services = services()) {
      assertThatThrownBy(() -> services.templateBucket().store("templates", "k", "{}"))
          .hasMessageContaining("that bucket is in region us-east-1, the stack in eu-west-1");
    }
    assertThat(aws.objects()).isEmpty();
  }

  @Test
  void aBucketThatIsNotOursIsRefused() {
    aws.answer("HEAD", Answer.of(404, ""), Answer.of(403, ""));
    try (AwsServices services = services()) {
      assertThatThrownBy(() -> services.templateBucket().store("templates", "k", "{}"))
          .hasMessageContaining("that bucket does not exist");
      assertThatThrownBy(() -> services.templateBucket().store("templates", "k", "{}"))
          .hasMessageContaining("it belongs to another account");
    }
  }

  @Test
  void aSecretIsCreated() {
    try (AwsServices services = services()) {
      assertThat(services.secrets().exists("GithubRepoAccess")).isFalse();
      services.secrets().create("GithubRepoAccess", "{\"OAuthToken\":\"t\"}", "made by a test");
      assertThat(services.secrets().exists("GithubRepoAccess")).isTrue();
    }
    assertThat(dialog.lines()).noneMatch(line -> line.contains("OAuthToken"));
  }

  @Test
  void aPipelinesStateIsRead() {
    aws.answer(
        "GetPipelineState",
        Answer.of(200, "{\"stageStates\": []}"),
        Answer.of(400, "{\"__type\": \"PipelineNotFoundException\"}"));
    try (AwsServices services = services()) {
      assertThat(services.pipelines().state("ordersPipeline")).isEqualTo("{\"stageStates\": []}");
      assertThatThrownBy(() -> services.pipelines().state("ordersPipeline"))
          .hasMessageContaining("PipelineNotFoundException");
    }
    assertThat(aws.calls("GetPipelineState").get(0).parameters())
        .containsEntry("body", "{\"name\":\"ordersPipeline\"}");
    assertThat(signer("GetPipelineState")).contains("/eu-west-1/codepipeline/aws4_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"codeconnections", "codestar-connections"})
  void aConnectionIsRead(String service) {
    aws.answer(
        "GetConnection", Answer.of(200, "{}"), Answer.of(400, "{\"__type\": \"AccessDenied\"}"));
    String arn = "arn:aws:" + service + ":eu-west-1:123456789012:connection/1";
    try (AwsServices services = services()) {
      assertThat(services.connections().connection(arn)).isEqualTo("{}");
      assertThatThrownBy(() -> services.connections().connection(arn))
          .isInstanceOf(DeploymentException.class)
          .hasMessage(
              service
                  + ":GetConnection: {\"__type\": \"AccessDenied\"}. Hint: a permission is missing;"
                  + " AWS does not say which one.");
    }
    assertThat(aws.calls("GetConnection").get(0).parameters())
        .containsEntry("body", "{\"ConnectionArn\":\"" + arn + "\"}");
    assertThat(signer("GetConnection")).contains("/eu-west-1/" + service + "/aws4_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "a\", \"name\": \"b", "a\nb", "ö"})
  void aNameIsEscapedInARequest(String name) throws IOException {
    aws.answer("GetPipelineState", Answer.of(200, "{}"));
    aws.answer("GetConnection", Answer.of(200, "{}"));
    try (AwsServices services = services()) {
      services.pipelines().state(name);
      services.connections().connection(name);
    }
    assertThat(sent("GetPipelineState")).isEqualTo(Map.of("name", name));
    assertThat(sent("GetConnection")).isEqualTo(Map.of("ConnectionArn", name));
  }

  @Test
  void controlCharactersInAnswersAreEscaped() {
    aws.answer("GetCallerIdentity", Answer.error(403, "AuthFailure", "no\tsuch\n\u202ekey"));
    aws.answer("GetPipelineState", Answer.of(400, "{\"message\":\n\"\u001b[31mno\"}"));

    assertThatThrownBy(() -> caller(settings("eu-west-1", null, KEY, null)))
        .hasMessageEndingWith("(AuthFailure): no such \\u202ekey");
    try (AwsServices services = services()) {
      assertThatThrownBy(() -> services.pipelines().state("orders"))
          .hasMessage("codepipeline:GetPipelineState: {\"message\": \"\\u001b[31mno\"}.");
    }
  }

  private Map<?, ?> sent(String operation) throws IOException {
    String body = aws.calls(operation).get(0).parameters().get("body");
    return new ObjectMapper().readValue(body, Map.class);
  }

  private AwsServices services() {
    return new SdkAwsServices(settings("eu-west-1", null, KEY, null), dialog);
  }

  private void caller(AwsSettings settings) {
    try (AwsServices services = new SdkAwsServices(settings, dialog)) {
      services.stacks().caller();
    }
  }

  private AwsSettings settings(String region, String profile, AccessKey key, Role role) {
    return new AwsSettings(region, profile, key, role, null, aws.endpoint());
  }

  private String signer(String operation) {
    return aws.calls(operation).get(0).authorization();
  }

  private void property(String name, String value) {
    before.putIfAbsent(name, System.getProperty(name, ""));
    System.setProperty(name, value);
  }
}
