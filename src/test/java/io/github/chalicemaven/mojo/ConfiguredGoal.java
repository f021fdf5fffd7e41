package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.mojo.configuration.ConfigurationShape;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.component.configurator.expression.DefaultExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A goal that is filled from a configuration. */
final class ConfiguredGoal {

  private ConfiguredGoal() {}

  /** The settings of {@link #of}. */
  static PipelineSettings settings(MojoDescriptor goal, Xpp3Dom configuration, Path folder)
      throws Exception {
    return of(goal, configuration, folder).settings();
  }

  /**
   * A goal with its configuration in the POM of a folder.
   *
   * @throws AssertionError if there is an element that it does not take
   */
  static PipelineParameters of(MojoDescriptor goal, Xpp3Dom configuration, Path folder)
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
