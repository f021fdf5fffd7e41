package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.app.ProjectFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
        scmUrls(project));
  }

  /** As the nearest POM has them that has any; inherited ones have the module's path appended. */
  private static List<String> scmUrls(MavenProject project) {
    MavenProject owner = project;
    while (owner.getParent() != null
        && (owner.getOriginalModel() == null || owner.getOriginalModel().getScm() == null)) {
      owner = owner.getParent();
    }
    Scm scm = owner.getScm();
    return scm == null
        ? List.of()
        : Stream.of(scm.getConnection(), scm.getDeveloperConnection(), scm.getUrl())
            .filter(Objects::nonNull)
            .toList();
  }
}
