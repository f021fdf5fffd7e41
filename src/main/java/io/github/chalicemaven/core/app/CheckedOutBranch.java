package io.github.chalicemaven.core.app;

import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.problem.Problems;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The branch of a Git repository that is checked out, read from {@code .git/HEAD}.
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
public final class CheckedOutBranch {

  private static final int MAX_BYTES = 4_096;
  private static final String REFERENCE = "ref: refs/heads/";
  private static final String LINK = "gitdir: ";

  private CheckedOutBranch() {}

  /** Empty where a commit is checked out instead, and where the folder is no repository. */
  public static Optional<String> of(Path repository) {
    try {
      Path git = repository.resolve(".git");
      Optional<Path> folder =
          Files.isDirectory(git) ? Optional.of(git) : after(LINK, git).map(repository::resolve);
      return folder.isEmpty() ? Optional.empty() : after(REFERENCE, folder.get().resolve("HEAD"));
    } catch (UncheckedIOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * What follows a word in a file; in a work tree, {@code .git} is a file that names the folder.
   */
  private static Optional<String> after(String word, Path file) {
    return Files.isRegularFile(file)
        ? BoundedFile.text(file, MAX_BYTES, "one of Git's", new Problems())
            .filter(text -> text.startsWith(word))
            .map(text -> text.substring(word.length()).strip())
        : Optional.empty();
  }
}
