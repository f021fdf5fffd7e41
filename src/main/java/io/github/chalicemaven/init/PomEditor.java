package io.github.chalicemaven.init;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adds a plugin to the text of a POM. Whatever was there stays as it is; what is added is indented
 * as its neighbours are.
 */
final class PomEditor {

  /** What follows {@code <build>} by convention. */
  private static final Set<String> AFTER_BUILD = Set.of("reporting", "profiles");

  private static final String DEFAULT_UNIT = "  ";

  /** The unit of the lines to insert. */
  private static final Pattern LEVEL = Pattern.compile("\\G {2}");

  private static final Pattern COMMENT_ON_THE_LINE =
      Pattern.compile("\\G[ \\t]*<!--(?:(?!-->)[^\\r\\n])*-->(?=[ \\t]*(?:[\\r\\n]|$))");

  private final String text;
  private final XmlElement project;
  private final String lineEnd;
  private final String unit;

  private PomEditor(String text, XmlElement project) {
    this.text = text;
    this.project = project;
    int newLine = text.indexOf('\n');
    this.lineEnd = newLine > 0 && text.charAt(newLine - 1) == '\r' ? "\r\n" : "\n";
    this.unit = project.children().stream().findFirst().map(this::unit).orElse(DEFAULT_UNIT);
  }

  /** An editor of a POM; empty where its structure is not plain to see. */
  static Optional<PomEditor> of(String text) {
    return XmlScanner.scan(text)
        .filter(root -> root.name().equals("project"))
        .map(root -> new PomEditor(text, root));
  }

  /** Where the POM has the plugin, in words; empty where it has not. */
  Optional<String> place(String groupId, String artifactId) {
    if (has(project, groupId, artifactId)) {
      return Optional.of("in <build><plugins>");
    }
    return project
        .child("profiles")
        .flatMap(
            profiles ->
                profiles
                    .children("profile")
                    .filter(profile -> has(profile, groupId, artifactId))
                    .findFirst())
        .map(
            profile ->
                "in the profile " + profile.child("id").map(id -> id.text(text)).orElse("default"));
  }

  /**
   * The POM with a plugin added.
   *
   * @param plugin its element, a line each, indented by two spaces a level
   */
  String with(List<String> plugin) {
    Optional<XmlElement> build = project.child("build");
    if (build.isEmpty()) {
      return insert(project, wrapped("build", wrapped("plugins", plugin)), AFTER_BUILD);
    }
    Optional<XmlElement> plugins = build.get().child("plugins");
    return plugins.isEmpty()
        ? insert(build.get(), wrapped("plugins", plugin), Set.of())
        : insert(plugins.get(), plugin, Set.of());
  }

  private boolean has(XmlElement owner, String groupId, String artifactId) {
    return owner
        .child("build")
        .flatMap(build -> build.child("plugins"))
        .map(plugins -> plugins.children("plugin"))
        .orElse(Stream.empty())
        .anyMatch(plugin -> is(plugin, "groupId", groupId) && is(plugin, "artifactId", artifactId));
  }

  private boolean is(XmlElement plugin, String name, String value) {
    return plugin.child(name).filter(child -> child.text(text).equals(value)).isPresent();
  }

  private static List<String> wrapped(String name, List<String> lines) {
    return Stream.of(
            Stream.of("<" + name + ">"),
            lines.stream().map(line -> "  " + line),
            Stream.of("</" + name + ">"))
        .flatMap(all -> all)
        .toList();
  }

  private String insert(XmlElement parent, List<String> lines, Set<String> followers) {
    String outer = indentation(parent.start());
    if (parent.isEmptyTag()) {
      String tag = text.substring(parent.start(), parent.end() - "/>".length()).stripTrailing();
      return text.substring(0, parent.start())
          + tag
          + ">"
          + block(lineEnd + outer + unit, lines)
          + lineEnd
          + outer
          + "</"
          + parent.name()
          + ">"
          + text.substring(parent.end());
    }
    List<XmlElement> before =
        parent.children().stream().takeWhile(child -> !followers.contains(child.name())).toList();
    Optional<XmlElement> last =
        before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
    boolean atEnd = before.size() == parent.children().size();
    int place = atEnd ? endOfContent(parent) : endOfLine(last, parent);
    String separator =
        last.map(child -> spaceBefore(child.start()))
            .filter(space -> space.contains("\n"))
            .orElse(lineEnd + outer + unit);
    String inserted = block(separator, lines);
    if (!spaceAfter(place).contains("\n")) {
      inserted += atEnd ? lineEnd + outer : lineEnd + outer + unit;
    }
    return text.substring(0, place) + inserted + text.substring(place);
  }

  /** The lines after the separator, whose last line is their indentation. */
  private String block(String separator, List<String> lines) {
    String indentation = separator.substring(separator.lastIndexOf('\n') + 1);
    String end = separator.contains("\r\n") ? "\r\n" : "\n";
    String levels = Matcher.quoteReplacement(unit);
    return separator
        + String.join(
            end + indentation,
            lines.stream().map(line -> LEVEL.matcher(line).replaceAll(levels)).toList());
  }

  /** Behind all but white space, so that a comment stays with what it comments. */
  private int endOfContent(XmlElement parent) {
    int end = parent.contentEnd();
    while (end > parent.contentStart() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int endOfLine(Optional<XmlElement> last, XmlElement parent) {
    int end = last.map(XmlElement::end).orElse(parent.contentStart());
    Matcher comment = COMMENT_ON_THE_LINE.matcher(text);
    return comment.find(end) ? comment.end() : end;
  }

  private String unit(XmlElement child) {
    String outer = indentation(project.start());
    String inner = spaceBefore(child.start());
    String indentation = inner.substring(inner.lastIndexOf('\n') + 1);
    return inner.contains("\n") && indentation.startsWith(outer)
        ? indentation.substring(outer.length())
        : DEFAULT_UNIT;
  }

  /** The white space that the line of a place begins with. */
  private String indentation(int place) {
    int line = text.lastIndexOf('\n', place - 1) + 1;
    int end = line;
    while (end < place && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(line, end);
  }

  private String spaceBefore(int place) {
    int start = place;
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, place);
  }

  private String spaceAfter(int place) {
    int end = place;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(place, end);
  }
}
