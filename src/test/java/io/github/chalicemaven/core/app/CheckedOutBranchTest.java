package io.github.chalicemaven.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedOutBranchTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"main", "users/jane/fix"})
  void isTheOneThatHeadNames(String branch) throws IOException {
    write(".git/HEAD", "ref: refs/heads/" + branch + "\n");

    assertThat(CheckedOutBranch.of(folder)).contains(branch);
  }

  @Test
  void isThatOfAWorkTreeToo() throws IOException {
    write("repository/worktrees/fix/HEAD", "ref: refs/heads/fix\n");
    write("checkout/.git", "gitdir: ../repository/worktrees/fix\n");

    assertThat(CheckedOutBranch.of(folder.resolve("checkout"))).contains("fix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"85f84f0a3c7e4dbf1c2d\n", "", "ref: refs/tags/v1\n"})
  void isNoneWhereACommitIsCheckedOut(String head) throws IOException {
    write(".git/HEAD", head);

    assertThat(CheckedOutBranch.of(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitdir: nowhere", "gitdir: \0", "else"})
  void isNoneWhereTheLinkLeadsNowhere(String link) throws IOException {
    write(".git", link);

    assertThat(CheckedOutBranch.of(folder)).isEmpty();
  }

  @Test
  void isNoneWithoutARepository() throws IOException {
    assertThat(CheckedOutBranch.of(folder)).isEmpty();
    Files.createDirectory(folder.resolve(".git"));
    assertThat(CheckedOutBranch.of(folder)).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
