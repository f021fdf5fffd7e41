package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.app.ProjectFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;

/** The facts about a project, from Maven. */
final class MavenProjectFacts {

  private MavenProjectFacts() {}

  static ProjectFacts of(MavenSession session, MavenProject project) {
    Path root = Path.of(session.getExecutionRootDirectory());
    if (project.getFile() == null) {
      return ProjectFacts.withoutPom(root);
    }
    return new ProjectFacts(
        Optional.of(project.getArtifactId()),
        project.getBasedir().toPath(),
        Path.of(project.getBuild().getDirectory()),
        Optional.of(Path.of(project.getBuild().getOutputDirectory())),
        root,
        scmUrls(session, project));
  }

  /**
   * As the nearest POM of this checkout has them that has any; inherited ones have the module's
   * path appended. The POM of another project, in a local repository, has another source.
   */
  private static List<String> scmUrls(MavenSession session, MavenProject project) {
    MavenProject owner = project;
    while (owner.getParent() != null
        && (owner.getOriginalModel() == null || owner.getOriginalModel().getScm() == null)) {
      owner = owner.getParent();
    }
    Scm scm = owner.getScm();
    return scm == null || owner.getFile() == null || isInstalled(session, owner)
        ? List.of()
        : Stream.of(scm.getConnection(), scm.getDeveloperConnection(), scm.getUrl())
            .filter(Objects::nonNull)
            .toList();
  }

  private static boolean isInstalled(MavenSession session, MavenProject project) {
    MavenExecutionRequest request = session.getRequest();
    return request != null
        && request.getLocalRepositoryPath() != null
        && project.getFile().toPath().startsWith(request.getLocalRepositoryPath().toPath());
  }
}
