package io.github.chalicemaven.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRepositoryTest {

  private static final String ORIGIN = "[remote \"origin\"]\n\turl = git@github.com:acme/a.git\n";

  @TempDir Path root;

  @Test
  void theRemoteAndTheBranchAreThoseOfTheFiles() throws IOException {
    write(".git/config", "[core]\n\tbare = false\n" + ORIGIN + "[branch \"main\"]\n");
    write(".git/HEAD", "ref: refs/heads/feature/x\n");

    check("git@github.com:acme/a.git", "feature/x");
  }

  @Test
  void theDefaultBranchOfTheRemoteComesBeforeTheOneCheckedOut() throws IOException {
    write(".git/config", ORIGIN);
    write(".git/HEAD", "ref: refs/heads/feature/x\n");
    write(".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/trunk\n");

    check("git@github.com:acme/a.git", "trunk");
  }

  @Test
  void anAddedWorkingTreeHasAHeadOfItsOwnAndTheRemotesOfTheRepository() throws IOException {
    write("repository/config", ORIGIN);
    write("repository/HEAD", "ref: refs/heads/main\n");
    write("repository/worktrees/tree/HEAD", "ref: refs/heads/next\n");
    write("repository/worktrees/tree/commondir", "../..\n");
    write("tree/.git", "gitdir: ../repository/worktrees/tree\n");

    assertThat(GitRepository.read(root.resolve("tree")))
        .hasToString(
            "GitRepository[remoteUrl=Optional[git@github.com:acme/a.git], branch=Optional[next]]");
  }

  @Test
  void aSubmoduleIsNamedByItsFile() throws IOException {
    write("modules/a/config", ORIGIN);
    write("modules/a/HEAD", "ref: refs/heads/main\n");
    write(".git", "gitdir: " + root.resolve("modules/a") + "\n");

    check("git@github.com:acme/a.git", "main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[remote \"origin\"] url = https://example.com/a",
        "[ remote \"origin\" ]\nURL=https://example.com/a # mine",
        "[Remote \"origin\"]\r\n  url = \"https://example.com/a\" ; mine\r\n",
        "[remote \"origin\"]\nurl = https://exam\\\nple.com/a\nurl = https://example.com/b",
        "[remote \"backup\"]\nurl = x\n[remote \"origin\"]\nurl = https://example.com/a",
        "[remote \"only\"]\nurl = https://example.com/a\n[branch \"x\"]\nurl = y",
        "[remote \"origin\"]\npushurl = p\n[x]\n[remote \"origin\"]\nurl = https://example.com/a"
      })
  void theFormsOfGitsConfigurationAreRead(String config) throws IOException {
    write(".git/config", config);

    assertThat(GitRepository.read(root).remoteUrl()).contains("https://example.com/a");
  }

  @Test
  void oneOfSeveralRemotesIsNotGuessed() throws IOException {
    write(".git/config", "[remote \"a\"]\nurl = x\n[remote \"b\"]\nurl = y\n");

    assertThat(GitRepository.read(root).remoteUrl()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1f6ee1a5d3ac46a8b2a8a4b2c5f6a3b7c8d9e0f1\n", "ref: refs/heads/.invalid\n", ""})
  void withoutABranchNoneIsFound(String head) throws IOException {
    write(".git/HEAD", head);

    assertThat(GitRepository.read(root).branch()).isEmpty();
  }

  @Test
  void withoutARepositoryNothingIsFound() throws IOException {
    assertThat(GitRepository.read(root).remoteUrl()).isEmpty();
    write(".git", "gitdir: \0\n");

    assertThat(GitRepository.read(root).branch()).isEmpty();
  }

  private void check(String url, String branch) {
    GitRepository git = GitRepository.read(root);
    assertThat(git.remoteUrl()).contains(url);
    assertThat(git.branch()).contains(branch);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
