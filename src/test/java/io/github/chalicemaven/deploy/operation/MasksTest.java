package io.github.chalicemaven.deploy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.service.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

  private final Masks masks = new Masks(List.of("hunter2", ""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Configuration.OAuthToken",
        "MasterUserPassword",
        "SecretString.ClientSecret",
        "ApiKey",
        "PrivateKey",
        "Credentials"
      })
  void whatIsCalledSecretIsOne(String path) {
    assertThat(masks.masked(path, "value")).isEqualTo("****");
    assertThat(masks.masked(path, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TokenExpirySeconds", "SecretArn", "Name", "KeyId"})
  void otherNamesAreNot(String path) {
    assertThat(masks.masked(path, "value")).isEqualTo("value");
  }

  @Test
  void aReferenceToASecretIsShown() {
    String reference = "{{resolve:secretsmanager:github:SecretString:token}}";

    assertThat(masks.masked("OAuthToken", reference)).isEqualTo(reference);
    assertThat(masks.masked("OAuthToken", reference + "x")).isEqualTo("****");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two  blanks", " around ", "two\nlines", "a\ttab"})
  void aSecretIsMaskedAlsoOnOneLine(String secret) {
    Masks masks = new Masks(List.of(secret));

    assertThat(masks.masked("said " + secret)).isEqualTo("said ****");
    assertThat(masks.masked(Reason.explained("said " + secret))).isEqualTo("said ****.");
  }

  @Test
  void aSecretIsMaskedWholeWherePartOfItIsOneToo() {
    assertThat(new Masks(List.of("hunter", "hunter2")).masked("said hunter2"))
        .isEqualTo("said ****");
  }

  @Test
  void knownSecretsAreMaskedWhereverTheyStand() {
    assertThat(masks.masked("Command", "login -p hunter2 -u me")).isEqualTo("login -p **** -u me");
    assertThat(masks.masked("said hunter2")).isEqualTo("said ****");
  }
}
