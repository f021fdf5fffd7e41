package io.github.chalicemaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chalicemaven.Goals.GoalParameter;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the site say what the plugin's descriptor says, which is made from the code. */
class DocumentationTest {

  private static final Pattern TABLE =
      Pattern.compile(
          "<!-- parameters of ([a-z-]+)(?: beside ([a-z-]+))? -->\\R"
              + "\\| parameter \\| property \\| default \\| meaning \\|\\R"
              + "[|-]+\\R"
              + "((?:\\|.*\\R)*)"
              + "<!-- end -->");

  private static final Pattern ELEMENTS =
      Pattern.compile(
          "<!-- elements of (\\w+) -->\\n\\| element .*\\n\\|---.*\\n((?:\\| .*\\n)+)<!-- end -->");

  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\|(?: `([\\w.]+)`)? \\| ([^|]+) \\| ([^|]+) \\|");

  private static final Pattern COORDINATES =
      Pattern.compile("io\\.github\\.chalicemaven:chalice-maven-plugin:(\\d[\\w.-]*\\w)");

  private static final Pattern VERSION =
      Pattern.compile(
          "<artifactId>chalice-maven-plugin</artifactId>\\s*<version>([^<]*)</version>");

  private static final Pattern GOAL =
      Pattern.compile("\\| `(chalice:[a-z-]+)` \\| .+ \\| (?:`([a-z-]+)`|site)? ?\\|");

  /** A goal on the command line, by the plugin's prefix or its coordinates. */
  private static final Pattern COMMAND =
      Pattern.compile("\\bmvn [^`\\n]*chalice(?:-maven-plugin:[\\w.-]+)?:([a-z-]+)");

  /** A property of the plugin, but for those of the template's parameters. */
  private static final Pattern PROPERTY = Pattern.compile("-D(chalice\\.(?!parameter\\.)\\w+)");

  private static final Path SETTINGS =
      Path.of("src/main/java/io/github/chalicemaven/core/settings");

  /** A public field and its Javadoc. */
  private static final Pattern ELEMENT =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public [^;({]+ (\\w+);", Pattern.DOTALL);

  /** A goal of v3 alone, whose table does not say so in each row. */
  private static final String ONLY_IN_V3 = "init";

  private static PluginDescriptor plugin;
  private static String documents;
  private static List<Table> tables;

  /**
   * A page's table of a goal's parameters.
   *
   * @param other the goal whose parameters are left out, if any
   */
  record Table(String goal, String other, List<Row> rows) {

    static Table parse(MatchResult table) {
      return new Table(
          table.group(1), table.group(2), table.group(3).lines().map(Row::parse).toList());
    }

    /** The parameters that belong into it. */
    List<GoalParameter> parameters() {
      List<String> others =
          other == null
              ? List.of()
              : Goals.parameters(Goals.named(other)).map(GoalParameter::name).toList();
      return Goals.parameters(Goals.named(goal))
          .filter(parameter -> !others.contains(parameter.name()))
          .toList();
    }

    @Override
    public String toString() {
      return goal;
    }
  }

  /** What a page and the descriptor both know of a parameter. */
  record Row(String parameter, String property, String defaultValue, boolean onlyInV3) {

    static Row parse(String line) {
      Matcher row = ROW.matcher(line);
      assertThat(row.matches()).as(line).isTrue();
      return new Row(
          row.group(1),
          Objects.toString(row.group(2), ""),
          row.group(3),
          row.group(4).startsWith("`v3`: "));
    }
  }

  private static Row row(GoalParameter parameter) {
    return new Row(
        parameter.name(),
        parameter.configuration().getValue("").replaceAll("^\\$\\{(.*)}$", "$1"),
        parameter.help().defaultValue(),
        !parameter.goal().getGoal().equals(ONLY_IN_V3)
            && parameter.help().versions().equals(List.of("v3")));
  }

  @BeforeAll
  static void read() throws Exception {
    documents = Documents.all().stream().map(Documents::text).collect(Collectors.joining());
    tables = TABLE.matcher(documents).results().map(Table::parse).toList();
    plugin = Goals.plugin();
  }

  static Stream<GoalParameter> parameters() {
    return Goals.parameters();
  }

  @Test
  void noGoalHasTwoTables() {
    assertThat(tables).extracting(Table::goal).doesNotHaveDuplicates();
  }

  @Test
  void everyParameterIsInATable() {
    assertThat(tables)
        .flatExtracting(Table::parameters)
        .extracting(GoalParameter::name)
        .containsAll(parameters().map(GoalParameter::name).toList());
  }

  @ParameterizedTest
  @FieldSource("tables")
  void aTableEqualsTheDescriptor(Table table) {
    assertThat(table.rows())
        .containsExactlyElementsOf(
            table.parameters().stream().map(DocumentationTest::row).toList());
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterOfOneValueHasAPropertyOfItsName(GoalParameter parameter) {
    String type = parameter.parameter().getType();
    boolean oneValue =
        type.startsWith("java.lang.")
            || Set.of("boolean", "java.io.File").contains(type)
            || type.endsWith(".SourceSettings");
    assertThat(row(parameter).property())
        .isEqualTo(oneValue ? "chalice." + row(parameter).parameter() : "");
  }

  @Test
  void everyGoalSaysWhatItIsForAndMayRunInParallel() {
    assertThat(plugin.getMojos())
        .extracting(MojoDescriptor::getGoal)
        .contains("generate-pipeline", "help");
    assertThat(plugin.getMojos())
        .allSatisfy(
            goal -> {
              assertThat(goal.getDescription()).as(goal.getGoal()).isNotBlank();
              assertThat(goal.isThreadSafe()).as(goal.getGoal()).isTrue();
            });
  }

  @Test
  void theIntroductionListsTheGoalsWithTheirPhases() {
    List<String> described =
        Goals.ours().stream()
            .map(goal -> "chalice:" + goal.getGoal() + " " + Objects.toString(goal.getPhase(), ""))
            .toList();

    assertThat(GOAL.matcher(Documents.text(Documents.page("index.md"))).results())
        .extracting(row -> row.group(1) + " " + Objects.toString(row.group(2), ""))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @ParameterizedTest
  @EnumSource
  void everyProviderIsDocumented(Source.Provider provider) {
    String element = Documents.text(SETTINGS.resolve("SourceSettings.java"));
    String parameter =
        Goals.parameters(Goals.named("generate-pipeline"))
            .filter(one -> one.name().equals("source"))
            .map(one -> one.parameter().getDescription())
            .findFirst()
            .orElseThrow();

    assertThat(element).containsPattern("\\{@code[\\s*]+" + provider + "}");
    assertThat(parameter).contains("<code>" + provider + "</code>");
    assertThat(Documents.text(Documents.page("v3.md")))
        .containsPattern("\\| `provider` \\| .*`" + provider + "`");
  }

  @Test
  void theCommandsNameGoalsAndPropertiesOfThePlugin() {
    assertThat(COMMAND.matcher(documents).results().map(goal -> goal.group(1)).distinct())
        .contains("generate-pipeline", "init")
        .isSubsetOf(plugin.getMojos().stream().map(MojoDescriptor::getGoal).toList());
    assertThat(PROPERTY.matcher(documents).results().map(property -> property.group(1)).distinct())
        .contains("chalice.part")
        .isSubsetOf(parameters().map(parameter -> row(parameter).property()).toList());
  }

  @Test
  void theReadmeAndTheSiteNameTheVersionOfThePom() {
    assertThat(COORDINATES.matcher(documents).results().map(version -> version.group(1)))
        .isNotEmpty()
        .containsOnly(plugin.getVersion());
    assertThat(VERSION.matcher(documents).results().map(version -> version.group(1)))
        .isNotEmpty()
        .containsOnly(plugin.getVersion());
  }

  @TestFactory
  Stream<DynamicTest> aTableOfElementsEqualsTheBean() {
    List<MatchResult> elements = ELEMENTS.matcher(documents).results().toList();
    assertThat(elements)
        .extracting(table -> table.group(1))
        .contains("SourceSettings", "BuildSettings", "StageSettings", "ApprovalSettings");
    return elements.stream()
        .map(
            table ->
                dynamicTest(
                    table.group(1),
                    () -> {
                      Class<?> bean =
                          Class.forName(
                              SourceSettings.class.getPackageName() + "." + table.group(1));
                      assertThat(
                              table
                                  .group(2)
                                  .lines()
                                  .map(line -> line.replaceAll("^\\| `(\\w+)`.*", "$1")))
                          .containsExactlyElementsOf(
                              Stream.of(bean.getFields()).map(Field::getName).toList());
                    }));
  }

  static Stream<Path> beans() throws IOException {
    try (Stream<Path> sources = Files.list(SETTINGS)) {
      return sources
          .filter(source -> source.toString().endsWith("Settings.java"))
          .filter(source -> !source.endsWith("PipelineSettings.java"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("beans")
  void everyElementOfABeanHasItsDocumentation(Path source) throws IOException {
    String code = Files.readString(source);
    List<String> elements =
        ELEMENT.matcher(code).results().map(element -> element.group(2)).toList();

    assertThat(elements)
        .isNotEmpty()
        .allSatisfy(element -> assertThat(documents).contains("`" + element + "`"));
    assertThat(ELEMENT.matcher(code).results())
        .allSatisfy(element -> assertThat(element.group(1)).matches("(?s).{10,}\\..*"));
    assertThat(elements)
        .hasSize(
            (int)
                code.lines()
                    .filter(line -> line.startsWith("  public ") && line.endsWith(";"))
                    .count());
  }
}
