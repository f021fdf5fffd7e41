package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.deploy.DeployCommand;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * A command that calls a goal for one execution, as it is typed where Maven was started: the same
 * module, the same configuration, the same profiles and properties of this plugin.
 */
final class GoalCommand {

  private static final String PREFIX = "chalice";
  private static final Set<String> OF_THE_GOALS =
      Set.of("chalice.update", "chalice.strict", "chalice.skip");

  private GoalCommand() {}

  /** The command that brings the committed files up to date. */
  static String update(MavenSession session, MavenProject project, MojoExecution execution) {
    return of("generate-pipeline", session, project, execution) + " -Dchalice.update";
  }

  /**
   * The command that deploys the pipeline. The shell refuses it until it has a variable for each
   * parameter without a default.
   *
   * @param parameters those without a default
   */
  static String deploy(
      List<String> parameters,
      MavenSession session,
      MavenProject project,
      MojoExecution execution) {
    StringBuilder command = new StringBuilder(of("deploy-pipeline", session, project, execution));
    for (String parameter : parameters) {
      command.append(" -Dchalice.parameter.").append(parameter).append('=');
      command.append(DeployCommand.variable(parameter));
    }
    return command.toString();
  }

  private static String of(
      String goal, MavenSession session, MavenProject project, MojoExecution execution) {
    List<String> words = new ArrayList<>();
    words.add("mvn");
    addPom(session, words);
    addModule(session, project, words);
    addProfiles(session, project, words);
    words.add(goal(goal, session, execution));
    addProperties(session, words);
    return String.join(" ", words.stream().map(Shell::word).toList());
  }

  /** Names the POM where Maven would not use it by default. */
  private static void addPom(MavenSession session, List<String> words) {
    File file = session.getRequest().getPom();
    String here = session.getSystemProperties().getProperty("user.dir", "");
    if (file != null && !file.equals(new File(here, "pom.xml"))) {
      Path pom = file.toPath();
      words.add("-f");
      words.add(pom.startsWith(here) ? Path.of(here).relativize(pom).toString() : pom.toString());
    }
  }

  private static void addModule(MavenSession session, MavenProject project, List<String> words) {
    if (session.getAllProjects() == null || session.getAllProjects().size() < 2) {
      return;
    }
    if (project.isExecutionRoot()) {
      words.add("-N");
      return;
    }
    Path root = Path.of(session.getExecutionRootDirectory());
    Path module = project.getBasedir().toPath();
    words.add("-pl");
    words.add(
        module.startsWith(root)
            ? root.relativize(module).toString()
            : project.getGroupId() + ":" + project.getArtifactId());
  }

  private static void addProfiles(MavenSession session, MavenProject project, List<String> words) {
    Set<String> profiles = new TreeSet<>(session.getRequest().getActiveProfiles());
    profiles.retainAll(
        project.getInjectedProfileIds().values().stream().flatMap(Collection::stream).toList());
    if (!profiles.isEmpty()) {
      words.add("-P");
      words.add(String.join(",", profiles));
    }
  }

  /**
   * Uses the prefix if Maven can resolve it, which depends on the POM that the build starts with.
   */
  private static String goal(String goal, MavenSession session, MojoExecution execution) {
    Plugin plugin = execution.getPlugin();
    MavenProject first = session.getTopLevelProject();
    PluginManagement management = first.getPluginManagement();
    boolean known =
        first.getPlugin(plugin.getKey()) != null
            || management != null && management.getPluginsAsMap().containsKey(plugin.getKey());
    String id = execution.getExecutionId();
    return (known ? PREFIX : plugin.getKey() + ":" + plugin.getVersion())
        + ":"
        + goal
        + (id == null || id.equals("default-cli") ? "" : "@" + id);
  }

  private static void addProperties(MavenSession session, List<String> words) {
    for (String name : new TreeSet<>(session.getUserProperties().stringPropertyNames())) {
      if (name.startsWith("chalice.") && !OF_THE_GOALS.contains(name)) {
        words.add("-D" + name + "=" + session.getUserProperties().getProperty(name));
      }
    }
  }
}
