package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.problem.Problems;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingReaderTest {

  private final Problems problems = new Problems();
  private final SettingReader reader = new SettingReader(problems);

  @Test
  void aSubscriberIsToldToConfirm() {
    assertThat(reader.topic("<approval>", null, "ops@example.com"))
        .contains(new Topic.Email("ops@example.com"));
    assertThat(problems.afterDeployment())
        .containsExactly(
            "After the deployment, Amazon SNS sends ops@example.com an email to confirm the"
                + " subscription; no notifications are sent before it is confirmed.");
  }

  @Test
  void aCommandHasLinesAndTabsButNoOtherControlCharacters() {
    reader.commands("<command>", List.of("if true; then\n\techo 'é😀'\nfi\n"));
    assertThat(problems.found()).isEmpty();

    reader.commands("<command>", List.of("a\u0007b", "a\rb", "a\u0085\nb", "a\u007fb"));
    assertThat(problems.found()).hasSize(4);
  }

  @Test
  void aValueThatIsTooLongForAMatcherIsAProblem() {
    Pattern form = Pattern.compile("a+");

    reader.matching("<place>", "a".repeat(4_096), form, "use fewer.");
    assertThat(problems.found()).isEmpty();

    reader.matching("<place>", "a".repeat(4_097), form, "use fewer.");
    assertThat(problems.found()).singleElement().asString().endsWith("...`: use fewer.");
  }
}
