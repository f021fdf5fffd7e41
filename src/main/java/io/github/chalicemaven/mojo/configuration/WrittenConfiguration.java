package io.github.chalicemaven.mojo.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.model.Activation;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The configuration of one execution as it stands in the POMs, before Maven merges and interpolates
 * it: that of the module, its parents and their active profiles, in {@code plugins} and {@code
 * pluginManagement}. Maven has these models at hand; no file is read.
 */
public final class WrittenConfiguration {

  /**
   * A {@code <configuration>} element.
   *
   * @param pom the artifactId of the POM that has it
   * @param profile the profile that has it
   */
  record Part(String pom, Optional<String> profile, Xpp3Dom configuration) {

    /** How messages name the place. */
    String where() {
      return "the POM of " + pom + profile.map(id -> ", profile " + id).orElse("");
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<Properties> properties = new ArrayList<>();

  private WrittenConfiguration() {}

  /**
   * Of an execution of a plugin.
   *
   * @param plugin {@code groupId:artifactId}
   */
  public static WrittenConfiguration of(MavenProject project, String plugin, String execution) {
    WrittenConfiguration written = new WrittenConfiguration();
    List<Part> ofPlugin = new ArrayList<>();
    List<Source> sources = written.sources(project);
    for (Source source : sources) {
      source.collect(source.build(), plugin, execution, written.parts, ofPlugin);
    }
    for (Source source : sources) {
      if (source.build() != null) {
        PluginManagement management = source.build().getPluginManagement();
        source.collect(management, plugin, execution, written.parts, ofPlugin);
      }
    }
    written.parts.addAll(ofPlugin);
    return written;
  }

  /** All that is in force, the one that Maven prefers first. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** The text of a property in the nearest POM or active profile that has it. */
  Optional<String> property(String name) {
    for (Properties ofOne : properties) {
      if (ofOne.getProperty(name) != null) {
        return Optional.of(ofOne.getProperty(name));
      }
    }
    return Optional.empty();
  }

  /**
   * The names of the properties that bear on the configuration: those that it refers to, also
   * through other properties, and those that activate profiles.
   */
  public Set<String> properties() {
    Set<String> names = new TreeSet<>();
    for (Part part : parts) {
      for (ConfigurationLeaf leaf : ConfigurationLeaf.of(part.configuration())) {
        addReferences(leaf.text(), names);
      }
    }
    for (Model model : models) {
      for (Profile profile : model.getProfiles()) {
        activation(profile).ifPresent(names::add);
      }
    }
    return names;
  }

  /**
   * The active profiles that have a part of the configuration, or a property that bears on it, but
   * no {@code pipelineFile} of their own.
   */
  public Set<String> profilesThatShareTheFile() {
    Set<String> names = properties();
    Set<String> sharing = new TreeSet<>();
    for (Profile profile : profiles) {
      List<Xpp3Dom> own =
          parts.stream()
              .filter(part -> part.profile().equals(Optional.of(profile.getId())))
              .map(Part::configuration)
              .toList();
      Set<String> properties = profile.getProperties().stringPropertyNames();
      boolean bears =
          !own.isEmpty()
              || properties.stream().anyMatch(n -> names.contains(n) || n.startsWith("chalice."));
      boolean apart =
          properties.contains("chalice.pipelineFile")
              || own.stream().anyMatch(part -> part.getChild("pipelineFile") != null);
      if (bears && !apart) {
        sharing.add(profile.getId());
      }
    }
    return sharing;
  }

  /** The profiles that one of these properties activates. */
  public Set<String> activatedBy(Set<String> properties) {
    return profiles.stream()
        .filter(profile -> activation(profile).filter(properties::contains).isPresent())
        .map(Profile::getId)
        .collect(Collectors.toSet());
  }

  private static Optional<String> activation(Profile profile) {
    return Optional.ofNullable(profile.getActivation())
        .map(Activation::getProperty)
        .map(property -> property.getName().replaceFirst("^!", ""));
  }

  private void addReferences(String text, Set<String> names) {
    for (String name : Expressions.in(text)) {
      if (names.add(name)) {
        property(name).ifPresent(value -> addReferences(value, names));
      }
    }
  }

  /** The POMs and their active profiles, the one that Maven prefers first. */
  private List<Source> sources(MavenProject project) {
    Set<String> active = activeProfiles(project);
    List<Source> sources = new ArrayList<>();
    for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
      Model model = pom.getOriginalModel();
      if (model == null) {
        continue;
      }
      models.add(model);
      boolean own = pom == project;
      List<Profile> declared = model.getProfiles();
      for (int i = declared.size() - 1; i >= 0; i--) {
        Profile profile = declared.get(i);
        if (active.contains(profile.getId())) {
          profiles.add(profile);
          properties.add(profile.getProperties());
          sources.add(
              new Source(
                  pom.getArtifactId(), Optional.of(profile.getId()), profile.getBuild(), own));
        }
      }
      properties.add(model.getProperties());
      sources.add(new Source(pom.getArtifactId(), Optional.empty(), model.getBuild(), own));
    }
    return sources;
  }

  /** The profiles of a project that are active, in its POM, its parents or the settings. */
  public static Set<String> activeProfiles(MavenProject project) {
    Set<String> active = new HashSet<>();
    for (List<String> profiles : project.getInjectedProfileIds().values()) {
      active.addAll(profiles);
    }
    return active;
  }

  /** A {@code <build>} of a POM or a profile; {@code null} where there is none. */
  private record Source(String pom, Optional<String> profile, BuildBase build, boolean own) {

    /** Adds what stands here for the execution, and what stands here for the whole plugin. */
    void collect(
        PluginContainer container,
        String plugin,
        String execution,
        List<Part> ofExecution,
        List<Part> ofPlugin) {
      for (Plugin found : container == null ? List.<Plugin>of() : container.getPlugins()) {
        if (found.getKey().equals(plugin) && isInForce(found.getInherited())) {
          for (PluginExecution one : found.getExecutions()) {
            if (one.getId().equals(execution) && isInForce(one.getInherited())) {
              add(one.getConfiguration(), ofExecution);
            }
          }
          add(found.getConfiguration(), ofPlugin);
        }
      }
    }

    boolean isInForce(String inherited) {
      return own || !"false".equals(inherited);
    }

    void add(Object configuration, List<Part> parts) {
      if (configuration instanceof Xpp3Dom dom) {
        parts.add(new Part(pom, profile, dom));
      }
    }
  }
}
