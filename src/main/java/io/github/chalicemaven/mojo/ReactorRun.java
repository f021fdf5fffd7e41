package io.github.chalicemaven.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * A goal that is named on the command line of a build of several modules. Since the goals work
 * without a POM, Maven runs them for the first project alone, and skips the others; so the first
 * one runs the goal for each project that configures the plugin.
 */
final class ReactorRun {

  private static final String CHECK_ONLY = ReactorRun.class.getName() + ".checkOnly";

  private final LifecycleExecutor lifecycle;
  private final BuildPluginManager plugins;
  private final MavenSession session;
  private final MojoExecution execution;

  ReactorRun(
      LifecycleExecutor lifecycle,
      BuildPluginManager plugins,
      MavenSession session,
      MojoExecution execution) {
    this.lifecycle = lifecycle;
    this.plugins = plugins;
    this.session = session;
    this.execution = execution;
  }

  /**
   * The projects that the goal should run for in the place of this one; none where Maven itself
   * runs it for each, where there is one project only, or where none configures the plugin.
   */
  List<MavenProject> projects(MavenProject project) {
    if (!isOfSeveral(session, execution) || project != session.getTopLevelProject()) {
      return List.of();
    }
    String plugin = execution.getPlugin().getKey();
    List<MavenProject> configured =
        session.getProjects().stream().filter(one -> one.getPlugin(plugin) != null).toList();
    return configured.equals(List.of(project)) ? List.of() : configured;
  }

  /** Whether Maven would run the goal for the first of several projects only. */
  static boolean isOfSeveral(MavenSession session, MojoExecution execution) {
    return execution.getSource() == MojoExecution.Source.CLI
        && session.getProjects() != null
        && session.getProjects().size() > 1;
  }

  /**
   * Runs the goal for each of these projects but the current one.
   *
   * @throws MojoFailureException that has what is wrong in each project
   */
  void run(List<MavenProject> projects, Log log)
      throws MojoExecutionException, MojoFailureException {
    tellRun(projects, log);
    runAll(projects);
  }

  private static void tellRun(List<MavenProject> projects, Log log) {
    log.info("Running the goal for the modules that configure the plugin: " + names(projects));
  }

  private void runAll(List<MavenProject> projects)
      throws MojoExecutionException, MojoFailureException {
    List<String> failures = new ArrayList<>();
    for (MavenProject project : projects) {
      try {
        run(project);
      } catch (MojoFailureException e) {
        failures.add(project.getArtifactId() + ": " + e.getMessage());
      }
    }
    fail(failures);
  }

  /**
   * Checks what the goal would do for each of these projects, without doing it.
   *
   * @throws MojoFailureException that has what is wrong in each project
   */
  void checkOnly(List<MavenProject> projects, Log log)
      throws MojoExecutionException, MojoFailureException {
    log.info("Checking the modules that configure the plugin: " + names(projects));
    projects.forEach(project -> project.setContextValue(CHECK_ONLY, true));
    try {
      runAll(projects);
    } finally {
      projects.forEach(project -> project.setContextValue(CHECK_ONLY, null));
    }
  }

  /** Whether the goal is to check only what it would do for a project. */
  static boolean isCheckOnly(MavenProject project) {
    return project.getContextValue(CHECK_ONLY) != null;
  }

  /**
   * Runs the goal for one project after the other, up to the first that fails; with {@code
   * --fail-at-end} for all.
   *
   * @throws MojoFailureException that has what failed, and where the goal did not run
   */
  void runInTurn(List<MavenProject> projects, Log log)
      throws MojoExecutionException, MojoFailureException {
    tellRun(projects, log);
    boolean toTheEnd =
        !MavenExecutionRequest.REACTOR_FAIL_FAST.equals(
            session.getRequest().getReactorFailureBehavior());
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < projects.size() && (failures.isEmpty() || toTheEnd); i++) {
      try {
        run(projects.get(i));
      } catch (MojoFailureException e) {
        failures.add(projects.get(i).getArtifactId() + ": " + e.getMessage());
        if (!toTheEnd && i + 1 < projects.size()) {
          failures.add("Not run for " + names(projects.subList(i + 1, projects.size())) + ".");
        }
      }
    }
    fail(failures);
  }

  private static void fail(List<String> failures) throws MojoFailureException {
    if (!failures.isEmpty()) {
      throw new MojoFailureException(String.join("\n", failures));
    }
  }

  private static String names(List<MavenProject> projects) {
    return projects.stream().map(MavenProject::getArtifactId).collect(Collectors.joining(", "));
  }

  private void run(MavenProject project) throws MojoExecutionException, MojoFailureException {
    MavenSession ofProject = session.clone();
    ofProject.setCurrentProject(project);
    String goal = execution.getMojoDescriptor().getId() + "@" + execution.getExecutionId();
    try {
      for (MojoExecution one :
          lifecycle.calculateExecutionPlan(ofProject, goal).getMojoExecutions()) {
        plugins.executeMojo(ofProject, one);
      }
    } catch (MojoExecutionException | MojoFailureException e) {
      throw e;
    } catch (Exception e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
