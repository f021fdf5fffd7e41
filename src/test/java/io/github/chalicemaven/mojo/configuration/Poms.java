package io.github.chalicemaven.mojo.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** POMs for tests, written as their authors write them. */
public final class Poms {

  public static final String PLUGIN = "io.github.chalicemaven:chalice-maven-plugin";

  private Poms() {}

  /** A POM with these elements. */
  public static Model model(String elements) {
    try {
      return new MavenXpp3Reader().read(new StringReader("<project>" + elements + "</project>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XmlPullParserException e) {
      throw new IllegalArgumentException(elements, e);
    }
  }

  /** A project whose POM has these elements. */
  public static MavenProject project(String artifactId, MavenProject parent, String elements) {
    MavenProject project = new MavenProject();
    project.setGroupId("com.example");
    project.setArtifactId(artifactId);
    project.setParent(parent);
    project.setOriginalModel(model(elements));
    return project;
  }

  /** A {@code <build>} with the plugin and this configuration. */
  public static String build(String configuration) {
    return "<build><plugins>" + plugin(configuration, "") + "</plugins></build>";
  }

  /** A {@code <build>} that manages the plugin with this configuration. */
  public static String managed(String configuration) {
    return "<build><pluginManagement><plugins>"
        + plugin(configuration, "")
        + "</plugins></pluginManagement></build>";
  }

  /** The plugin with this configuration and more elements. */
  public static String plugin(String configuration, String more) {
    return "<plugin><groupId>io.github.chalicemaven</groupId>"
        + "<artifactId>chalice-maven-plugin</artifactId>"
        + more
        + "<configuration>"
        + configuration
        + "</configuration></plugin>";
  }
}
