package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.verify.TemplateVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Whatever the settings are: a list of problems, or a template that passes every check. */
class RandomSettingsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  private List<Path> apps;
  private final Map<String, Integer> outcomes = new HashMap<>();

  @BeforeEach
  void makeApps() throws IOException {
    apps =
        List.of(
            app("plain", null, null),
            app("named", "{\"app_name\": \"orders\", \"stages\": {\"dev\": {}}}", "3.12\n"),
            app("below/an app", "{}", "# none\n3.13-dev\n"),
            app("badly-named", "{\"app_name\": \"my_app\"}", null),
            app("broken", "{\"app_name\": ", "2.0"));
  }

  @Test
  void endInProblemsOrInATemplateThatWorks() {
    RandomCases.run(this::endsInProblemsOrInATemplateThatWorks);

    int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    for (String version : all > 1 ? List.of("v1", "v2", "v3", "problems") : List.<String>of()) {
      assertThat(outcomes.getOrDefault(version, 0))
          .as("%s of %s", version, outcomes)
          .isGreaterThan(all / 50);
    }
  }

  private void endsInProblemsOrInATemplateThatWorks(RandomGenerator random) throws IOException {
    Path app = apps.get(random.nextInt(4) == 0 ? random.nextInt(apps.size()) : random.nextInt(3));
    RandomSettings cases = new RandomSettings(random);
    ProjectFacts project = cases.drawProject(folder);
    PipelineSettings settings = cases.draw(app, folder);
    String name = random.nextBoolean() ? "pipeline.json" : "pipeline.yaml";
    try {
      Generated generated = Generated.of(settings, project, TODAY, name);
      outcomes.merge(generated.pipeline().version().toString(), 1, Integer::sum);
      assertWorks(generated, settings, project, name);
    } catch (InvalidConfigurationException e) {
      outcomes.merge("problems", 1, Integer::sum);
      assertThat(e.getMessage())
          .as(RandomSettings.describe(settings))
          .matches("(?s)\\d+ problems?, nothing was written:(\n  - [^\n]+)+");
      // Only the whole pipeline shows which variables there are; all else is found in the settings.
      assertThat(e.getMessage().lines().filter(line -> line.contains("is not valid: ")))
          .as(RandomSettings.describe(settings))
          .allMatch(
              line -> line.matches(".* produces the namespace `(nobody|SourceVariables)`\\."));
    }
    assertThat(folder.resolve("target")).doesNotExist();
  }

  private static void assertWorks(
      Generated generated, PipelineSettings settings, ProjectFacts project, String name)
      throws IOException {
    assertThat(TemplateVerifier.verify(generated.template())).isEmpty();
    String template = generated.templateText();
    String buildSpec = generated.buildSpecText();
    Generated again = Generated.of(settings, project, TODAY, name);
    assertThat(again.templateText()).isEqualTo(template);
    assertThat(again.buildSpecText()).isEqualTo(buildSpec);
    Object read =
        template.startsWith("{")
            ? new ObjectMapper().readValue(template, Map.class)
            : yaml(template);
    assertThat(read).isInstanceOf(Map.class);
    assertThat(yaml(buildSpec)).isInstanceOf(Map.class);
    assertThat(template.replace("{{resolve:secretsmanager:${GithubRepoSecretId}:", ""))
        .as(RandomSettings.describe(settings))
        .doesNotContain("{{resolve:");
  }

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private Path app(String name, String config, String pythonVersion) throws IOException {
    Path app = Files.createDirectories(folder.resolve(name));
    Files.createFile(app.resolve("requirements.txt"));
    if (config != null) {
      Files.writeString(
          Files.createDirectory(app.resolve(".chalice")).resolve("config.json"), config);
    }
    if (pythonVersion != null) {
      Files.writeString(app.resolve(".python-version"), pythonVersion);
    }
    return app;
  }
}
