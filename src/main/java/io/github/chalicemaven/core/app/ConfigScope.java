package io.github.chalicemaven.core.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one place of {@code .chalice/config.json} says, of what permissions depend on: the whole
 * file, a stage in it, or a function.
 *
 * @param values by key: a string or a number as it is, a Boolean as {@code true} or {@code false},
 *     an object with something in it as {@code {}}
 * @param functions by their names, what its {@code lambda_functions} says
 * @param stages by their names, in their order, what its {@code stages} says
 */
public record ConfigScope(
    Map<String, String> values,
    Map<String, ConfigScope> functions,
    Map<String, ConfigScope> stages) {

  /** Says nothing. */
  public static final ConfigScope EMPTY = new ConfigScope(Map.of(), Map.of(), Map.of());

  private static final String ROLE = "iam_role_arn";
  private static final String MANAGE_ROLE = "manage_iam_role";
  private static final String REST_DOMAIN = "api_gateway_custom_domain";
  private static final String WEBSOCKET_DOMAIN = "websocket_api_custom_domain";
  private static final String ENDPOINT = "api_gateway_endpoint_type";
  private static final String LOG_RETENTION = "log_retention_in_days";
  private static final Set<String> KEYS =
      Set.of(ROLE, MANAGE_ROLE, REST_DOMAIN, WEBSOCKET_DOMAIN, ENDPOINT, LOG_RETENTION);

  /** Chalice's name of the function that answers a REST API. */
  private static final String API_HANDLER = "api_handler";

  public ConfigScope {
    values = Map.copyOf(values);
    functions = Map.copyOf(functions);
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
  }

  /** A scope in the making. */
  static final class Reader {

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, ConfigScope> functions = new LinkedHashMap<>();
    private final Map<String, ConfigScope> stages = new LinkedHashMap<>();

    /** Takes the value at which the parser is; what matters to no permission is skipped. */
    void read(String key, JsonParser parser) throws IOException {
      if (key.equals("lambda_functions")) {
        readScopes(parser, functions);
      } else if (key.equals("stages")) {
        readScopes(parser, stages);
      } else {
        readValue(key, parser);
      }
    }

    private void readValue(String key, JsonParser parser) throws IOException {
      JsonToken token = parser.currentToken();
      Optional<String> value = Optional.empty();
      if (token == JsonToken.START_OBJECT) {
        value = skipObject(parser) ? Optional.of("{}") : Optional.of("");
      } else if (token == JsonToken.VALUE_STRING || token.isBoolean() || token.isNumeric()) {
        value = Optional.of(parser.getText());
      } else {
        parser.skipChildren();
      }
      if (KEYS.contains(key)) {
        value.ifPresentOrElse(text -> values.put(key, text), () -> values.remove(key));
      }
    }

    /** Whether there was something in it. */
    private static boolean skipObject(JsonParser parser) throws IOException {
      boolean filled = parser.nextToken() != JsonToken.END_OBJECT;
      JsonToken token = parser.currentToken();
      while (token != JsonToken.END_OBJECT) {
        parser.nextToken();
        parser.skipChildren();
        token = parser.nextToken();
      }
      return filled;
    }

    private static void readScopes(JsonParser parser, Map<String, ConfigScope> scopes)
        throws IOException {
      scopes.clear();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        scopes.put(name, readScope(parser));
      }
    }

    private static ConfigScope readScope(JsonParser parser) throws IOException {
      Reader reader = new Reader();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return EMPTY;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        reader.read(key, parser);
      }
      return reader.scope();
    }

    ConfigScope scope() {
      return new ConfigScope(values, functions, stages);
    }
  }

  /** What holds for a stage, in the order in which Chalice looks. */
  StageConfig stage(String name) {
    ConfigScope stage = stages.getOrDefault(name, EMPTY);
    boolean restDomain = isGiven(REST_DOMAIN, stage);
    return new StageConfig(
        givenRoles(stage),
        restDomain || isGiven(WEBSOCKET_DOMAIN, stage),
        restDomain && first(ENDPOINT, stage, this).orElse("EDGE").equals("EDGE"),
        first(LOG_RETENTION, ofFunction(API_HANDLER, stage)).isPresent());
  }

  private boolean isGiven(String key, ConfigScope stage) {
    return first(key, stage, this).filter(value -> !value.isEmpty()).isPresent();
  }

  /** The roles of functions that have settings of their own, and of those that have none. */
  private List<String> givenRoles(ConfigScope stage) {
    Set<String> names = new TreeSet<>(functions.keySet());
    names.addAll(stage.functions.keySet());
    Set<String> roles = new TreeSet<>();
    givenRole(stage, this).ifPresent(roles::add);
    for (String name : names) {
      givenRole(ofFunction(name, stage)).ifPresent(roles::add);
    }
    return List.copyOf(roles);
  }

  /** Where Chalice looks for what holds for a function. */
  private ConfigScope[] ofFunction(String name, ConfigScope stage) {
    return new ConfigScope[] {
      stage.functions.getOrDefault(name, EMPTY), stage, functions.getOrDefault(name, EMPTY), this
    };
  }

  /** Chalice takes a given role only where {@code manage_iam_role} is false. */
  private static Optional<String> givenRole(ConfigScope... chain) {
    return first(MANAGE_ROLE, chain).equals(Optional.of("false"))
        ? first(ROLE, chain)
        : Optional.empty();
  }

  private static Optional<String> first(String key, ConfigScope... chain) {
    for (ConfigScope scope : chain) {
      if (scope.values.containsKey(key)) {
        return Optional.of(scope.values.get(key));
      }
    }
    return Optional.empty();
  }
}
