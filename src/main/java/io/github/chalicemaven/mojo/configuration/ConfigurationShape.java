package io.github.chalicemaven.mojo.configuration;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.SettingsElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Compares the elements of a goal's configuration with the types that Maven will fill from them.
 * What Maven would fail on, drop or guess at is a problem: unknown elements and attributes, an
 * element that is given twice, text where elements belong and the reverse, a truth value that is
 * none.
 */
public final class ConfigurationShape {

  /** Maven's own. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "combine.children",
          "combine.self",
          "combine.id",
          "combine.keys",
          "default-value",
          "implementation",
          "xml:space");

  private final List<String> problems = new ArrayList<>();

  /** What is wrong, in the order of the elements. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * The configuration without what is wrong, and with each {@code <tag><key>..</key><value>..} of a
   * map as the entry that it means.
   */
  public PlexusConfiguration accepted(
      PlexusConfiguration configuration, Class<?> goal, ExpressionEvaluator evaluator) {
    PlexusConfiguration accepted = new DefaultPlexusConfiguration(configuration.getName());
    for (PlexusConfiguration parameter : configuration.getChildren()) {
      Type type = typeOfParameter(goal, parameter.getName());
      if (type == boolean.class) {
        acceptTruth(parameter, evaluator, accepted);
      } else {
        accept("<" + parameter.getName() + ">", parameter, type, accepted);
      }
    }
    return accepted;
  }

  private void accept(
      String place, PlexusConfiguration element, Type type, PlexusConfiguration parent) {
    checkAttributes(place, element);
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        acceptMap(place, element, parent);
      } else {
        acceptList(place, element, of[0], parent);
      }
    } else if (isBean(type)) {
      acceptBean(place, element, (Class<?>) type, parent);
    } else if (type == String.class && element.getChildCount() > 0) {
      problems.add(
          place + " contains <" + element.getChild(0).getName() + ">, but takes only text.");
    } else {
      parent.addChild(element);
    }
  }

  private void acceptBean(
      String place, PlexusConfiguration element, Class<?> type, PlexusConfiguration parent) {
    if (element.getChildCount() == 0) {
      if (hasText(element) && !takesText(type)) {
        problems.add(
            new Setting(place, element.getValue())
                + ": it takes elements instead of text. Remove the text, or use "
                + elements(type)
                + ".");
      } else {
        parent.addChild(element);
      }
      return;
    }
    PlexusConfiguration accepted = copyWithoutText(element, parent);
    Set<String> names = new HashSet<>();
    for (PlexusConfiguration child : element.getChildren()) {
      String inner = place + "<" + child.getName() + ">";
      Optional<Field> field =
          Arrays.stream(type.getFields())
              .filter(f -> f.getName().equals(child.getName()))
              .findAny();
      if (field.isEmpty()) {
        problems.add(inner + " is unknown. " + advice(child.getName(), type));
      } else if (!names.add(child.getName())) {
        problems.add(inner + " is given twice. Remove one.");
      } else {
        accept(inner, child, field.get().getGenericType(), accepted);
      }
    }
  }

  private void acceptList(
      String place, PlexusConfiguration element, Type type, PlexusConfiguration parent) {
    if (element.getChildCount() == 0) {
      if (hasText(element)) {
        String item = item(element.getName());
        problems.add(
            new Setting(place, element.getValue())
                + ": it takes elements instead of text. Use "
                + place.substring(place.lastIndexOf('<'))
                + "<"
                + item
                + ">...</"
                + item
                + "></"
                + element.getName()
                + ">.");
      } else {
        parent.addChild(element);
      }
      return;
    }
    PlexusConfiguration accepted = copyWithoutText(element, parent);
    for (PlexusConfiguration child : element.getChildren()) {
      accept(place + tag(child), child, type, accepted);
    }
  }

  private void acceptMap(String place, PlexusConfiguration element, PlexusConfiguration parent) {
    if (element.getChildCount() == 0 && hasText(element)) {
      problems.add(
          new Setting(place, element.getValue())
              + ": it takes elements instead of text. Use <name>value</name> for each.");
      return;
    }
    PlexusConfiguration accepted = copyWithoutText(element, parent);
    Set<String> names = new HashSet<>();
    for (PlexusConfiguration child : element.getChildren()) {
      String inner = place + "<" + child.getName() + ">";
      checkAttributes(inner, child);
      Optional<PlexusConfiguration> entry = entry(child);
      if (entry.isEmpty()) {
        problems.add(inner + " takes text, or one <key> and one <value>.");
      } else if (!names.add(entry.get().getName())) {
        problems.add(
            place
                + " has two values for "
                + Setting.shown(entry.get().getName())
                + ". Remove one.");
      } else {
        accepted.addChild(entry.get());
      }
    }
  }

  /** An entry of a map by its name and value, however it is written. */
  private static Optional<PlexusConfiguration> entry(PlexusConfiguration child) {
    if (child.getChildCount() == 0) {
      return Optional.of(child);
    }
    PlexusConfiguration key = child.getChild("key", false);
    PlexusConfiguration value = child.getChild("value", false);
    if (child.getChildCount() != 2
        || key == null
        || value == null
        || !hasText(key)
        || key.getChildCount() + value.getChildCount() > 0) {
      return Optional.empty();
    }
    return Optional.of(new DefaultPlexusConfiguration(key.getValue(), value.getValue()));
  }

  /** Maven takes what is not {@code true} for {@code false}. */
  private void acceptTruth(
      PlexusConfiguration element, ExpressionEvaluator evaluator, PlexusConfiguration parent) {
    Object value = value(element, evaluator);
    if (value == null || value.toString().matches("(?i)true|false")) {
      parent.addChild(element);
    } else {
      problems.add(Setting.of(element.getName(), value) + ": use true or false.");
    }
  }

  private static Object value(PlexusConfiguration element, ExpressionEvaluator evaluator) {
    try {
      return element.getValue() == null ? null : evaluator.evaluate(element.getValue());
    } catch (ExpressionEvaluationException e) {
      return element.getValue();
    }
  }

  private void checkAttributes(String place, PlexusConfiguration element) {
    for (String name : element.getAttributeNames()) {
      if (!ATTRIBUTES.contains(name)) {
        problems.add(
            place + " has the attribute `" + name + "`, which is unknown. Use elements only.");
      }
    }
  }

  /** Where there are elements, the only text left is the goal's default, on Maven 3 alone. */
  private static PlexusConfiguration copyWithoutText(
      PlexusConfiguration element, PlexusConfiguration parent) {
    PlexusConfiguration copy = new DefaultPlexusConfiguration(element.getName());
    for (String name : element.getAttributeNames()) {
      copy.setAttribute(name, element.getAttribute(name));
    }
    parent.addChild(copy);
    return copy;
  }

  /** The opening tag, with the name that tells an item of a list from the others. */
  private static String tag(PlexusConfiguration item) {
    PlexusConfiguration name = item.getChild("name", false);
    return "<"
        + item.getName()
        + (name == null ? "" : " name=\"" + Setting.shown(String.valueOf(name.getValue())) + "\"")
        + ">";
  }

  /** The type of a goal's parameter: of its setter, or of its field. */
  private static Type typeOfParameter(Class<?> goal, String name) {
    String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (Method method : goal.getMethods()) {
      if (method.getName().equals(setter) && method.getParameterCount() == 1) {
        return method.getGenericParameterTypes()[0];
      }
    }
    for (Class<?> type = goal; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field.getGenericType();
        }
      }
    }
    return Object.class;
  }

  private static boolean isBean(Type type) {
    return type instanceof Class<?> bean && SettingsElement.class.isAssignableFrom(bean);
  }

  private static boolean hasText(PlexusConfiguration element) {
    return element.getValue() != null && !element.getValue().isBlank();
  }

  private static boolean takesText(Class<?> type) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals("set")) {
        return true;
      }
    }
    return false;
  }

  private static String advice(String name, Class<?> type) {
    List<String> known = Stream.of(type.getFields()).map(Field::getName).toList();
    return NearestName.of(name, known)
        .map(nearest -> "Did you mean <" + nearest + ">?")
        .orElseGet(() -> "Use " + elements(type) + ".");
  }

  private static String elements(Class<?> type) {
    return Stream.of(type.getFields())
        .map(field -> "<" + field.getName() + ">")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** What an item of a list may be called: {@code command} for {@code installCommands}. */
  private static String item(String list) {
    String[] words = list.split("(?=[A-Z])");
    String last = words[words.length - 1].toLowerCase(Locale.ROOT);
    return last.endsWith("ies")
        ? last.substring(0, last.length() - 3) + "y"
        : last.substring(0, last.length() - 1);
  }
}
