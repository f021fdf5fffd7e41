package io.github.chalicemaven.deploy.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.deploy.service.SecretService;
import io.github.chalicemaven.deploy.service.SpokenLines;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GithubSecretTest {

  private static final Map<String, String> PARAMETERS =
      Map.of("GithubRepoSecretId", "Github", "GithubRepoSecretJSONKey", "OAuthToken");

  private final Map<String, String> stored = new TreeMap<>();
  private final SecretService secrets =
      new SecretService() {
        @Override
        public boolean exists(String name) {
          return stored.containsKey(name);
        }

        @Override
        public void create(String name, String value, String description) {
          stored.put(name, value);
        }
      };

  private final SecretCreation creation = GithubSecret.of(PARAMETERS, "t\"1", "server github");

  @Test
  void isNeededWhereTheTemplateNamesIt() {
    assertThat(GithubSecret.isNeeded(PARAMETERS)).isTrue();
    assertThat(GithubSecret.isNeeded(Map.of("GithubRepoSecretId", "x"))).isFalse();
  }

  @Test
  void isCreatedWithTheToken() {
    SpokenLines dialog = SpokenLines.answering(true);
    creation.unlessPresent(secrets, dialog, options(false, false));

    assertThat(stored).isEqualTo(Map.of("Github", "{\"OAuthToken\":\"t\\\"1\"}"));
    assertThat(dialog.questions())
        .containsExactly("Secret Github does not exist. Create it from server github?");
    assertThat(creation).asString().doesNotContain("t\"1");
  }

  @Test
  void isNeverChanged() {
    stored.put("Github", "old");
    creation.unlessPresent(secrets, SpokenLines.batch(), options(true, false));

    assertThat(stored).isEqualTo(Map.of("Github", "old"));
  }

  @Test
  void isNotCreatedInADryRunNorWithoutLeave() {
    SpokenLines dialog = SpokenLines.batch();
    creation.unlessPresent(secrets, dialog, options(false, true));

    assertThat(dialog.lines())
        .containsExactly(
            "Secret Github does not exist; a deployment creates it from server github.");
    assertThatThrownBy(() -> creation.unlessPresent(secrets, dialog, options(false, false)))
        .hasMessageContaining("-Dchalice.yes");
    assertThat(stored).isEmpty();
  }

  private static DeploymentOptions options(boolean yes, boolean dryRun) {
    return new DeploymentOptions(
        yes, dryRun, true, Set.of(), Duration.ofMinutes(1), ZoneOffset.UTC);
  }
}
