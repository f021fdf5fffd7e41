package io.github.chalicemaven.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.operation.DataLoss;
import io.github.chalicemaven.deploy.service.ResourceChange.Action;
import io.github.chalicemaven.deploy.service.ResourceChange.Kind;
import io.github.chalicemaven.deploy.service.ResourceChange.Policy;
import io.github.chalicemaven.deploy.service.ResourceChange.Replacement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceChangeTest {

  @ParameterizedTest
  @CsvSource({
    "ADD, FALSE, NONE, ADD, false",
    "IMPORT, FALSE, NONE, IMPORT, false",
    "SYNC_WITH_ACTUAL, FALSE, NONE, CHANGE, false",
    "MODIFY, FALSE, NONE, CHANGE, false",
    "MODIFY, TRUE, NONE, REPLACE, true",
    "MODIFY, TRUE, DELETE, REPLACE, true",
    "MODIFY, TRUE, RETAIN, REPLACE, false",
    "MODIFY, TRUE, SNAPSHOT, REPLACE, false",
    "MODIFY, CONDITIONAL, NONE, MAY_REPLACE, true",
    "MODIFY, CONDITIONAL, DELETE, MAY_REPLACE, true",
    "MODIFY, CONDITIONAL, RETAIN, MAY_REPLACE, false",
    "MODIFY, CONDITIONAL, SNAPSHOT, MAY_REPLACE, false",
    "DYNAMIC, FALSE, NONE, MAY_REPLACE, true",
    "DYNAMIC, FALSE, RETAIN, MAY_REPLACE, false",
    "REMOVE, FALSE, NONE, REMOVE, true",
    "REMOVE, FALSE, DELETE, REMOVE, true",
    "REMOVE, FALSE, SNAPSHOT, REMOVE, false",
    "REMOVE, FALSE, RETAIN, RELEASE, false"
  })
  void eachChangeHasItsKindAndItsDanger(
      Action action, Replacement replacement, Policy policy, Kind kind, boolean mayDelete) {
    ResourceChange change =
        Changes.change(action, "Repository", Changes.REPOSITORY, replacement, policy);

    assertThat(change.kind()).isEqualTo(kind);
    assertThat(change.mayDelete()).isEqualTo(mayDelete);
    assertThat(DataLoss.isThreat(change)).isEqualTo(mayDelete);
    assertThat(DataLoss.isThreat(Changes.change(action, "Role", Changes.ROLE, replacement, policy)))
        .isFalse();
  }
}
