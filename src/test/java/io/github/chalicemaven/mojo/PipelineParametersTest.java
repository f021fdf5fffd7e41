package io.github.chalicemaven.mojo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.beans.Introspector;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user sets arrives where the goals use it, through Maven's own configurator. */
class PipelineParametersTest {

  static List<MojoDescriptor> goals() {
    return Goals.withSettings(PipelineParameters.class);
  }

  @ParameterizedTest
  @MethodSource("goals")
  void everyParameterArrivesInTheSettings(MojoDescriptor goal) throws Exception {
    Map<String, Object> probes = new TreeMap<>();
    StringBuilder configuration = new StringBuilder();
    for (Goals.GoalParameter parameter : Goals.parameters(goal).toList()) {
      if (setters().containsKey(parameter.name())) {
        Type type = setters().get(parameter.name()).getGenericParameterTypes()[0];
        configuration.append(xml(parameter.name(), type, parameter.name(), probes));
      }
    }

    Object mojo = Goals.configured(goal, configuration.toString());

    Map<String, Object> arrived = new TreeMap<>();
    flatten("", ((PipelineParameters) mojo).settings(), arrived);
    assertThat(probes).containsKeys("/appName", "/stages/0/approval/when");
    assertThat(arrived).isEqualTo(probes);
  }

  @ParameterizedTest
  @MethodSource("goals")
  void everySettingHasAParameterOfItsName(MojoDescriptor goal) {
    assertThat(setters().keySet())
        .isEqualTo(
            Arrays.stream(PipelineSettings.class.getFields())
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(Goals.parameters(goal).map(Goals.GoalParameter::name))
        .containsAll(setters().keySet());
  }

  @ParameterizedTest
  @MethodSource("goals")
  void aSourceMayBeAWord(MojoDescriptor goal) throws Exception {
    PipelineParameters mojo =
        (PipelineParameters) Goals.configured(goal, "<source>github:acme/orders</source>");

    assertThat(mojo.settings().source.provider).isEqualTo("github");
    assertThat(mojo.settings().source.repository).isEqualTo("acme/orders");
  }

  @Test
  void aParameterThatIsAFieldIsRead() {
    ArchCondition<JavaField> beRead =
        new ArchCondition<>("be read") {
          @Override
          public void check(JavaField field, ConditionEvents events) {
            boolean read =
                field.getAccessesToSelf().stream()
                    .anyMatch(access -> access.getAccessType() == AccessType.GET);
            events.add(new SimpleConditionEvent(field, read, field + " is never read"));
          }
        };
    fields()
        .that()
        .areAnnotatedWith(Parameter.class)
        .should(beRead)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(AbstractChaliceMojo.class));
  }

  private static Map<String, Method> setters() {
    Map<String, Method> setters = new TreeMap<>();
    for (Method method : PipelineParameters.class.getDeclaredMethods()) {
      if (method.getName().startsWith("set") && method.getReturnType() == void.class) {
        setters.put(Introspector.decapitalize(method.getName().substring(3)), method);
      }
    }
    return setters;
  }

  /** The element of a value that no other one has; {@code probes} takes each of its texts. */
  private static String xml(String element, Type type, String path, Map<String, Object> probes) {
    String content = "";
    if (type == String.class) {
      content = "probe of " + path;
      probes.put("/" + path, content);
    } else if (type == File.class || type == Path.class) {
      content = "probes/" + path;
      probes.put("/" + path, Path.of(content));
    } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      content = xml("item", generic.getActualTypeArguments()[0], path + "/0", probes);
    } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      content = xml("key", generic.getActualTypeArguments()[1], path + "/key", probes);
    } else {
      for (Field field : ((Class<?>) type).getFields()) {
        content +=
            xml(field.getName(), field.getGenericType(), path + "/" + field.getName(), probes);
      }
    }
    return "<" + element + ">" + content + "</" + element + ">";
  }

  private static void flatten(String path, Object value, Map<String, Object> texts)
      throws IllegalAccessException {
    if (value == null || value instanceof String || value instanceof Path) {
      texts.put(path, value);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        flatten(path + "/" + i, list.get(i), texts);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        flatten(path + "/" + entry.getKey(), entry.getValue(), texts);
      }
    } else {
      for (Field field : value.getClass().getFields()) {
        flatten(path + "/" + field.getName(), field.get(value), texts);
      }
    }
  }
}
