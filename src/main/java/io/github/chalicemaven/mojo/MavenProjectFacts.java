package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.app.ProjectFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
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
   * Each URL as the nearest POM has it that has it; inherited ones have the module's path appended.
   * The POM of another project, in a local repository, has another source.
   */
  private static List<String> scmUrls(MavenSession session, MavenProject project) {
    if (project.getScm() == null) {
      return List.of();
    }
    Stream<Function<Scm, String>> urls =
        Stream.of(Scm::getConnection, Scm::getDeveloperConnection, Scm::getUrl);
    return urls.flatMap(url -> scmUrl(session, project, url).stream()).toList();
  }

  private static Optional<String> scmUrl(
      MavenSession session, MavenProject project, Function<Scm, String> url) {
    MavenProject owner = project;
    while (owner != null && written(owner).map(url).isEmpty()) {
      owner = owner.getParent();
    }
    return Optional.ofNullable(owner)
        .filter(of -> of.getFile() != null && !isInstalled(session, of))
        .map(MavenProject::getScm)
        .map(url);
  }

  /** What the POM itself says, without what it inherits. */
  private static Optional<Scm> written(MavenProject project) {
    return Optional.ofNullable(project.getOriginalModel()).map(Model::getScm);
  }

  private static boolean isInstalled(MavenSession session, MavenProject project) {
    MavenExecutionRequest request = session.getRequest();
    return request != null
        && request.getLocalRepositoryPath() != null
        && project.getFile().toPath().startsWith(request.getLocalRepositoryPath().toPath());
  }
}
