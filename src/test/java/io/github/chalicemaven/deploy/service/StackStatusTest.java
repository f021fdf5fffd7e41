package io.github.chalicemaven.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.Documents;
import io.github.chalicemaven.deploy.service.StackStatus.FirstStep;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StackStatusTest {

  @Test
  void eachStatusHasItsFirstStep() {
    Map<FirstStep, Set<String>> steps = new TreeMap<>();
    for (StackStatus status : StackStatus.values()) {
      steps.computeIfAbsent(status.firstStep(), step -> new TreeSet<>()).add(status.name());
    }

    assertThat(steps)
        .containsEntry(FirstStep.CREATE, Set.of("REVIEW_IN_PROGRESS", "DELETE_COMPLETE"))
        .containsEntry(
            FirstStep.UPDATE,
            Set.of(
                "CREATE_COMPLETE",
                "UPDATE_COMPLETE",
                "UPDATE_ROLLBACK_COMPLETE",
                "IMPORT_COMPLETE",
                "IMPORT_ROLLBACK_COMPLETE"))
        .containsEntry(FirstStep.RECREATE, Set.of("CREATE_FAILED", "ROLLBACK_COMPLETE"))
        .containsEntry(
            FirstStep.REFUSE,
            Set.of(
                "ROLLBACK_FAILED",
                "UPDATE_FAILED",
                "UPDATE_ROLLBACK_FAILED",
                "IMPORT_ROLLBACK_FAILED",
                "DELETE_FAILED",
                "UNKNOWN"));
    assertThat(steps.get(FirstStep.WAIT))
        .allMatch(name -> name.endsWith("_IN_PROGRESS"))
        .hasSize(9);
  }

  @ParameterizedTest
  @EnumSource(StackStatus.class)
  void saysWhatToDoExactlyWhereAPersonHasTo(StackStatus status) {
    assertThat(!status.advice("orders").isEmpty())
        .isEqualTo(status.firstStep() == FirstStep.REFUSE);
    assertThat(status.advice("orders")).doesNotContain("%s");
  }

  /** Each status stands in one row, with those of the same step. */
  @Test
  void theSiteSaysWhatEachStatusLeadsTo() {
    String page = Documents.text(Documents.page("deploy.md"));
    int start = page.indexOf("<!-- states of a stack -->");
    String table = page.substring(start, page.indexOf("<!-- end -->", start));
    Map<FirstStep, String> words =
        Map.of(
            FirstStep.CREATE, "creates the stack",
            FirstStep.UPDATE, "updates the stack",
            FirstStep.WAIT, "waits for the end",
            FirstStep.RECREATE, "asks, deletes the stack",
            FirstStep.REFUSE, "fails: ");

    for (StackStatus status : StackStatus.values()) {
      String name = status == StackStatus.UNKNOWN ? "any other" : "`" + status + "`";
      String leadsTo = status == StackStatus.UNKNOWN ? "fails" : words.get(status.firstStep());
      assertThat(table.lines().filter(row -> row.contains(name)))
          .as(name)
          .singleElement()
          .asString()
          .contains("| " + leadsTo);
    }
  }

  @Test
  void aNewStatusIsUnknown() {
    assertThat(StackStatus.of("PAUSED")).isEqualTo(StackStatus.UNKNOWN);
    assertThat(StackStatus.of("CREATE_COMPLETE")).isEqualTo(StackStatus.CREATE_COMPLETE);
  }

  @Test
  void aRollbackIsNoSuccess() {
    assertThat(Stream.of(StackStatus.values()).filter(StackStatus::isSuccess))
        .containsExactlyInAnyOrder(
            StackStatus.CREATE_COMPLETE,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.IMPORT_COMPLETE,
            StackStatus.DELETE_COMPLETE);
  }
}
