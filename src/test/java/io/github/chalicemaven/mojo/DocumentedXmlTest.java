package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.chalicemaven.Documents;
import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.AccountSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The XML of README and site works, and there is some for every element. */
class DocumentedXmlTest {

  private static final Pattern XML = Pattern.compile("(?s)```xml\\n(.*?)```");

  /** What integration tests run. */
  private static final Path EXAMPLES = Documents.page("examples.md");

  @TempDir static Path folder;

  /** A piece of XML of a document. */
  record Block(Path document, String xml) {

    @Override
    public String toString() {
      return document.getFileName() + ": " + xml.replaceAll("\\s+", " ");
    }
  }

  static Stream<Block> blocks() {
    return Documents.all().stream()
        .flatMap(
            document ->
                XML.matcher(Documents.text(document))
                    .results()
                    .map(xml -> new Block(document, xml.group(1))));
  }

  static Stream<Block> blocksOutsideOfExamples() {
    return blocks().filter(block -> !block.document().equals(EXAMPLES));
  }

  @ParameterizedTest
  @MethodSource("blocksOutsideOfExamples")
  void theXmlOfAPageWorks(Block block) throws Exception {
    for (Xpp3Dom configuration : configurations(block)) {
      PipelineSettings settings = goal(configuration).settings();
      settings.appName = settings.appName == null ? "orders" : settings.appName;
      if (settings.mergeTemplate != null) {
        Files.writeString(settings.mergeTemplate, "Outputs: {}");
      }
      if (settings.pipelineVersion != null) {
        assertThatCode(() -> resolve(settings)).doesNotThrowAnyException();
        continue;
      }
      assertThat(List.of("v2", "v3"))
          .anySatisfy(
              version -> {
                settings.pipelineVersion = version;
                assertThatCode(() -> resolve(settings)).doesNotThrowAnyException();
              });
    }
  }

  private static void resolve(PipelineSettings settings) {
    PipelineGenerator.resolve(
        settings, ProjectFacts.withoutPom(folder), LocalDate.EPOCH, new Problems());
  }

  @Test
  void everyElementIsInSomeXml() throws Exception {
    Set<String> used = new TreeSet<>();
    for (Block block : blocks().toList()) {
      for (Xpp3Dom configuration : configurations(block)) {
        PipelineParameters goal = goal(configuration);
        collect(goal.settings(), used);
        if (goal instanceof AbstractStackMojo ofStack && ofStack.accounts != null) {
          for (AccountSettings account : ofStack.accounts) {
            collect(account, used);
          }
        }
      }
    }

    assertThat(used).containsAll(elements());
  }

  /** The elements within parameters, by their classes. */
  private static List<String> elements() throws Exception {
    Path folder =
        Path.of(PipelineSettings.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(PipelineSettings.class.getPackageName().replace('.', '/'));
    List<String> elements = new ArrayList<>();
    try (Stream<Path> classes = Files.list(folder)) {
      for (Path file : classes.toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (name.endsWith("Settings") && !name.equals("PipelineSettings")) {
          Stream.of(Class.forName(PipelineSettings.class.getPackageName() + "." + name).getFields())
              .forEach(field -> elements.add(name + "." + field.getName()));
        }
      }
    }
    assertThat(elements).contains("StageSettings.window", "WindowSettings.timeZone");
    return elements;
  }

  /** What configures the plugin in a block: a whole configuration, or one of its parameters. */
  private static List<Xpp3Dom> configurations(Block block) throws Exception {
    String xml = block.xml().replaceFirst("^<\\?xml.*?\\?>\\s*", "");
    Xpp3Dom root = Xpp3DomBuilder.build(new StringReader("<block>" + xml + "</block>"));
    List<Xpp3Dom> found = new ArrayList<>();
    find(root, true, found);
    if (Stream.of(root.getChildren()).anyMatch(child -> child.getName().equals("stage"))) {
      Xpp3Dom stages = new Xpp3Dom("stages");
      Stream.of(root.getChildren()).forEach(stages::addChild);
      found.add(configurationOf(stages));
    } else if (found.isEmpty() && isParameter(root.getChild(0))) {
      found.add(configurationOf(root.getChildren()));
    }
    return found;
  }

  private static Xpp3Dom configurationOf(Xpp3Dom... parameters) {
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    Stream.of(parameters).forEach(configuration::addChild);
    return configuration;
  }

  /** Maven's own {@code <build>} is none. */
  private static boolean isParameter(Xpp3Dom element) {
    return element.getChild("pluginManagement") == null
        && Goals.parameters().anyMatch(parameter -> parameter.name().equals(element.getName()));
  }

  /** Those of this plugin, not those of other ones. */
  private static void find(Xpp3Dom element, boolean ours, List<Xpp3Dom> found) {
    Xpp3Dom artifact = element.getChild("artifactId");
    boolean here =
        element.getName().equals("plugin") && artifact != null
            ? artifact.getValue().equals("chalice-maven-plugin")
            : ours;
    if (element.getName().equals("configuration") && here) {
      found.add(element);
      return;
    }
    Stream.of(element.getChildren()).forEach(child -> find(child, here, found));
  }

  /** By the goal that takes all of it; there is no value for a property. */
  private static PipelineParameters goal(Xpp3Dom configuration) throws Exception {
    for (int i = configuration.getChildCount() - 1; i >= 0; i--) {
      String value = configuration.getChild(i).getValue();
      if (value != null && value.startsWith("${")) {
        configuration.removeChild(i);
      }
    }
    List<String> elements = Stream.of(configuration.getChildren()).map(Xpp3Dom::getName).toList();
    MojoDescriptor goal =
        Goals.withSettings(PipelineParameters.class).stream()
            .filter(
                any ->
                    Goals.parameters(any)
                        .map(parameter -> parameter.name())
                        .toList()
                        .containsAll(elements))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No goal takes all of " + elements));
    return ConfiguredGoal.of(goal, configuration, folder);
  }

  /** Which fields of settings have values. */
  private static void collect(Object settings, Set<String> used) throws Exception {
    for (Field field : settings.getClass().getFields()) {
      Object value = field.get(settings);
      if (value == null) {
        continue;
      }
      used.add(settings.getClass().getSimpleName() + "." + field.getName());
      Collection<?> values = value instanceof Collection<?> list ? list : List.of(value);
      for (Object one : values) {
        if (one.getClass().getSimpleName().endsWith("Settings")) {
          collect(one, used);
        }
      }
    }
  }
}
