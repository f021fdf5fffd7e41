package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.Map;
import java.util.regex.Pattern;

/** Resolves {@code <tags>}, of everything or of a stage. */
final class TagResolver {

  /** CloudFormation itself has some of the 50 that AWS allows. */
  static final int MOST_TAGS = 40;

  private static final Pattern TAG_KEY =
      Pattern.compile("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}");

  private final Problems problems;
  private final SettingReader reader;

  TagResolver(Problems problems) {
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /** The tags, by their keys; they are what the user wants only if no problem was added. */
  Map<String, String> resolve(String place, Map<String, String> given) {
    Map<String, String> tags = SettingReader.emptyForNull(given);
    if (tags.size() > MOST_TAGS) {
      problems.add(place + " has " + tags.size() + " tags. Use at most " + MOST_TAGS + ".");
    }
    tags.forEach(
        (key, value) -> {
          reader.matching(
              place,
              key,
              TAG_KEY,
              "use a key of 1 to 128 letters, digits, spaces and _.:/=+-@, not starting with"
                  + " aws:.");
          reader.matching(
              place + "<" + Setting.shown(key) + ">",
              value,
              TAG_VALUE,
              "use a value of at most 256 letters, digits, spaces and _.:/=+-@.");
        });
    return tags;
  }
}
