package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.problem.FailureException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.mojo.configuration.ConfigurationReview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal does: it can be skipped, and it reports the user's mistakes as a failure. */
public abstract class AbstractChaliceMojo extends AbstractMojo {

  /**
   * Whether to do nothing: {@code true} or {@code false}.
   *
   * <p>Default: {@code false}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <skip>true</skip>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  @Inject private LifecycleExecutor lifecycle;
  @Inject private BuildPluginManager plugins;

  private List<String> refused = List.of();

  /** Takes what is wrong with the configuration, which the goal was not filled with. */
  final void refuse(List<String> problems) {
    refused = problems;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    ReactorRun reactor = new ReactorRun(lifecycle, plugins, session, execution);
    List<MavenProject> projects = runsForModules() ? reactor.projects(project) : List.of();
    if (!projects.isEmpty()) {
      if (changesAws()) {
        reactor.checkOnly(projects, getLog());
        reactor.runInTurn(projects, getLog());
      } else {
        reactor.run(projects, getLog());
      }
      return;
    }
    try {
      Optional<String> reason = reasonToSkip();
      if (reason.isPresent()) {
        if (!isCheckOnly()) {
          log().info("Skipped, because " + reason.get() + ".");
        }
        return;
      }
      run();
    } catch (FailureException e) {
      throw new MojoFailureException(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /**
   * What the goal does, unless it is skipped.
   *
   * @throws FailureException if the goal cannot do it
   */
  abstract void run() throws IOException;

  /** Why the goal does nothing; empty if it is to run. */
  Optional<String> reasonToSkip() {
    return skip ? Optional.of(Setting.place("skip") + " is true") : Optional.empty();
  }

  /** Whether the first of several projects runs the goal, named on the command line, for each. */
  boolean runsForModules() {
    return true;
  }

  /**
   * Whether the goal changes more than files. Then, of several modules, all are checked before it
   * runs for the first one, and it does not run for those after one that fails.
   */
  boolean changesAws() {
    return false;
  }

  /** Whether the goal ends before it changes anything. */
  final boolean isCheckOnly() {
    return ReactorRun.isCheckOnly(project);
  }

  /** Adds what is wrong with how the goal was configured, before its values are looked at. */
  final void checkConfiguration(Problems problems) {
    for (String problem : refused) {
      problems.add(problem);
    }
    ConfigurationReview.check(session, project, execution, problems);
  }

  final ProjectLog log() {
    return ProjectLog.of(getLog(), session, project, !ReactorRun.isOfSeveral(session, execution));
  }

  /** A path as the user would type it where Maven was started. */
  final String shown(Path path) {
    return GoalCommand.path(session, path);
  }
}
