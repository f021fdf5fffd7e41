package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.PropertyChange;
import io.github.chalicemaven.deploy.service.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps secrets out of all that is said and written: values that are known to be secret, and
 * whatever stands in a property whose name says so.
 */
public final class Masks {

  private static final String MASK = "****";

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i)(password|passwd|secret|token|credential|private_?key|api_?key)s?$");

  /** A reference to a secret is none. */
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:[^}]*}}|arn:aws\\S*");

  private final List<String> secrets;

  /** Masks these values, wherever they stand, also where white space was joined for one line. */
  public Masks(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .flatMap(secret -> Stream.of(secret, Reason.oneLine(secret)))
            .filter(secret -> !secret.isBlank())
            .distinct()
            // One that is part of another one would leave the rest of it.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** A text without the known secrets. */
  public String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }

  /** The value of a property, as it may be shown; null stays null. */
  String masked(String path, String value) {
    if (value == null) {
      return null;
    }
    return SECRET_NAME.matcher(path).find() && !REFERENCE.matcher(value).matches()
        ? MASK
        : masked(value);
  }

  PropertyChange masked(PropertyChange change) {
    return new PropertyChange(
        change.path(),
        masked(change.path(), change.before()),
        masked(change.path(), change.after()),
        change.recreation(),
        change.cause());
  }
}
