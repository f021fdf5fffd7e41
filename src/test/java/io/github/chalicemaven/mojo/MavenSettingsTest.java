package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.deploy.service.AwsSettings;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;
import org.sonatype.plexus.components.sec.dispatcher.SecDispatcher;

/** What settings.xml says, decrypted by Maven's own decrypter. */
class MavenSettingsTest {

  private static final String MASTER = "master";

  private final DefaultPlexusCipher cipher = new DefaultPlexusCipher();
  private final Problems problems = new Problems();
  private Path security;
  @TempDir private Path folder;

  MavenSettingsTest() throws Exception {}

  @BeforeEach
  void keepAMasterPassword() throws Exception {
    security = folder.resolve("settings-security.xml");
    Files.writeString(
        security,
        "<settingsSecurity><master>"
            + cipher.encryptAndDecorate(MASTER, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION)
            + "</master></settingsSecurity>");
  }

  @Test
  void anAccessKeyIsDecrypted() throws Exception {
    AwsSettings.AccessKey key =
        settings(
                "<servers><server><id>aws</id><username>AKIATEST</username><password>"
                    + encrypted("a-secret")
                    + "</password><passphrase>"
                    + encrypted("a-session")
                    + "</passphrase></server></servers>")
            .accessKey("aws", problems);

    assertThat(List.of(key.id(), key.secret(), key.sessionToken()))
        .containsExactly("AKIATEST", "a-secret", "a-session");
    assertThat(key).hasToString("AccessKey[****]");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void aPasswordInPlainTextIsTakenAsItIs() throws Exception {
    assertThat(
            settings(
                    "<servers><server><id>aws</id><username>AKIATEST</username>"
                        + "<password>plain</password></server></servers>")
                .accessKey("aws", problems)
                .secret())
        .isEqualTo("plain");
  }

  @Test
  void whatCannotBeDecryptedIsAProblem() throws Exception {
    String xml =
        "<servers><server><id>aws</id><username>AKIATEST</username><password>"
            + encrypted("a-secret")
            + "</password></server></servers>";
    Files.delete(security);

    assertThat(settings(xml).accessKey("aws", problems)).isNull();
    assertThat(problems.found())
        .singleElement()
        .asString()
        .startsWith("server aws of settings.xml: Failed to decrypt password for server aws");
  }

  @Test
  void aServerThatIsNotThereOrNotWholeIsAProblem() throws Exception {
    MavenSettings settings =
        settings("<servers><server><id>aws</id><username>AKIATEST</username></server></servers>");
    settings.accessKey("shop", problems);
    settings.accessKey("aws", problems);

    assertThat(problems.found())
        .containsExactly(
            "<serverId> (-Dchalice.serverId) is `shop`: settings.xml has no <server> with that"
                + " <id>.",
            "<serverId> (-Dchalice.serverId) is `aws`: that server of settings.xml needs a"
                + " <username> and a <password>.");
  }

  @Test
  void aProxysPasswordIsDecrypted() throws Exception {
    AwsSettings.Proxy proxy =
        settings(
                "<proxies>"
                    + proxy("off", "https", "<active>false</active>")
                    + proxy("plain", "http", "")
                    + proxy(
                        "secure",
                        "https",
                        "<username>me</username><password>"
                            + encrypted("a-secret")
                            + "</password><nonProxyHosts>*.corp|localhost, 10.*</nonProxyHosts>")
                    + "</proxies>")
            .proxy("https", problems);

    assertThat(proxy.uri()).isEqualTo(URI.create("http://secure.example.com:8080"));
    assertThat(proxy.user()).isEqualTo("me");
    assertThat(proxy.password()).isEqualTo("a-secret");
    assertThat(proxy.direct()).containsExactly("*.corp", "localhost", "10.*");
    assertThat(proxy).hasToString("Proxy[http://secure.example.com:8080]");
  }

  @Test
  void theOtherProtocolsProxyIsBetterThanNone() throws Exception {
    MavenSettings settings = settings("<proxies>" + proxy("plain", "http", "") + "</proxies>");

    assertThat(settings.proxy("https", problems).uri())
        .isEqualTo(URI.create("http://plain.example.com:8080"));
    assertThat(settings("").proxy("https", problems)).isNull();
  }

  private static String proxy(String id, String protocol, String rest) {
    return "<proxy><id>"
        + id
        + "</id><protocol>"
        + protocol
        + "</protocol><host>"
        + id
        + ".example.com</host>"
        + rest
        + "</proxy>";
  }

  private String encrypted(String password) throws Exception {
    return cipher.encryptAndDecorate(password, MASTER);
  }

  private MavenSettings settings(String elements) throws Exception {
    SecDispatcher dispatcher = new DefaultSecDispatcher(cipher, Map.of(), security.toString());
    return new MavenSettings(
        new SettingsXpp3Reader().read(new StringReader("<settings>" + elements + "</settings>")),
        new DefaultSettingsDecrypter(dispatcher));
  }
}
