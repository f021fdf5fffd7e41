package io.github.chalicemaven.init;

import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.document.Escapes;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plugin with its configuration, as an element of a POM and as a command line.
 *
 * @param version the plugin's version; in the element only where {@code writesVersion}
 * @param isInherited whether modules get it too
 * @param values the parameters of {@code generate-pipeline}, in the order to write them
 */
record PluginEntry(
    String version, boolean writesVersion, boolean isInherited, Map<String, String> values) {

  static final String GROUP_ID = "io.github.chalicemaven";
  static final String ARTIFACT_ID = "chalice-maven-plugin";

  PluginEntry {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The element, a line each, indented by two spaces a level.
   *
   * @param charset the POM's; a character that it does not have is written as a reference
   */
  List<String> lines(Charset charset) {
    List<String> lines = new ArrayList<>();
    lines.add("<plugin>");
    lines.add("  <groupId>" + GROUP_ID + "</groupId>");
    lines.add("  <artifactId>" + ARTIFACT_ID + "</artifactId>");
    if (writesVersion) {
      lines.add("  <version>" + version + "</version>");
    }
    if (!isInherited) {
      lines.add("  <inherited>false</inherited>");
    }
    lines.addAll(
        List.of(
            "  <executions>",
            "    <execution>",
            "      <goals>",
            "        <goal>generate-pipeline</goal>",
            "      </goals>",
            "    </execution>",
            "  </executions>",
            "  <configuration>"));
    values.forEach(
        (name, value) ->
            lines.add("    <" + name + ">" + escaped(value, charset) + "</" + name + ">"));
    lines.add("  </configuration>");
    lines.add("</plugin>");
    return lines;
  }

  /** The command for a POSIX shell that does the same without a POM. */
  String command() {
    StringBuilder command = new StringBuilder("mvn ");
    command.append(String.join(":", GROUP_ID, ARTIFACT_ID, version, "generate-pipeline"));
    values.forEach(
        (name, value) -> command.append(' ').append(Shell.word("-Dchalice." + name + "=" + value)));
    return command.toString();
  }

  /** Text that XML reads back as it is. */
  static String escaped(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder escaped = new StringBuilder();
    Escapes.xml(text)
        .codePoints()
        .forEach(
            character -> {
              String plain = Character.toString(character);
              escaped.append(encoder.canEncode(plain) ? plain : "&#" + character + ";");
            });
    return escaped.toString();
  }
}
