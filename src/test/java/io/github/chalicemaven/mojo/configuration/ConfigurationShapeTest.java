package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.File;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationShapeTest {

  private PlexusConfiguration accepted;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<appName>orders</appName>",
        "<source>github:acme/orders</source>",
        "<source><provider>github</provider></source>",
        "<stages><stage><name>beta</name><approval/></stage></stages>",
        "<stages combine.self='override'><stage/></stages>",
        "<build><testCommands combine.children='append'><command>a, b</command></testCommands></build>",
        "<build/>",
        "<notifications><email>a@example.com</email></notifications>",
        "<tags><team>shop</team><empty/></tags>",
        "<skip>true</skip>",
        "<skip>FALSE</skip>",
        "<skip default-value='false'>${chalice.skip}</skip>",
        "<outputFile>pipeline.json</outputFile>",
        "<project default-value='${project}'/>"
      })
  void acceptsWhatMavenFills(String parameter) throws Exception {
    assertThat(problems(parameter)).isEmpty();
    assertThat(text(accepted)).isEqualTo(text(configuration(parameter)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<build><testComands/></build> | <build><testComands> is unknown. Did you mean <testCommands>?",
        "<stages><stage><name>beta</name><aproval/></stage></stages>"
            + " | <stages><stage name=\"beta\"><aproval> is unknown. Did you mean <approval>?",
        "<stages><stage><alarm><threshold/></alarm></stage></stages>"
            + " | <stages><stage><alarm><threshold> is unknown. Use <minutes>, <name>.",
        "<notifications><mail/></notifications>"
            + " | <notifications><mail> is unknown. Did you mean <email>?"
      })
  void namesTheNearestElement(String parameter, String problem) throws Exception {
    assertThat(problems(parameter)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<notifications>x@y</notifications> | <notifications> is `x@y`: it takes elements instead of"
            + " text. Remove the text, or use <email>, <events>, <topicArn>.",
        "<stages><stage><approval>true</approval></stage></stages>"
            + " | <stages><stage><approval> is `true`: it takes elements instead of text. Remove the"
            + " text, or use <email>, <message>, <reviewUrl>, <timeoutMinutes>, <topicArn>, <when>.",
        "<stages><stage><alarm>errors</alarm></stage></stages> | <stages><stage><alarm> is `errors`:"
            + " it takes elements instead of text. Remove the text, or use <minutes>, <name>.",
        "<stages>beta,prod</stages> | <stages> is `beta,prod`: it takes elements instead of text. Use"
            + " <stages><stage>...</stage></stages>.",
        "<tags>team=shop</tags> | <tags> is `team=shop`: it takes elements instead of text. Use"
            + " <name>value</name> for each.",
      })
  void saysWhatAnElementTakesInsteadOfText(String parameter, String problem) throws Exception {
    assertThat(problems(parameter)).containsExactly(problem);
    assertThat(text(accepted)).doesNotContain("x@y", "true", "errors", "beta", "shop");
  }

  @Test
  void splitsNoTextIntoAList() throws Exception {
    assertThat(
            problems(
                "<build><installCommands>pip install 'x>=1,&lt;2'</installCommands>"
                    + "<testReports>a.xml</testReports></build>"))
        .containsExactly(
            "<build><installCommands> is `pip install 'x>=1,<2'`: it takes elements instead of text."
                + " Use <installCommands><command>...</command></installCommands>.",
            "<build><testReports> is `a.xml`: it takes elements instead of text. Use"
                + " <testReports><report>...</report></testReports>.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<appName><name/></appName> | <appName> contains <name>, but takes only text.",
        "<build><testCommands><command><sh/></command></testCommands></build>"
            + " | <build><testCommands><command> contains <sh>, but takes only text.",
        "<stages><stage name='beta'/></stages>"
            + " | <stages><stage> has the attribute `name`, which is unknown. Use elements only.",
        "<appName id='x'>orders</appName>"
            + " | <appName> has the attribute `id`, which is unknown. Use elements only.",
        "<stages><stage><name>a</name><name>b</name></stage></stages>"
            + " | <stages><stage name=\"a\"><name> is given twice. Remove one."
      })
  void refusesWhatMavenWouldDrop(String parameter, String problem) throws Exception {
    assertThat(problems(parameter)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on", "${unknown}"})
  void refusesATruthValueThatIsNone(String value) throws Exception {
    assertThat(problems("<skip default-value='false'>" + value + "</skip>"))
        .containsExactly("<skip> (-Dchalice.skip) is `" + value + "`: use true or false.");
  }

  @Test
  void takesNoDefaultForTheTextBesideElements() throws Exception {
    problems("<source default-value='codecommit'><provider>github</provider></source>");

    assertThat(accepted.getChild("source").getValue(null)).isNull();
    assertThat(accepted.getChild("source").getChild("provider").getValue()).isEqualTo("github");
  }

  @Test
  void takesAKeyOfAnyCharactersForATag() throws Exception {
    assertThat(
            problems(
                "<tags><team>shop</team><tag><key>cost center/a:b</key><value>1</value></tag>"
                    + "<tag><key>empty</key><value/></tag></tags>"))
        .isEmpty();

    assertThat(Stream.of(accepted.getChild("tags").getChildren()))
        .extracting(PlexusConfiguration::getName, tag -> tag.getValue(""))
        .containsExactly(tuple("team", "shop"), tuple("cost center/a:b", "1"), tuple("empty", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<tag><key>a</key></tag> | <tags><tag> takes text, or one <key> and one <value>.",
        "<tag><key/><value>a</value></tag> | <tags><tag> takes text, or one <key> and one <value>.",
        "<tag><name>a</name><value>a</value></tag>"
            + " | <tags><tag> takes text, or one <key> and one <value>.",
        "<a>1</a><tag><key>a</key><value>2</value></tag> | <tags> has two values for a. Remove one."
      })
  void refusesATagThatIsNone(String tags, String problem) throws Exception {
    assertThat(problems("<tags>" + tags + "</tags>")).containsExactly(problem);
  }

  @Test
  void findsAllProblems() throws Exception {
    assertThat(problems("<skip>no</skip><build>x</build><stages>y</stages>")).hasSize(3);
    assertThat(accepted.getChildCount()).isZero();
  }

  private List<String> problems(String parameters) throws Exception {
    ConfigurationShape shape = new ConfigurationShape();
    accepted = shape.accepted(configuration(parameters), Goal.class, new NoProperties());
    return shape.problems();
  }

  /** A configuration's names, attributes and values. */
  private static String text(PlexusConfiguration element) {
    StringBuilder text = new StringBuilder(element.getName());
    for (String name : element.getAttributeNames()) {
      text.append(" ").append(name).append("=").append(element.getAttribute(name));
    }
    text.append("=").append(element.getValue(""));
    return Stream.of(element.getChildren())
        .map(ConfigurationShapeTest::text)
        .collect(Collectors.joining(", ", text + "(", ")"));
  }

  private static PlexusConfiguration configuration(String parameters) throws Exception {
    return new XmlPlexusConfiguration(
        Xpp3DomBuilder.build(
            new StringReader("<configuration>" + parameters + "</configuration>")));
  }

  /** Has a value of no property. */
  private record NoProperties() implements ExpressionEvaluator {
    @Override
    public Object evaluate(String expression) {
      return expression.startsWith("${chalice.") ? null : expression;
    }

    @Override
    public File alignToBaseDirectory(File file) {
      return file;
    }
  }

  /** Parameters as setters, public and inherited, and as fields. */
  @SuppressWarnings("unused")
  public abstract static class Parameters {
    private boolean skip;

    public void setAppName(String appName) {}

    public void setSource(SourceSettings source) {}

    public void setBuild(BuildSettings build) {}

    public void setNotifications(NotificationSettings notifications) {}

    public void setStages(List<StageSettings> stages) {}

    public void setTags(Map<String, String> tags) {}
  }

  @SuppressWarnings("unused")
  public static final class Goal extends Parameters {
    private File outputFile;
    private org.apache.maven.project.MavenProject project;
  }
}
