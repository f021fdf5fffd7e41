package io.github.chalicemaven.init;

import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.problem.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Git's own files say of a repository; no command is run. What cannot be read counts as not
 * known.
 *
 * @param remoteUrl that of {@code origin}, or else of the only remote; it may hold credentials
 * @param branch the remote's default branch where Git knows it, else the one that is checked out
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 * @see <a href="https://git-scm.com/docs/git-config#_syntax">git-config, syntax</a>
 */
record GitRepository(Optional<String> remoteUrl, Optional<String> branch) {

  private static final int MAX_BYTES = 1_000_000;

  private static final String ORIGIN = "origin";

  private static final Pattern SECTION =
      Pattern.compile("\\[\\s*([\\w.-]+)(?:\\s+\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*](.*)");
  private static final Pattern URL =
      Pattern.compile("(?i)url\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"#;]*)).*");
  private static final Pattern HEAD = Pattern.compile("ref: refs/(?:heads|remotes/[^/]+)/(.+)");

  /** What Git writes where the branch is not kept in this file. */
  private static final String NO_BRANCH = ".invalid";

  /** Reads the repository of a working tree, whose root has a {@code .git}. */
  static GitRepository read(Path root) {
    Path git = gitDirectory(root.resolve(".git"));
    // A working tree that was added to a repository shares all but its HEAD with it.
    Path common = text(git.resolve("commondir")).flatMap(path -> resolved(git, path)).orElse(git);
    Map<String, String> remotes = remotes(text(common.resolve("config")).orElse(""));
    Optional<String> remote =
        remotes.containsKey(ORIGIN)
            ? Optional.of(ORIGIN)
            : remotes.keySet().stream().findFirst().filter(only -> remotes.size() == 1);
    return new GitRepository(
        remote.map(remotes::get),
        remote
            .flatMap(name -> resolved(common, "refs/remotes/" + name + "/HEAD"))
            .flatMap(GitRepository::branch)
            .or(() -> branch(git.resolve("HEAD"))));
  }

  /** The folder itself, or the one that a file in its place names. */
  private static Path gitDirectory(Path git) {
    return text(git)
        .filter(text -> text.startsWith("gitdir:"))
        .flatMap(text -> resolved(git.getParent(), text.substring("gitdir:".length()).strip()))
        .orElse(git);
  }

  private static Optional<String> branch(Path head) {
    return text(head)
        .map(HEAD::matcher)
        .filter(Matcher::matches)
        .map(ref -> ref.group(1))
        .filter(name -> !name.equals(NO_BRANCH));
  }

  /** The URL of each remote, the first where it has several. */
  private static Map<String, String> remotes(String config) {
    Map<String, String> remotes = new LinkedHashMap<>();
    String remote = null;
    for (String line : config.replaceAll("\\\\\\r?\\n", "").lines().toList()) {
      String rest = line.strip();
      Matcher section = SECTION.matcher(rest);
      if (section.matches()) {
        remote = section.group(1).equalsIgnoreCase("remote") ? unescaped(section.group(2)) : null;
        rest = section.group(3).strip();
      }
      Matcher url = URL.matcher(rest);
      if (remote != null && url.matches()) {
        String value = url.group(1) == null ? url.group(2).strip() : unescaped(url.group(1));
        remotes.putIfAbsent(remote, value);
      }
    }
    return remotes;
  }

  private static String unescaped(String quoted) {
    return quoted == null ? null : quoted.replaceAll("\\\\(.)", "$1");
  }

  private static Optional<Path> resolved(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file)
        ? BoundedFile.text(file, MAX_BYTES, "a file of Git's", new Problems()).map(String::strip)
        : Optional.empty();
  }
}
