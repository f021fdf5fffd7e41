package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.core.app.ProjectFacts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenProjectFactsTest {

  private static final Path ROOT = Path.of("shop").toAbsolutePath();

  private final MavenSession session = mock();
  private final MavenProject project = project("orders");

  @BeforeEach
  void startABuild() {
    when(session.getExecutionRootDirectory()).thenReturn(ROOT.toString());
  }

  @Test
  void withoutAPomAllIsTheFolderOfTheStart() {
    project.setFile(null);

    assertThat(facts()).isEqualTo(ProjectFacts.withoutPom(ROOT));
  }

  @Test
  void withAPomTheFoldersAreItsOwn() {
    assertThat(facts())
        .isEqualTo(
            new ProjectFacts(
                Optional.of("orders"),
                ROOT.resolve("orders"),
                ROOT.resolve("orders/target"),
                Optional.of(ROOT.resolve("orders/target/classes")),
                ROOT,
                List.of()));
  }

  @Test
  void theScmIsThatOfTheNearestPomThatHasOne() {
    MavenProject parent = project("shop");
    parent.setScm(scm("scm:git:parent", "https://parent"));
    parent.getOriginalModel().setScm(parent.getScm());
    project.setParent(parent);
    project.setScm(scm("scm:git:parent/orders", "https://parent/orders"));

    assertThat(facts().scmUrls()).containsExactly("scm:git:parent", "https://parent");

    project.getOriginalModel().setScm(project.getScm());

    assertThat(facts().scmUrls()).containsExactly("scm:git:parent/orders", "https://parent/orders");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theScmOfAParentThatIsNotOfThisCheckoutIsNotTheProjects(boolean hasFile) {
    MavenProject parent = project("company-parent");
    parent.setFile(hasFile ? ROOT.resolve(".m2/company-parent-1.pom").toFile() : null);
    MavenExecutionRequest request = mock();
    when(request.getLocalRepositoryPath()).thenReturn(ROOT.resolve(".m2").toFile());
    when(session.getRequest()).thenReturn(request);
    parent.setScm(scm("scm:git:https://github.com/acme/parent", "https://github.com/acme/parent"));
    parent.getOriginalModel().setScm(parent.getScm());
    project.setParent(parent);

    assertThat(facts().scmUrls()).isEmpty();

    project.setScm(scm("scm:git:own", "https://github.com/acme/parent/orders"));
    project.getOriginalModel().setScm(scm("scm:git:own", null));
    assertThat(facts().scmUrls()).as("Maven inherits each URL").containsExactly("scm:git:own");
  }

  @Test
  void anScmWithoutUrlsLeavesThoseOfTheParent() {
    MavenProject parent = project("shop");
    parent.setScm(scm("scm:git:parent", "https://parent"));
    parent.getOriginalModel().setScm(parent.getScm());
    project.setParent(parent);
    project.setScm(scm("scm:git:parent/orders", "https://parent/orders"));
    project.getOriginalModel().setScm(new Scm());

    assertThat(facts().scmUrls()).containsExactly("scm:git:parent", "https://parent");
  }

  private ProjectFacts facts() {
    return MavenProjectFacts.of(session, project);
  }

  private static MavenProject project(String artifactId) {
    MavenProject project = new MavenProject();
    project.setArtifactId(artifactId);
    project.setFile(new File(ROOT.resolve(artifactId).toFile(), "pom.xml"));
    project.setOriginalModel(new Model());
    Build build = new Build();
    build.setDirectory(ROOT.resolve(artifactId).resolve("target").toString());
    build.setOutputDirectory(ROOT.resolve(artifactId).resolve("target/classes").toString());
    project.setBuild(build);
    return project;
  }

  private static Scm scm(String connection, String url) {
    Scm scm = new Scm();
    scm.setConnection(connection);
    scm.setUrl(url);
    return scm;
  }
}
