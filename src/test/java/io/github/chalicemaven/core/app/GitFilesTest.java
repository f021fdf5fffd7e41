package io.github.chalicemaven.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"main", "users/jane/fix"})
  void theCheckedOutBranchIsTheOneThatHeadNames(String branch) throws IOException {
    write(".git/HEAD", "ref: refs/heads/" + branch + "\n");

    assertThat(GitFiles.checkedOutBranch(folder)).contains(branch);
  }

  @Test
  void aWorkTreeHasABranchOfItsOwn() throws IOException {
    write("repository/worktrees/fix/HEAD", "ref: refs/heads/fix\n");
    write("checkout/.git", "gitdir: ../repository/worktrees/fix\n");

    assertThat(GitFiles.checkedOutBranch(folder.resolve("checkout"))).contains("fix");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"85f84f0a3c7e4dbf1c2d\n", "", "ref: refs/tags/v1\n", "ref: refs/heads/.invalid\n"})
  void thereIsNoBranchWhereACommitIsCheckedOut(String head) throws IOException {
    write(".git/HEAD", head);

    assertThat(GitFiles.checkedOutBranch(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitdir: nowhere", "gitdir: \0", "else"})
  void thereIsNoBranchWhereTheLinkLeadsNowhere(String link) throws IOException {
    write(".git", link);

    assertThat(GitFiles.checkedOutBranch(folder)).isEmpty();
  }

  @Test
  void thereIsNoBranchWithoutARepository() throws IOException {
    assertThat(GitFiles.checkedOutBranch(folder)).isEmpty();
    Files.createDirectory(folder.resolve(".git"));
    assertThat(GitFiles.checkedOutBranch(folder)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thereIsNoBranchWhereHeadCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    // A file whose first bytes are no memory of the process.
    Files.createSymbolicLink(folder.resolve(".git/HEAD"), Path.of("/proc/self/mem"));

    assertThat(GitFiles.checkedOutBranch(folder)).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
