package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.init.Answer;
import io.github.chalicemaven.init.GuidedStart;
import io.github.chalicemaven.init.PomChange;
import io.github.chalicemaven.init.Prompt;
import io.github.chalicemaven.init.StartPlan;
import io.github.chalicemaven.init.StartRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Sets up this plugin for the Chalice application in a folder: looks for the application, its name,
 * its Python version, its Git remote and branch, asks on the terminal for what it could not find
 * (with {@code -B} it takes the defaults), shows the change of the POM as a diff, and writes it.
 * Where there is no POM it writes one. Changes nothing where the POM already has the plugin.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "init",
    requiresProject = false,
    aggregator = true,
    threadSafe = true,
    configurator = PipelineConfigurator.HINT)
public final class InitMojo extends AbstractChaliceMojo {

  /**
   * Name of the application: letters, digits and hyphens.
   *
   * <p>Default: {@code app_name} in {@code .chalice/config.json}, else the artifactId, else asked
   * for. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <appName>orders</appName>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.appName")
  private String appName;

  /**
   * Folder of the Chalice application, a path from the project's folder.
   *
   * <p>Default: the project's folder, or the only application below it. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <appDirectory>src/chalice</appDirectory>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.appDirectory")
  private String appDirectory;

  /**
   * Python that packages and runs the application, such as {@code 3.13}.
   *
   * <p>Default: {@code .python-version} in the application, else asked for ({@code 3.13} with
   * {@code -B}). Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <pythonVersion>3.13</pythonVersion>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pythonVersion")
  private String pythonVersion;

  /**
   * Repository that the pipeline takes the application from, as {@code generate-pipeline} takes it.
   *
   * <p>Default: the remote of Git where it is on a known host, else {@code scm}, else asked for
   * ({@code codecommit} with {@code -B}). Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <source>github:acme/orders</source>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.source")
  private String source;

  /**
   * Branch that is deployed.
   *
   * <p>Default: the default branch of the remote of Git, else the one that is checked out, else
   * asked for ({@code main} with {@code -B}). Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <branch>main</branch>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.branch")
  private String branch;

  /**
   * Group ID of a new POM; an existing one keeps its own.
   *
   * <p>Default: asked for ({@code com.example} with {@code -B}). Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <groupId>com.acme</groupId>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.groupId")
  private String groupId;

  /**
   * Whether to write the POM: {@code true} or {@code false}, which shows the change only, with the
   * command line that needs no POM.
   *
   * <p>Default: {@code true}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <write>false</write>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.write", defaultValue = "true")
  private boolean write;

  @Override
  void run() throws IOException {
    Problems problems = new Problems();
    checkConfiguration(problems);
    problems.throwIfAny();
    log().warnOnce(problems.warnings());
    checkModules();
    Prompt prompt = ConsolePrompt.of(session);
    StartPlan plan = GuidedStart.plan(request(), prompt, getLog()::info);
    plan.warnings().forEach(getLog()::warn);
    if (plan.present().isPresent()) {
      getLog()
          .info(
              "The POM already has the plugin (" + plan.present().get() + "). Nothing to change.");
    } else {
      change(plan, prompt);
    }
  }

  /** It looks for the modules that have an application itself. */
  @Override
  boolean runsForModules() {
    return false;
  }

  private void change(StartPlan plan, Prompt prompt) throws IOException {
    PomChange change = plan.change().orElseThrow();
    String name = shown(change.path());
    change.diff(name).forEach(getLog()::info);
    if (write && isConfirmed(prompt, name)) {
      change.write();
      getLog().info("Wrote " + name);
      getLog().info("Next: mvn package");
    } else {
      getLog().info("Nothing was written. To do the same without a POM, run:");
      getLog().info("  " + plan.command().orElseThrow());
    }
  }

  private static boolean isConfirmed(Prompt prompt, String name) {
    return !prompt.isInteractive() || Terminal.isYes(prompt.ask("Write " + name + "?", "y"));
  }

  /** At the root of a build the modules are what has applications. */
  private void checkModules() {
    List<MavenProject> projects = session.getProjects();
    if (projects == null || projects.size() < 2 || GuidedStart.hasApp(facts().directory())) {
      return;
    }
    List<String> modules =
        projects.stream()
            .filter(module -> module != project && GuidedStart.hasApp(module.getBasedir().toPath()))
            .map(module -> shown(module.getBasedir().toPath()))
            .toList();
    if (!modules.isEmpty()) {
      throw new InvalidConfigurationException(
          List.of(
              "This build has several modules, and the Chalice applications are in: "
                  + String.join(", ", modules)
                  + ". Run the goal for one of them: mvn -pl "
                  + modules.get(0)
                  + " "
                  + execution.getPlugin().getId()
                  + ":init"));
    }
  }

  private StartRequest request() {
    Map<Answer, String> given = new HashMap<>();
    given.put(Answer.APP_NAME, appName);
    given.put(Answer.APP_DIRECTORY, appDirectory);
    given.put(Answer.PYTHON_VERSION, pythonVersion);
    given.put(Answer.SOURCE, source);
    given.put(Answer.BRANCH, branch);
    given.values().removeIf(value -> value == null);
    return new StartRequest(
        facts(),
        project.getFile() == null ? Optional.empty() : Optional.of(pom()),
        execution.getPlugin().getVersion(),
        given,
        Optional.ofNullable(groupId),
        LocalDate.now(ZoneOffset.UTC));
  }

  private StartRequest.Pom pom() {
    String key = execution.getPlugin().getKey();
    Plugin managed =
        project.getPluginManagement() == null
            ? null
            : project.getPluginManagement().getPluginsAsMap().get(key);
    return new StartRequest.Pom(
        project.getFile().toPath(),
        managed != null && managed.getVersion() != null,
        project.getPlugin(key) != null,
        !project.getModules().isEmpty());
  }

  private ProjectFacts facts() {
    return MavenProjectFacts.of(session, project);
  }
}
