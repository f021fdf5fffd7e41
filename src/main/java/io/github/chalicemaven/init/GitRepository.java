package io.github.chalicemaven.init;

import io.github.chalicemaven.core.app.GitFiles;
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

  private static final String ORIGIN = "origin";

  private static final Pattern SECTION =
      Pattern.compile("\\[\\s*([\\w.-]+)(?:\\s+\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*](.*)");
  private static final Pattern URL =
      Pattern.compile("(?i)url\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"#;]*)).*");

  /** Reads the repository of a working tree, whose root has a {@code .git}. */
  static GitRepository read(Path root) {
    Path git = GitFiles.directory(root);
    // A working tree that was added to a repository shares all but its HEAD with it.
    Path common =
        GitFiles.text(git.resolve("commondir"))
            .flatMap(path -> GitFiles.resolved(git, path))
            .orElse(git);
    Map<String, String> remotes = remotes(GitFiles.text(common.resolve("config")).orElse(""));
    Optional<String> remote =
        remotes.containsKey(ORIGIN)
            ? Optional.of(ORIGIN)
            : remotes.keySet().stream().findFirst().filter(only -> remotes.size() == 1);
    return new GitRepository(
        remote.map(remotes::get),
        remote
            .flatMap(name -> GitFiles.resolved(common, "refs/remotes/" + name + "/HEAD"))
            .flatMap(GitFiles::branch)
            .or(() -> GitFiles.branch(git.resolve("HEAD"))));
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
}
