package io.github.chalicemaven.mojo;

import io.github.chalicemaven.mojo.configuration.ConfigurationShape;
import io.github.chalicemaven.mojo.configuration.LenientEvaluator;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Fills a goal from its configuration as Maven does, but for what {@link ConfigurationShape}
 * refuses: the goal gets that as problems, which it reports together with all others, where Maven
 * would stop at the first. Maven finds it by {@code META-INF/plexus/components.xml}; it reads no
 * annotations of classes for Java 17 before Maven 3.9.
 */
public final class PipelineConfigurator extends BasicComponentConfigurator {

  /** What a goal names as its configurator. */
  static final String HINT = "chalice";

  @Override
  public void configureComponent(
      Object component,
      PlexusConfiguration configuration,
      ExpressionEvaluator evaluator,
      ClassRealm realm,
      ConfigurationListener listener)
      throws ComponentConfigurationException {
    ExpressionEvaluator lenient = new LenientEvaluator(evaluator);
    ConfigurationShape shape = new ConfigurationShape();
    PlexusConfiguration accepted = shape.accepted(configuration, component.getClass(), lenient);
    super.configureComponent(component, accepted, lenient, realm, listener);
    ((AbstractChaliceMojo) component).refuse(shape.problems());
  }
}
