package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.Documents;
import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.settings.AccountSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SettingsElement;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of each element below a parameter: what a user needs, and what is true. */
class ElementHelpTest {

  private static final Path SOURCES = Path.of("src/main/java");

  /** An element: its field, and the parameter around it with {@code %s} in its place. */
  record Element(Field field, String around) {

    /** The Javadoc of the field, without the asterisks. */
    String help() {
      String source = Documents.text(SOURCES.resolve(bean().getName().replace('.', '/') + ".java"));
      Matcher javadoc =
          Pattern.compile(
                  "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public [^;({]+ " + field.getName() + ";")
              .matcher(source);
      return javadoc.find() ? javadoc.group(1).replaceAll("(?m)^ *\\*? ?", "").strip() : "";
    }

    String example() {
      Matcher example = Pattern.compile("(?s)<pre>\\s*\\{@code\\s(.*)}\\s*</pre>").matcher(help());
      return example.find() ? example.group(1).strip() : "";
    }

    private Class<?> bean() {
      return field.getDeclaringClass();
    }

    @Override
    public String toString() {
      return bean().getSimpleName() + " " + field.getName();
    }
  }

  /** Each element once, however many parameters have it. */
  static Stream<Element> elements() throws NoSuchFieldException {
    List<Element> elements = new ArrayList<>();
    for (Field parameter : PipelineSettings.class.getFields()) {
      collect(parameter, "%s", new HashSet<>(), elements);
    }
    Field accounts = AbstractStackMojo.class.getDeclaredField("accounts");
    collect(accounts, "%s", new HashSet<>(), elements);
    return elements.stream();
  }

  /** The names of the elements that are lists. */
  static Stream<String> lists() throws NoSuchFieldException {
    return elements()
        .map(Element::field)
        .filter(field -> field.getType() == List.class)
        .map(Field::getName)
        .distinct();
  }

  private static void collect(
      Field field, String around, Set<Class<?>> seen, List<Element> elements) {
    Type type = field.getGenericType();
    boolean list = type instanceof ParameterizedType generic && generic.getRawType() == List.class;
    Type item = list ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    if (item instanceof Class<?> bean
        && isBean(bean)
        && elements.stream().noneMatch(element -> element.bean() == bean)
        && seen.add(bean)) {
      String tag = "<" + field.getName() + ">%s</" + field.getName() + ">";
      String inner = around.formatted(list ? tag.formatted("<item>%s</item>") : tag);
      for (Field child : bean.getFields()) {
        elements.add(new Element(child, inner));
      }
      for (Field child : bean.getFields()) {
        collect(child, inner, seen, elements);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void everyElementHasASentenceAnExampleAndSince(Element element) {
    String name = element.field().getName();

    assertThat(element.help()).matches("(?s)[A-Z{].{10,}\\..*@since \\d+\\.\\d+\\.\\d+");
    assertThat(element.example()).startsWith("<" + name + ">").endsWith("</" + name + ">");
  }

  @ParameterizedTest
  @MethodSource("elements")
  void anExampleIsTheElementsOwn(Element element) throws Exception {
    String xml = element.around().formatted(element.example());

    AbstractStackMojo goal =
        (AbstractStackMojo) Goals.configured(Goals.named("deploy-pipeline"), xml);
    List<Object> values = values(goal.settings(), element.field());
    for (AccountSettings account :
        goal.accounts == null ? List.<AccountSettings>of() : goal.accounts) {
      values.addAll(values(account, element.field()));
    }

    assertThat(values).isNotEmpty().doesNotContainNull();
  }

  /** Maven takes any name for the items of a list; users meet one. */
  @ParameterizedTest
  @MethodSource("lists")
  void theItemsOfAListHaveOneName(String list) throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      Stream<String> texts =
          Stream.concat(sources.filter(Files::isRegularFile), Documents.all().stream())
              .map(Documents::text);
      Pattern first = Pattern.compile("<" + list + ">[\\s*]*<(\\w+)>");

      assertThat(texts.flatMap(text -> first.matcher(text).results()))
          .extracting(item -> item.group(1))
          .isNotEmpty()
          .satisfies(names -> assertThat(new HashSet<>(names)).hasSize(1));
    }
  }

  private static boolean isBean(Class<?> type) {
    return SettingsElement.class.isAssignableFrom(type);
  }

  /** What the beans of a field's class have in it. */
  private static List<Object> values(Object owner, Field wanted) throws Exception {
    List<Object> values = new ArrayList<>();
    for (Field field : owner.getClass().getFields()) {
      Object value = field.get(owner);
      if (field.equals(wanted)) {
        values.add(value);
      }
      for (Object one : value instanceof List<?> list ? list : Stream.ofNullable(value).toList()) {
        if (isBean(one.getClass())) {
          values.addAll(values(one, wanted));
        }
      }
    }
    return values;
  }
}
