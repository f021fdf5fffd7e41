package io.github.chalicemaven.core.app;

import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.problem.Problems;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Git's own files of a working tree; no command is run. What cannot be read counts as not there.
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
public final class GitFiles {

  private static final int MAX_BYTES = 1_000_000;
  private static final String LINK = "gitdir:";

  /** Git writes {@code .invalid} where the branch is not kept in this file. */
  private static final Pattern BRANCH =
      Pattern.compile("ref: refs/(?:heads|remotes/[^/]+)/(?!\\.invalid$)(.+)");

  private GitFiles() {}

  /** The folder {@code .git} of a working tree, or the one that a file in its place names. */
  public static Path directory(Path root) {
    Path git = root.resolve(".git");
    String text = text(git).orElse("");
    return text.startsWith(LINK)
        ? resolved(root, text.substring(LINK.length()).strip()).orElse(git)
        : git;
  }

  /** Empty where a commit is checked out instead, and where the folder is no repository. */
  public static Optional<String> checkedOutBranch(Path root) {
    return branch(directory(root).resolve("HEAD"));
  }

  /** The branch, local or of a remote, that a file called {@code HEAD} names. */
  public static Optional<String> branch(Path head) {
    Matcher branch = BRANCH.matcher(text(head).orElse(""));
    return branch.matches() ? Optional.of(branch.group(1)) : Optional.empty();
  }

  /** The text of a file, without white space around it. */
  public static Optional<String> text(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return BoundedFile.text(file, MAX_BYTES, "a file of Git's", new Problems())
          .map(String::strip);
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** A path that a file has, relative to a folder; empty where it is none on this machine. */
  public static Optional<Path> resolved(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
