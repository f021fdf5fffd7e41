package io.github.chalicemaven.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMarkTest {

  private static final String YAML = "version: \"0.2\"\nphases: {}\n";
  private static final String JSON = "{\"Resources\": {\"R\": {\"Type\": \"AWS::SNS::Topic\"}}}\n";

  @Test
  void aMarkedTextIsUnedited() {
    assertThat(WrittenMark.isUnedited(marked(YAML, DocumentFormat.YAML), DocumentFormat.YAML))
        .isTrue();
    assertThat(WrittenMark.isUnedited(marked(JSON, DocumentFormat.JSON), DocumentFormat.JSON))
        .isTrue();
  }

  @Test
  void lineEndsThatGitConvertsAreNoEdit() {
    for (DocumentFormat format : DocumentFormat.values()) {
      String text = format == DocumentFormat.YAML ? YAML : JSON;
      assertThat(WrittenMark.isUnedited(marked(text, format).replace("\n", "\r\n"), format))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"version: \"0.2\"\n", "phases: {}\n# A note.\n", "", "phases: {}"})
  void anEditOfYamlIsFoundACommentToo(String edited) {
    String text = marked(YAML, DocumentFormat.YAML);

    assertThat(WrittenMark.isUnedited(text.replace("phases: {}\n", edited), DocumentFormat.YAML))
        .isFalse();
  }

  @Test
  void anEditOfJsonIsFoundButNotItsFormatting() {
    String text = marked(JSON, DocumentFormat.JSON);

    assertThat(WrittenMark.isUnedited(text.replace("Topic", "Queue"), DocumentFormat.JSON))
        .isFalse();
    assertThat(WrittenMark.isUnedited(text.replaceAll("\\s", ""), DocumentFormat.JSON)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {YAML, JSON, "", "no: [document", "{", "[]"})
  void aTextWithoutAMarkIsSomebodyElses(String text) {
    for (DocumentFormat format : DocumentFormat.values()) {
      assertThat(WrittenMark.isUnedited(text, format)).isFalse();
    }
  }

  @Test
  void theMarkIsNoPartOfWhatTheTextSays() {
    String text = marked(YAML, DocumentFormat.YAML);

    assertThat(DocumentReader.parse("b.yml", text, new Problems()))
        .isEqualTo(DocumentReader.parse("b.yml", YAML, new Problems()));
  }

  @Test
  void otherMetadataStays() {
    String text = marked("{\"Metadata\": {\"Mine\": 1}, \"Resources\": {}}", DocumentFormat.JSON);

    assertThat(text).contains("\"Mine\": 1");
    assertThat(WrittenMark.isUnedited(text, DocumentFormat.JSON)).isTrue();
    assertThat(
            WrittenMark.isUnedited(text.replace("\"Mine\": 1", "\"Mine\": 2"), DocumentFormat.JSON))
        .isFalse();
  }

  @Test
  void forAComparisonATextGetsTheMarkOfTheOther() {
    for (DocumentFormat format : DocumentFormat.values()) {
      String text = format == DocumentFormat.YAML ? YAML : JSON;
      String marked = marked(text, format);
      assertThat(WrittenMark.addThatOf(marked, text, format)).isEqualTo(marked);
      assertThat(WrittenMark.addThatOf(text, text, format)).isEqualTo(text);
      assertThat(WrittenMark.addThatOf("{", text, format)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1-github", "v2-codecommit", "v3-everything", "v3-merge"})
  void aTemplateDiffersFromItsMarkedFileInTheMarkAlone(String folder) throws IOException {
    String text = Files.readString(Path.of("src/test/resources/golden", folder, "pipeline.json"));
    String marked = marked(text, DocumentFormat.JSON);

    assertThat(UnifiedDiff.between("a", "b", text, marked))
        .filteredOn(line -> line.startsWith("+") && !line.startsWith("+++"))
        .allMatch(
            line -> line.matches("\\+ *[\\]}]+,?|.*(Metadata|ChaliceMavenPlugin|Sha256|}).*"));
    assertThat(WrittenMark.isUnedited(marked, DocumentFormat.JSON)).isTrue();
  }

  private static String marked(String text, DocumentFormat format) {
    return WrittenMark.add(text, format);
  }
}
