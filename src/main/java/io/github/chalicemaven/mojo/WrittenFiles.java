package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.problem.FailureException;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Which execution writes which file in one build. */
final class WrittenFiles {

  private static final String OWNERS = WrittenFiles.class.getName() + ".owners";
  private static final String REPLACED = WrittenFiles.class.getName() + ".replaced";

  private final ConcurrentMap<String, Object> owners;
  private final ConcurrentMap<String, Object> replaced;

  WrittenFiles(ConcurrentMap<String, Object> owners, ConcurrentMap<String, Object> replaced) {
    this.owners = owners;
    this.replaced = replaced;
  }

  static WrittenFiles of(MavenSession session) {
    return new WrittenFiles(BuildData.map(session, OWNERS), BuildData.map(session, REPLACED));
  }

  /** How messages name an execution. */
  static String name(MavenProject project, MojoExecution execution) {
    return execution.getGoal()
        + " ("
        + execution.getExecutionId()
        + ") @ "
        + project.getArtifactId();
  }

  /**
   * Reserves a file for an execution. A goal on the command line may repeat an execution of the
   * module.
   *
   * @param shown the file as messages show it
   * @throws FailureException if another execution has reserved it
   */
  void claim(Destination file, String shown, MavenProject project, MojoExecution execution) {
    boolean direct = execution.getSource() == MojoExecution.Source.CLI;
    String[] mine = {name(project, execution), project.getId(), String.valueOf(direct)};
    String[] first = (String[]) owners.putIfAbsent(file.realPath().toString(), mine);
    if (first == null || first[0].equals(mine[0]) && first[1].equals(mine[1])) {
      return;
    }
    if (!first[1].equals(mine[1]) || first[2].equals(mine[2])) {
      throw new FailureException(
          "Two executions write to the same file, "
              + shown
              + ": "
              + first[0]
              + " and "
              + mine[0]
              + ". Set an <outputFile> in a separate folder below target for each.");
    }
  }

  /** Keeps a file's content from before this build, once; {@code null} if it did not exist. */
  void keepReplaced(Destination file, byte[] text) {
    replaced.putIfAbsent(file.realPath().toString(), text == null ? new byte[0] : text);
  }

  /** A file's content from before this build, if this build has written it. */
  Optional<byte[]> replaced(Destination file) {
    return Optional.ofNullable((byte[]) replaced.get(file.realPath().toString()));
  }
}
