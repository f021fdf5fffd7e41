package io.github.chalicemaven;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.DefaultExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The plugin's goals, as its descriptor has them. */
public final class Goals {

  private Goals() {}

  /** A goal's parameter that a user may set. */
  public record GoalParameter(MojoDescriptor goal, Parameter parameter) {

    public String name() {
      return parameter.getName();
    }

    /** The entry of the descriptor that holds the property and the default. */
    public PlexusConfiguration configuration() {
      return goal.getMojoConfiguration().getChild(name());
    }

    public Help help() {
      return Help.parse(parameter.getDescription());
    }

    @Override
    public String toString() {
      return goal.getGoal() + " " + name();
    }
  }

  /**
   * What the help says of a parameter.
   *
   * @param text all but the examples, in plain text, code between backticks
   * @param defaultValue as the help words it, code between backticks
   * @param versions of the pipeline
   * @param examples elements of XML
   */
  public record Help(
      String text, String defaultValue, List<String> versions, List<String> examples) {

    private static final Pattern FACTS =
        Pattern.compile("Default: (.+)\\. Versions: (`v\\d`(?:, `v\\d`)*)\\.");

    static Help parse(String html) {
      StringBuilder text = new StringBuilder();
      List<String> examples = new ArrayList<>();
      NodeList parts = xml("<help>" + html + "</help>").getDocumentElement().getChildNodes();
      for (int i = 0; i < parts.getLength(); i++) {
        Node part = parts.item(i);
        if (part.getNodeName().equals("pre")) {
          examples.add(part.getTextContent().strip());
        } else {
          text.append(part.getNodeName().equals("p") ? "\n" : "").append(marked(part));
        }
      }
      Matcher facts = FACTS.matcher(text);
      return facts.find()
          ? new Help(
              text.toString(),
              facts.group(1),
              List.of(facts.group(2).replace("`", "").split(", ")),
              examples)
          : new Help(text.toString(), "", List.of(), examples);
    }

    private static String marked(Node part) {
      if (part.getNodeName().equals("code")) {
        return "`" + part.getTextContent() + "`";
      }
      if (!part.hasChildNodes()) {
        return part.getTextContent();
      }
      StringBuilder text = new StringBuilder();
      for (Node child = part.getFirstChild(); child != null; child = child.getNextSibling()) {
        text.append(marked(child));
      }
      return text.toString();
    }
  }

  /** The document of some XML, which must be well-formed. */
  static Document xml(String text) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static PluginDescriptor plugin() {
    try (InputStream stream = Goals.class.getResourceAsStream("/META-INF/maven/plugin.xml");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new PluginDescriptorBuilder().build(reader);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The goals but {@code help}, which is generated. */
  public static List<MojoDescriptor> ours() {
    return plugin().getMojos().stream().filter(goal -> !goal.getGoal().equals("help")).toList();
  }

  /** The goal of this name. */
  public static MojoDescriptor named(String name) {
    return ours().stream().filter(goal -> goal.getGoal().equals(name)).findFirst().orElseThrow();
  }

  /** The goals that take a pipeline's settings: those of a class below that of its parameters. */
  public static List<MojoDescriptor> withSettings(Class<?> parameters) {
    return ours().stream().filter(goal -> isA(goal, parameters)).toList();
  }

  private static boolean isA(MojoDescriptor goal, Class<?> type) {
    return type.isAssignableFrom(type(goal));
  }

  /** The class of a goal. */
  public static Class<?> type(MojoDescriptor goal) {
    try {
      return Class.forName(goal.getImplementation());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Stream<GoalParameter> parameters() {
    return ours().stream().flatMap(Goals::parameters);
  }

  public static Stream<GoalParameter> parameters(MojoDescriptor goal) {
    return goal.getParameters().stream()
        .filter(Parameter::isEditable)
        .sorted(Comparator.comparing(Parameter::getName))
        .map(parameter -> new GoalParameter(goal, parameter));
  }

  /**
   * A goal that Maven's configurator has filled.
   *
   * @param configuration what stands in a POM's {@code <configuration>}
   */
  public static Mojo configured(MojoDescriptor goal, String configuration) throws Exception {
    return configured(
        goal,
        new XmlPlexusConfiguration(
            Xpp3DomBuilder.build(
                new StringReader("<configuration>" + configuration + "</configuration>"))),
        new DefaultExpressionEvaluator());
  }

  /** The same with the element {@code <configuration>}, and what evaluates its texts. */
  public static Mojo configured(
      MojoDescriptor goal, PlexusConfiguration configuration, ExpressionEvaluator evaluator)
      throws Exception {
    ClassLoader loader = Goals.class.getClassLoader();
    Object mojo = loader.loadClass(goal.getImplementation()).getDeclaredConstructor().newInstance();
    new BasicComponentConfigurator()
        .configureComponent(
            mojo, configuration, evaluator, new ClassWorld("test", loader).getRealm("test"));
    return (Mojo) mojo;
  }
}
