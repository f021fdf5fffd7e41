package io.github.chalicemaven.mojo;

import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * The log of a goal for one project. Where lines of other projects come in between, or no line of
 * Maven's says which project the goal runs for, each line begins with the project's name.
 */
final class ProjectLog {

  private static final String SAID = ProjectLog.class.getName() + ".said";

  private final Log log;
  private final String project;
  private final String prefix;
  private final ConcurrentMap<String, Object> said;

  private ProjectLog(Log log, String project, String prefix, ConcurrentMap<String, Object> said) {
    this.log = log;
    this.project = project;
    this.prefix = prefix;
    this.said = said;
  }

  /**
   * Of a goal.
   *
   * @param announced whether Maven has logged that the goal runs for this project
   */
  static ProjectLog of(Log log, MavenSession session, MavenProject project, boolean announced) {
    boolean plain = announced && !session.isParallel();
    return new ProjectLog(
        log,
        project.getId(),
        plain ? "" : project.getArtifactId() + ": ",
        BuildData.map(session, SAID));
  }

  void info(String line) {
    log.info(prefix + line);
  }

  /** Logs what another goal for the project may have logged already in this build. */
  void infoOnce(String line) {
    if (isNew(line)) {
      info(line);
    }
  }

  /** Logs each line, as {@link #infoOnce(String)} does. */
  void infoOnce(List<String> lines) {
    for (String line : lines) {
      infoOnce(line);
    }
  }

  /** Logs a warning that another goal for the project may have logged already in this build. */
  void warnOnce(String line) {
    if (isNew(line)) {
      log.warn(prefix + line);
    }
  }

  /** Logs each warning, as {@link #warnOnce(String)} does. */
  void warnOnce(List<String> lines) {
    for (String line : lines) {
      warnOnce(line);
    }
  }

  private boolean isNew(String line) {
    return said.putIfAbsent(project + " " + line, line) == null;
  }
}
