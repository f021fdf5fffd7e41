package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN =
      List.of("branch", "build", "buildspecFile", "source", "stages", "tags");

  @ParameterizedTest
  @CsvSource({
    "stagess, stages",
    "stage, stages",
    "sorce, source",
    "source, source",
    "SOURCE, source",
    "buildSpecFile, buildspecFile",
    "tag, tags"
  })
  void findsTheNameThatWasMeant(String written, String meant) {
    assertThat(NearestName.of(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"provider", "x", "stagesOfThePipeline"})
  void knowsNoneForAnotherWord(String written) {
    assertThat(NearestName.of(written, KNOWN)).isEmpty();
  }

  @Test
  void takesTheFirstInTheAlphabetOfEquals() {
    assertThat(NearestName.of("cat", List.of("rat", "bat"))).contains("bat");
  }
}
