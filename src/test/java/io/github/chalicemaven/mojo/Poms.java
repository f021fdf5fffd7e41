package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.DefaultExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** POMs for tests, written as their authors write them. */
final class Poms {

  static final String PLUGIN = "io.github.chalicemaven:chalice-maven-plugin";

  private Poms() {}

  /** A POM with these elements. */
  static Model model(String elements) {
    try {
      return new MavenXpp3Reader().read(new StringReader("<project>" + elements + "</project>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XmlPullParserException e) {
      throw new IllegalArgumentException(elements, e);
    }
  }

  /** A project whose POM has these elements. */
  static MavenProject project(String artifactId, MavenProject parent, String elements) {
    MavenProject project = new MavenProject();
    project.setGroupId("com.example");
    project.setArtifactId(artifactId);
    project.setParent(parent);
    project.setOriginalModel(model(elements));
    return project;
  }

  /** A {@code <build>} with the plugin and this configuration. */
  static String build(String configuration) {
    return "<build><plugins>" + plugin(configuration, "") + "</plugins></build>";
  }

  /** A {@code <build>} that manages the plugin with this configuration. */
  static String managed(String configuration) {
    return "<build><pluginManagement><plugins>"
        + plugin(configuration, "")
        + "</plugins></pluginManagement></build>";
  }

  /** The plugin with this configuration and more elements. */
  static String plugin(String configuration, String more) {
    return "<plugin><groupId>io.github.chalicemaven</groupId>"
        + "<artifactId>chalice-maven-plugin</artifactId>"
        + more
        + "<configuration>"
        + configuration
        + "</configuration></plugin>";
  }

  /** The settings of {@link #goal}. */
  static PipelineSettings settings(MojoDescriptor goal, Xpp3Dom configuration, Path folder)
      throws Exception {
    return goal(goal, configuration, folder).settings();
  }

  /**
   * A goal with its configuration in the POM of a folder.
   *
   * @throws AssertionError if there is an element that it does not take
   */
  static PipelineParameters goal(MojoDescriptor goal, Xpp3Dom configuration, Path folder)
      throws Exception {
    DefaultExpressionEvaluator evaluator =
        new DefaultExpressionEvaluator() {
          @Override
          public File alignToBaseDirectory(File file) {
            return folder.resolve(file.toPath()).toFile();
          }
        };
    ConfigurationShape shape = new ConfigurationShape();
    PlexusConfiguration accepted =
        shape.accepted(
            new XmlPlexusConfiguration(configuration),
            Class.forName(goal.getImplementation()),
            evaluator);
    assertThat(shape.problems()).isEmpty();
    PipelineParameters configured =
        (PipelineParameters) Goals.configured(goal, accepted, evaluator);
    if (configured.settings().appDirectory == null) {
      configured.settings().appDirectory = folder;
    }
    return configured;
  }
}
