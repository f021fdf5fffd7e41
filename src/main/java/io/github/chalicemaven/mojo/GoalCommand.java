package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.deploy.StackTemplate;
import io.github.chalicemaven.deploy.command.DeployCommand;
import io.github.chalicemaven.mojo.configuration.WrittenConfiguration;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * A command that calls a goal for one execution, as it is typed where Maven was started: the same
 * module, the same configuration, the same profiles, and the properties that the configuration
 * uses.
 */
final class GoalCommand {

  private static final String PREFIX = "chalice";
  private static final String DEFAULT_POM = "pom.xml";
  private static final Set<String> OF_THE_GOALS =
      Set.of("chalice.update", "chalice.strict", "chalice.skip");

  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;
  private final WrittenConfiguration written;

  GoalCommand(MavenSession session, MavenProject project, MojoExecution execution) {
    this.session = session;
    this.project = project;
    this.execution = execution;
    this.written =
        WrittenConfiguration.of(
            project, execution.getPlugin().getKey(), execution.getExecutionId());
  }

  /**
   * The active profiles that the user asked for, and that change the settings but not the committed
   * file; where there are any, {@link #update} would overwrite the file of the build without them.
   */
  Set<String> profilesThatShareTheFile() {
    Set<String> asked = written.activatedBy(session.getUserProperties().stringPropertyNames());
    asked.addAll(session.getRequest().getActiveProfiles());
    asked.retainAll(written.profilesThatShareTheFile());
    return new TreeSet<>(asked);
  }

  /** The command that brings the committed files up to date. */
  String update() {
    return of("generate-pipeline") + " -Dchalice.update";
  }

  /**
   * The command that deploys the pipeline. The shell refuses it until it has a variable for each
   * parameter without a default.
   *
   * @param parameters those without a default
   */
  String deploy(List<String> parameters) {
    StringBuilder command = new StringBuilder(of("deploy-pipeline"));
    for (String parameter : parameters) {
      command.append(" -D").append(StackTemplate.PARAMETER).append(parameter).append('=');
      command.append(DeployCommand.variable(parameter));
    }
    return command.toString();
  }

  /** The command that works on one part of the pipeline. */
  String part(String goal, String part) {
    return of(goal) + " -Dchalice.part=" + part;
  }

  private String of(String goal) {
    List<String> words = new ArrayList<>();
    words.add("mvn");
    addPom(words);
    addModule(words);
    addProfiles(words);
    words.add(goal(goal));
    addProperties(words);
    words.replaceAll(Shell::word);
    return String.join(" ", words);
  }

  /** Names the POM where Maven would not use it by default. */
  private void addPom(List<String> words) {
    File file = session.getRequest().getPom();
    String pom = file == null ? DEFAULT_POM : path(session, file.toPath());
    if (!pom.equals(DEFAULT_POM)) {
      words.add("-f");
      words.add(pom);
    }
  }

  /** A path as it is typed where Maven was started. */
  static String path(MavenSession session, Path path) {
    Path here =
        Path.of(
            session
                .getSystemProperties()
                .getProperty("user.dir", session.getExecutionRootDirectory()));
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  private void addModule(List<String> words) {
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

  /** As the user asked for them, where the POMs or the user's settings have them. */
  private void addProfiles(List<String> words) {
    Set<String> profiles = new TreeSet<>(session.getRequest().getActiveProfiles());
    profiles.retainAll(WrittenConfiguration.activeProfiles(project));
    for (String profile : session.getRequest().getInactiveProfiles()) {
      profiles.add("!" + profile);
    }
    if (!profiles.isEmpty()) {
      words.add("-P");
      words.add(String.join(",", profiles));
    }
  }

  /**
   * Uses the prefix if Maven can resolve it, which depends on the POM that the build starts with.
   */
  private String goal(String goal) {
    Plugin plugin = execution.getPlugin();
    MavenProject first = session.getTopLevelProject();
    String id = execution.getExecutionId();
    return (knows(first, plugin) ? PREFIX : plugin.getKey() + ":" + plugin.getVersion())
        + ":"
        + goal
        + (id == null || id.equals("default-cli") ? "" : "@" + id);
  }

  private static boolean knows(MavenProject project, Plugin plugin) {
    if (project == null) {
      return false;
    }
    PluginManagement management = project.getPluginManagement();
    return project.getPlugin(plugin.getKey()) != null
        || management != null && management.getPluginsAsMap().containsKey(plugin.getKey());
  }

  private void addProperties(List<String> words) {
    Properties user = session.getUserProperties();
    Set<String> used = written.properties();
    for (String name : new TreeSet<>(user.stringPropertyNames())) {
      if ((name.startsWith(PREFIX + ".") || used.contains(name)) && !OF_THE_GOALS.contains(name)) {
        words.add("-D" + name + "=" + user.getProperty(name));
      }
    }
  }
}
