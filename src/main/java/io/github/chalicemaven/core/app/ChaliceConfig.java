package io.github.chalicemaven.core.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.chalicemaven.core.document.DocumentException;
import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a pipeline needs of {@code .chalice/config.json}.
 *
 * @param appName its {@code app_name}
 * @param scope what permissions depend on
 * @see <a href="https://aws.github.io/chalice/topics/configfile.html">Chalice's configuration
 *     file</a>
 */
public record ChaliceConfig(Optional<Setting> appName, ConfigScope scope) {

  private static final int MAX_BYTES = 1_000_000;

  private static final JsonFactory JSON = new JsonFactory();

  /** The names under its {@code stages}, in their order. */
  public List<String> stages() {
    return List.copyOf(scope.stages().keySet());
  }

  /** What permissions depend on in a stage, which need not be one of {@link #stages}. */
  public StageConfig stage(String name) {
    return scope.stage(name);
  }

  /** Reads the file; a missing one is valid and has no values. */
  static ChaliceConfig read(Path file, Problems problems) {
    ChaliceConfig none = new ChaliceConfig(Optional.empty(), ConfigScope.EMPTY);
    Optional<String> text =
        Files.exists(file)
            ? BoundedFile.text(file, MAX_BYTES, "Chalice's configuration", problems)
            : Optional.empty();
    if (text.isEmpty()) {
      return none;
    }
    // The parser reads text, not bytes, so that it counts columns in characters.
    try (JsonParser parser = JSON.createParser(text.get())) {
      return parse(parser, file);
    } catch (JsonProcessingException e) {
      problems.add(DocumentException.problem(file.toString(), true, e));
      return none;
    } catch (IOException e) {
      throw new UncheckedIOException("a StringReader cannot fail", e);
    }
  }

  private static ChaliceConfig parse(JsonParser parser, Path file) throws IOException {
    Optional<Setting> appName = Optional.empty();
    ConfigScope.Reader scope = new ConfigScope.Reader();
    expect(
        parser,
        parser.nextToken(),
        JsonToken.START_OBJECT,
        "the configuration must be a JSON object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("app_name")) {
        expect(parser, value, JsonToken.VALUE_STRING, "`app_name` must be a string");
        appName = Optional.of(new Setting("app_name in " + file, parser.getText()));
      } else {
        if (key.equals("stages")) {
          expect(parser, value, JsonToken.START_OBJECT, "`stages` must be an object");
        }
        scope.read(key, parser);
      }
    }
    if (parser.nextToken() != null) {
      throw error(parser, "there is text after the end of the configuration");
    }
    return new ChaliceConfig(appName, scope.scope());
  }

  private static void expect(JsonParser parser, JsonToken token, JsonToken wanted, String what)
      throws DocumentException {
    if (token != wanted) {
      throw error(
          parser, token == null ? "the file is empty; it must contain a JSON object" : what);
    }
  }

  /** Valid JSON with a wrong type of value. */
  private static DocumentException error(JsonParser parser, String message) {
    return new DocumentException(
        message,
        parser.currentToken() == null ? parser.currentLocation() : parser.currentTokenLocation());
  }
}
