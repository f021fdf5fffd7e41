package io.github.chalicemaven.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaliceConfigTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("config.json");
  }

  @Test
  void aMissingFileHasNoValuesAndIsNoProblem() {
    ChaliceConfig config = ChaliceConfig.read(file, problems);

    assertThat(config.appName()).isEmpty();
    assertThat(config.stages()).isEmpty();
    assertNoProblem();
  }

  @Test
  void theNameComesWithThePlaceItStandsAt() throws IOException {
    ChaliceConfig config = read("{\"version\": \"2.0\", \"app_name\": \"orders\"}");

    assertThat(config.appName()).contains(new Setting("app_name in " + file, "orders"));
    assertNoProblem();
  }

  @Test
  void stagesKeepTheirOrder() throws IOException {
    ChaliceConfig config =
        read("{\"stages\": {\"prod\": {\"tags\": {\"a\": [1]}}, \"beta\": {}, \"dev\": null}}");

    assertThat(config.stages()).containsExactly("prod", "beta", "dev");
    assertThat(config.appName()).isEqualTo(Optional.empty());
    assertNoProblem();
  }

  @Test
  void namesDeeperDownAreNotTheApplications() throws IOException {
    ChaliceConfig config =
        read("{\"stages\": {\"beta\": {\"app_name\": \"a\", \"stages\": {\"x\": {}}}}}");

    assertThat(config.appName()).isEmpty();
    assertThat(config.stages()).containsExactly("beta");
    assertNoProblem();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # text                             | line | column | what is wrong
          {'app_name': orders}               | 1    | 14     | not valid JSON
          {'app_name': 'orders',\\n}          | 2    | 1      | not valid JSON
          {\\n  'app_name' 'orders'\\n}        | 2    | 14     | not valid JSON
          {'app_name': 'orders'              | 1    | 22     | the document ends too early
          {'stages': {'beta': {}             | 1    | 23     | the document ends too early
          // a comment\\n{}                   | 1    | 1      | not valid JSON
          {'app_name': 'café' 'x'}           | 1    | 21     | not valid JSON
          ""                                 | 1    | 1      | the file is empty
          []                                 | 1    | 1      | the configuration must be a JSON object
          'orders'                           | 1    | 1      | the configuration must be a JSON object
          {'app_name': 1}                    | 1    | 14     | `app_name` must be a string
          {'app_name': null}                 | 1    | 14     | `app_name` must be a string
          {'app_name': ['a']}                | 1    | 14     | `app_name` must be a string
          {\\n  'stages': ['beta']\\n}         | 2    | 13     | `stages` must be an object
          {} {}                              | 1    | 4      | text after the end of the configuration
          {}\\n}                              | 2    | 1      | not valid JSON
          """)
  void aBrokenFileIsAProblemWithItsPlace(String text, int line, int column, String what)
      throws IOException {
    read(text == null ? "" : text.replace("\\n", "\n").replace('\'', '"'));

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageStartingWith("1 problem, ")
        .hasMessageContaining("  - " + file + ", line " + line + ", column " + column + ": ")
        .hasMessageContaining(what)
        .hasMessageEndingWith(".")
        .hasMessageNotContainingAny("Source:", "xpected", "oken");
  }

  @Test
  void aWrongTypeLeavesNoHalfReadValues() throws IOException {
    ChaliceConfig config = read("{\"app_name\": \"orders\", \"stages\": []}");

    assertThat(config).isEqualTo(new ChaliceConfig(Optional.empty(), ConfigScope.EMPTY));
  }

  @Test
  void aFileOfAnotherEncodingIsAProblem() throws IOException {
    Files.write(file, "{\"app_name\": \"café\"}".getBytes(StandardCharsets.ISO_8859_1));

    ChaliceConfig.read(file, problems);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageEndingWith(file + " is not UTF-8 text. Save it in UTF-8.");
  }

  @Test
  void aFileTooLargeToBeAConfigurationIsAProblem() throws IOException {
    read("{}" + " ".repeat(1_000_000));

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageEndingWith(
            file + " is larger than 1000000 bytes. Expected Chalice's configuration.");
  }

  @Test
  void aFileNestedTooDeeplyIsAProblem() throws IOException {
    read("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("  - " + file + ": the document is nested too deeply, or");
  }

  @Test
  void aFolderInItsPlaceIsAProblem() throws IOException {
    Files.createDirectory(file);

    ChaliceConfig.read(file, problems);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining(file + " is not a regular file. Expected Chalice's configuration.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # text                                                               | roles of the stage beta
          {'iam_role_arn': 'r'}                                                |
          {'manage_iam_role': false}                                           |
          {'manage_iam_role': true, 'iam_role_arn': 'r'}                       |
          {'manage_iam_role': false, 'iam_role_arn': 'r'}                      | r
          {'manage_iam_role': false, 'iam_role_arn': null}                     |
          {'manage_iam_role': false, 'iam_role_arn': ['r']}                    |
          {'manage_iam_role': false, 'stages': {'beta': {'iam_role_arn': 's'}}} | s
          {'manage_iam_role': false, 'stages': {'prod': {'iam_role_arn': 's'}}} |
          {'iam_role_arn': 'r', 'stages': {'beta': {'manage_iam_role': false}}} | r
          {'iam_role_arn': 'r', 'stages': {'beta': {'lambda_functions': {'f': {'manage_iam_role': false}}}}} | r
          {'manage_iam_role': false, 'iam_role_arn': 'r', 'stages': {'beta': {'lambda_functions': {'f': {'iam_role_arn': 's'}, 'g': {'manage_iam_role': true}}}}} | r,s
          {'manage_iam_role': false, 'iam_role_arn': 'r', 'lambda_functions': {'f': {'iam_role_arn': 's'}}, 'stages': {'beta': {'iam_role_arn': 't'}}} | t
          {'manage_iam_role': false, 'lambda_functions': {'f': {'iam_role_arn': 's'}}, 'stages': {'beta': {}}} | s
          {'manage_iam_role': false, 'iam_role_arn': 'r', 'stages': {'beta': null}} | r
          {'stages': {'beta': {'environment_variables': {'manage_iam_role': false, 'iam_role_arn': 'r'}}}} |
          """)
  void aRoleIsGivenWhereChaliceManagesNone(String text, String roles) throws IOException {
    ChaliceConfig config = read(text.replace('\'', '"'));

    assertThat(config.stage("beta").roleArns())
        .containsExactlyElementsOf(roles == null ? List.of() : List.of(roles.split(",")));
    assertNoProblem();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # text                                                                | domain | edge
          {}                                                                    | false  | false
          {'api_gateway_custom_domain': {'domain_name': 'a.example.com'}}       | true   | true
          {'api_gateway_custom_domain': {}}                                     | false  | false
          {'api_gateway_custom_domain': null}                                   | false  | false
          {'api_gateway_custom_domain': {'tags': {'a': [{}]}}, 'api_gateway_endpoint_type': 'REGIONAL'} | true | false
          {'stages': {'beta': {'api_gateway_endpoint_type': 'EDGE', 'api_gateway_custom_domain': {'a': 1}}}} | true | true
          {'stages': {'prod': {'api_gateway_custom_domain': {'a': 1}}}}         | false  | false
          {'websocket_api_custom_domain': {'domain_name': 'a.example.com'}}     | true   | false
          {'stages': {'beta': {'websocket_api_custom_domain': {'a': 1}}}}       | true   | false
          {'api_gateway_custom_domain': {'a': 1}, 'stages': {'beta': {'api_gateway_custom_domain': {}}}} | false | false
          """)
  void aCustomDomainIsTheStagesOrThatOfAll(String text, boolean domain, boolean edge)
      throws IOException {
    StageConfig stage = read(text.replace('\'', '"')).stage("beta");

    assertThat(stage.customDomain()).isEqualTo(domain);
    assertThat(stage.edgeDomain()).isEqualTo(edge);
    assertNoProblem();
  }

  private ChaliceConfig read(String text) throws IOException {
    Files.writeString(file, text);
    return ChaliceConfig.read(file, problems);
  }

  private void assertNoProblem() {
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }
}
