package io.github.chalicemaven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.classic.ClassicTemplate;
import io.github.chalicemaven.core.render.v3.V3Template;
import io.github.chalicemaven.report.Picture;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every value of the model is held to: it cannot be changed, and is never half there. */
class RecordsTest {

  private static final String CORE = "io.github.chalicemaven.core.";

  /** Texts that may be empty. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("Build.appPath");

  /** One component of a record, which can be given another value than the usual one. */
  record Component(Class<?> type, int index) {

    RecordComponent component() {
      return type.getRecordComponents()[index];
    }

    Type genericType() {
      return component().getGenericType();
    }

    Object constructWith(Object value) throws ReflectiveOperationException {
      Object[] arguments =
          Arrays.stream(type.getRecordComponents())
              .map(other -> usual(other.getGenericType()))
              .toArray();
      arguments[index] = value;
      return construct(type, arguments);
    }

    Object read(Object instance) throws ReflectiveOperationException {
      component().getAccessor().setAccessible(true);
      return component().getAccessor().invoke(instance);
    }

    @Override
    public String toString() {
      return type.getSimpleName() + "." + component().getName();
    }
  }

  static Stream<Component> collections() {
    return components("cloudformation", "pipeline", "buildspec")
        .filter(component -> isCollection(component.genericType()));
  }

  static Stream<Component> ofPipelines() {
    return components("pipeline");
  }

  @ParameterizedTest
  @MethodSource("collections")
  void aCollectionIsCopiedAndCannotBeChanged(Component component)
      throws ReflectiveOperationException {
    Object given = usual(component.genericType());
    Object instance = component.constructWith(given);
    Object before = usual(component.genericType());
    assertThat(component.read(instance)).isEqualTo(before);

    if (given instanceof Map<?, ?> map) {
      map.clear();
    } else {
      ((Collection<?>) given).clear();
    }

    Object held = component.read(instance);
    assertThat(held).isEqualTo(before);
    assertThatThrownBy(
            () -> {
              if (held instanceof Map<?, ?> map) {
                map.clear();
              } else {
                ((Collection<?>) held).clear();
              }
            })
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @MethodSource("ofPipelines")
  void aConstructorNamesTheComponentThatIsWrong(Component component)
      throws ReflectiveOperationException {
    assertThat(component.read(component.constructWith(usual(component.genericType()))))
        .isEqualTo(usual(component.genericType()));
    for (Object wrong : wrong(component)) {
      assertThatThrownBy(() -> component.constructWith(wrong))
          .as("%s of %s", component, wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(component + " ");
    }
  }

  @Test
  void aConnectionIsOfAProviderThatNeedsOne() {
    for (Source.Provider provider : List.of(Source.Provider.CODECOMMIT, Source.Provider.S3)) {
      Component component = new Component(Source.Connection.class, 0);
      assertThatThrownBy(() -> component.constructWith(provider))
          .hasMessageStartingWith("Connection.provider ");
    }
  }

  /** Each kind is one of {@code v1} and {@code v2}, or of {@code v3}, or of both. */
  @Test
  void aPipelineTakesOnlyTheSourcesOfItsVersion() {
    List<Component> sources = sources();
    Map<String, List<String>> takers = new TreeMap<>();
    for (Class<?> kind : Source.class.getPermittedSubclasses()) {
      takers.put(
          kind.getSimpleName(),
          sources.stream()
              .filter(component -> takes(component, usual(kind)))
              .map(Component::toString)
              .toList());
    }

    assertThat(takers)
        .containsExactly(
            Map.entry("CodeCommit", List.of("ClassicPipeline.source", "V3Pipeline.source")),
            Map.entry("Connection", List.of("V3Pipeline.source")),
            Map.entry("ExistingCodeCommit", List.of("V3Pipeline.source")),
            Map.entry("GitHubToken", List.of("ClassicPipeline.source")),
            Map.entry("S3Object", List.of("V3Pipeline.source")));
  }

  @Test
  void everyKindOfSourceIsRenderedAndDrawn() throws ReflectiveOperationException {
    for (Component component : sources()) {
      for (Class<?> kind : Source.class.getPermittedSubclasses()) {
        if (takes(component, usual(kind))) {
          Object pipeline = component.constructWith(usual(kind));
          Rendered rendered =
              pipeline instanceof V3Pipeline v3
                  ? V3Template.render(v3)
                  : ClassicTemplate.render((ClassicPipeline) pipeline);
          assertThat(Picture.of((Pipeline) pipeline, rendered).start())
              .as("%s of %s", component, kind)
              .isNotEmpty();
        }
      }
    }
  }

  private static List<Component> sources() {
    return ofPipelines().filter(component -> component.genericType() == Source.class).toList();
  }

  private static boolean takes(Component component, Object value) {
    try {
      component.constructWith(value);
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith(component + " ");
      return false;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That the tests above have something to test. */
  @Test
  void collectionsAreFoundInEachPackage() {
    assertThat(collections().map(Component::toString))
        .contains("V3Pipeline.stages", "Template.resources", "Phase.commands", "Stage.capabilities")
        .hasSizeGreaterThan(25);
    assertThat(ofPipelines().map(Component::type))
        .contains(V3Pipeline.class, PipelineOptions.Notifications.class, Source.PushFilter.class);
  }

  private static List<Object> wrong(Component component) {
    Class<?> type = component.component().getType();
    List<Object> wrong = new ArrayList<>();
    if (!type.isPrimitive()) {
      wrong.add(null);
    }
    if (type == String.class && !MAY_BE_EMPTY.contains(component.toString())) {
      wrong.add("");
    }
    if (component.genericType().getTypeName().equals("java.util.Optional<java.lang.String>")) {
      wrong.add(Optional.of(""));
    }
    if (component.genericType().getTypeName().equals("java.util.Optional<java.lang.Integer>")) {
      wrong.addAll(List.of(Optional.of(4), Optional.of(86_401)));
    }
    if (type == int.class) {
      wrong.addAll(List.of(0, 86_401));
    }
    if (type == List.class) {
      wrong.add(Arrays.asList((Object) null));
    }
    if (component.genericType().getTypeName().equals("java.util.List<java.lang.String>")) {
      wrong.add(List.of(""));
    }
    return wrong;
  }

  private static Stream<Component> components(String... packages) {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Arrays.stream(packages).map(name -> CORE + name).toList())
            .stream()
            .filter(JavaClass::isRecord)
            .map(JavaClass::reflect)
            .sorted(Comparator.comparing(Class::getName))
            .flatMap(
                type ->
                    Stream.iterate(0, index -> index + 1)
                        .limit(type.getRecordComponents().length)
                        .map(index -> new Component(type, index)));
  }

  private static boolean isCollection(Type type) {
    return type instanceof ParameterizedType parameterized
        && List.of(List.class, Map.class, Set.class).contains(parameterized.getRawType());
  }

  /** A value of a type, each time another object that equals the last; collections are mutable. */
  private static Object usual(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      if (parameterized.getRawType() == List.class) {
        return new ArrayList<>(List.of(usual(arguments[0])));
      }
      if (parameterized.getRawType() == Map.class) {
        return new LinkedHashMap<>(Map.of(usual(arguments[0]), usual(arguments[1])));
      }
      if (parameterized.getRawType() == Optional.class) {
        return Optional.of(usual(arguments[0]));
      }
    } else if (type instanceof Class<?> plain) {
      if (plain == String.class) {
        return "text";
      }
      if (plain == int.class || plain == Integer.class) {
        return 60;
      }
      if (plain == long.class) {
        return 60L;
      }
      if (plain == boolean.class) {
        return true;
      }
      if (plain == BigDecimal.class) {
        return BigDecimal.ONE;
      }
      if (plain.isEnum()) {
        return plain.getEnumConstants()[1];
      }
      if (plain == Value.class) {
        return Values.of("text");
      }
      if (plain == Value.Mapping.class) {
        return Value.mapping().with("key", "text");
      }
      if (plain == Location.class) {
        return Location.TOP;
      }
      if (plain.isSealed()) {
        return usual(plain.getPermittedSubclasses()[0]);
      }
      if (plain.isRecord()) {
        return construct(
            plain,
            Arrays.stream(plain.getRecordComponents())
                .map(component -> usual(component.getGenericType()))
                .toArray());
      }
    }
    throw new IllegalArgumentException("no usual value of " + type);
  }

  private static Object construct(Class<?> type, Object... arguments) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
