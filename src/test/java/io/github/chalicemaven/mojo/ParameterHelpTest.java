package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chalicemaven.Goals;
import io.github.chalicemaven.Goals.GoalParameter;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SettingsElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help says of each parameter what a user needs, and what it says is true. */
class ParameterHelpTest {

  private static final Pattern ONLY_IN_V3 = Pattern.compile("<(\\w+)> is supported only in v3\\.");

  private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>");

  @TempDir Path folder;

  static Stream<GoalParameter> parameters() {
    return Goals.parameters();
  }

  static List<MojoDescriptor> goals() {
    return Goals.withSettings(PipelineParameters.class);
  }

  /** A parameter's example, alone. */
  record Example(GoalParameter parameter, String xml) {

    @Override
    public String toString() {
      return parameter + ": " + xml;
    }
  }

  static Stream<Example> examples() {
    return parameters()
        .flatMap(
            parameter ->
                parameter.help().examples().stream().map(xml -> new Example(parameter, xml)));
  }

  /** The others name files of a project. */
  static Stream<Example> examplesOfValues() {
    return examples()
        .filter(
            example ->
                goals().stream()
                    .anyMatch(goal -> goal.getGoal().equals(example.parameter().goal().getGoal())))
        .filter(example -> !example.parameter().parameter().getType().equals("java.io.File"));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void everyParameterHasASentenceADefaultVersionsAnExampleAndSince(GoalParameter parameter) {
    Goals.Help help = parameter.help();

    assertThat(help.text()).matches("(?s)[A-Z]\\w* .{20,}\\..*");
    assertThat(help.defaultValue()).isNotBlank();
    assertThat(help.versions()).isIn(List.of("v1", "v2", "v3"), List.of("v3"));
    assertThat(help.examples()).isNotEmpty();
    assertThat(parameter.parameter().getSince()).matches("\\d+\\.\\d+\\.\\d+");
  }

  /** As {@code help:describe} shows them, which joins lines that do not end in a break. */
  @ParameterizedTest
  @MethodSource("parameters")
  void anElementOfAnExampleIsOnALineOfItsOwn(GoalParameter parameter) {
    assertThat(parameter.parameter().getDescription()).doesNotContainPattern("\\n *&lt;");
  }

  static Stream<GoalParameter> parametersWithElements() {
    return parameters().filter(parameter -> bean(parameter).isPresent());
  }

  @ParameterizedTest
  @MethodSource("parametersWithElements")
  void theHelpNamesAllElements(GoalParameter parameter) {
    Matcher sentence =
        Pattern.compile("(?s)<p>Elements[^:]*:(.*?)\\.(\\s|</p>)")
            .matcher(parameter.parameter().getDescription());

    assertThat(sentence.find()).isTrue();
    assertThat(CODE.matcher(sentence.group(1)).results().map(code -> code.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(bean(parameter).orElseThrow().getFields()).map(Field::getName).toList());
  }

  /** The class of a parameter's elements, or of those of an item of it. */
  private static Optional<Class<?>> bean(GoalParameter parameter) {
    return types(parameter)
        .flatMap(
            type ->
                type instanceof ParameterizedType list
                    ? Stream.of(list.getActualTypeArguments())
                    : Stream.of(type))
        .filter(Class.class::isInstance)
        .<Class<?>>map(Class.class::cast)
        .filter(SettingsElement.class::isAssignableFrom)
        .findFirst();
  }

  /** Of the parameter's field, or of what its setter takes. */
  private static Stream<Type> types(GoalParameter parameter) {
    String name = parameter.name();
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<Type> types = new ArrayList<>();
    for (Class<?> type = Goals.type(parameter.goal()); type != null; type = type.getSuperclass()) {
      Stream.of(type.getDeclaredFields())
          .filter(field -> field.getName().equals(name))
          .forEach(field -> types.add(field.getGenericType()));
      Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(setter))
          .forEach(method -> types.addAll(List.of(method.getGenericParameterTypes())));
    }
    return types.stream();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aDefaultOfTheDescriptorIsTheHelps(GoalParameter parameter) {
    String value = parameter.configuration().getAttribute("default-value");

    if (value != null && !value.contains("${")) {
      assertThat(parameter.help().defaultValue()).isEqualTo("`" + value + "`");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsTheParametersElement(Example example) throws Exception {
    String name = example.parameter().name();

    assertThat(example.xml()).startsWith("<" + name + ">").endsWith("</" + name + ">");
    assertThat(Goals.configured(example.parameter().goal(), example.xml())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("examplesOfValues")
  void anExampleWorksInAVersion(Example example) throws Exception {
    PipelineSettings settings =
        ((PipelineParameters) Goals.configured(example.parameter().goal(), example.xml()))
            .settings();
    settings.appDirectory = folder;
    settings.appName = settings.appName == null ? "orders" : settings.appName;

    assertThat(example.parameter().help().versions())
        .anySatisfy(
            version -> {
              settings.pipelineVersion = version;
              assertThatCode(() -> resolve(settings)).doesNotThrowAnyException();
            });
  }

  @ParameterizedTest
  @MethodSource("goals")
  void theVersionsOfAParameterAreThoseThatTakeIt(MojoDescriptor goal) throws Exception {
    List<GoalParameter> parameters = Goals.parameters(goal).toList();
    String all =
        parameters.stream()
            .filter(parameter -> !parameter.name().equals("pipelineVersion"))
            .map(parameter -> parameter.help().examples().get(0))
            .collect(Collectors.joining());
    Object mojo = Goals.configured(goal, all + "<pipelineVersion>v2</pipelineVersion>");

    InvalidConfigurationException e =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () -> resolve(((PipelineParameters) mojo).settings()));

    Set<String> refused =
        ONLY_IN_V3
            .matcher(e.getMessage())
            .results()
            .map(problem -> problem.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(refused)
        .isEqualTo(
            parameters.stream()
                .filter(parameter -> parameter.help().versions().equals(List.of("v3")))
                .map(GoalParameter::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void resolve(PipelineSettings settings) {
    PipelineGenerator.resolve(
        settings, ProjectFacts.withoutPom(folder), LocalDate.EPOCH, new Problems());
  }
}
