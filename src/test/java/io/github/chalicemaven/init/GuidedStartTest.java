package io.github.chalicemaven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidedStartTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final String COMMAND =
      "mvn io.github.chalicemaven:chalice-maven-plugin:9.9:generate-pipeline"
          + " -Dchalice.pipelineVersion=v3";

  @TempDir Path root;

  private ProjectFacts facts;
  private final List<String> found = new ArrayList<>();
  private final Map<Answer, String> given = new HashMap<>();
  private Optional<String> groupId = Optional.empty();
  private Optional<StartRequest.Pom> pom = Optional.empty();

  /** An application of which everything can be found. */
  @BeforeEach
  void writeApp() throws IOException {
    facts = ProjectFacts.withoutPom(root);
    write("app.py", "");
    write("requirements.txt", "");
    write(".python-version", "3.12\n");
    write(".chalice/config.json", "{\"app_name\": \"orders\"}");
    write(".git/config", "[remote \"origin\"]\nurl = https://me:s3cret@github.com/acme/a.git\n");
    write(".git/HEAD", "ref: refs/heads/main\n");
  }

  @Test
  void whatIsFoundIsNotAskedAndANewPomIsPlanned() throws IOException {
    StartPlan plan = plan(new DefaultAnswers());

    assertThat(found)
        .containsExactly(
            "Found the application: this folder (app.py, .chalice/config.json)",
            "Found the application's name: orders (app_name in .chalice/config.json)",
            "Found the Python version: 3.12 (.python-version)",
            "Found the source: github:acme/a (Git's remote)",
            "Found the branch: main (Git)");
    assertThat(plan.command()).contains(COMMAND + " -Dchalice.source=github:acme/a");
    PomChange change = plan.change().orElseThrow();
    assertThat(change.diff("pom.xml"))
        .startsWith("--- /dev/null", "+++ pom.xml", "@@ -0,0 +1,30 @@")
        .contains("+        <version>9.9</version>");
    change.write();
    assertThat(root.resolve("pom.xml")).hasContent(golden());
    assertThat(Files.readString(root.resolve("pom.xml"))).endsWith("</project>\n");
  }

  @Test
  void credentialsOfTheRemoteAreNowhere() {
    StartPlan plan = plan(new DefaultAnswers());

    assertThat(plan.toString() + plan.change().orElseThrow().diff("pom.xml"))
        .doesNotContain("s3cret");
  }

  @Test
  void withoutATerminalDefaultsAreTakenForWhatIsNotFound() throws IOException {
    Files.delete(root.resolve(".python-version"));
    Files.delete(root.resolve(".git/config"));
    write(".git/HEAD", "1f6ee1a5\n");
    write(".chalice/config.json", "{}");

    StartPlan plan = plan(new DefaultAnswers());

    assertThat(found).hasSize(1);
    assertThat(plan.command().orElseThrow())
        .matches(
            "\\Q" + COMMAND + "\\E -Dchalice.appName=[A-Za-z0-9-]+ -Dchalice.source=codecommit");
  }

  @Test
  void theHelpNamesTheseDefaults() throws IOException {
    Files.delete(root.resolve(".python-version"));
    Files.delete(root.resolve(".git/config"));
    write(".git/HEAD", "1f6ee1a5\n");
    Terminal terminal = new Terminal("3.12", "codecommit", "next", "com.acme");

    plan(terminal);

    assertThat(Stream.of("pythonVersion", "source", "branch", "groupId"))
        .zipSatisfy(
            terminal.asked,
            (parameter, question) ->
                assertThat(question)
                    .endsWith(
                        Goals.parameters(Goals.named("init"))
                            .filter(one -> one.name().equals(parameter))
                            .map(one -> one.help().defaultValue())
                            .findFirst()
                            .orElseThrow()
                            .replaceFirst(".*asked for \\(`(.*)` with `-B`\\)", "[$1]")));
  }

  @Test
  void onATerminalOnlyWhatIsNotFoundIsAsked() throws IOException {
    write(".git/config", "[remote \"origin\"]\nurl = https://git.example.com/acme/a.git\n");
    Terminal terminal =
        new Terminal("gitlab:acme", "gitlab:acme/shop/orders", "not a group", "com.acme");

    StartPlan plan = plan(terminal);

    assertThat(terminal.asked)
        .containsExactly(
            "Source (codecommit, github:owner/name, gitlab:group/name, bitbucket:owner/name)"
                + " [codecommit]",
            "<source><repository> is `acme`: use owner/name, or the short form"
                + " -Dchalice.source=gitlab:owner/name.",
            "Source (codecommit, github:owner/name, gitlab:group/name, bitbucket:owner/name)"
                + " [codecommit]",
            "Group ID of the new POM [com.example]",
            "<groupId> (-Dchalice.groupId) is `not a group`: use a group ID such as com.example.",
            "Group ID of the new POM [com.example]");
    assertThat(plan.command()).contains(COMMAND + " -Dchalice.source=gitlab:acme/shop/orders");
    assertThat(plan.change().orElseThrow().diff("pom.xml"))
        .contains("+  <groupId>com.acme</groupId>");
  }

  @Test
  void everyAnswerIsJudgedInTheGoalsWords() throws IOException {
    Files.delete(root.resolve(".python-version"));
    write(".git/HEAD", "1f6ee1a5\n");
    write(".chalice/config.json", "{\"app_name\": \"my_orders\"}");
    Terminal terminal = new Terminal("a b", "my-orders", "3.5", "3.13", "a b", "next", "x");

    StartPlan plan = plan(terminal);

    assertThat(terminal.asked)
        .filteredOn(line -> line.contains(" is `"))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("<appName> (-Dchalice.appName) is `a b`: "))
        .anyMatch(line -> line.startsWith("<pythonVersion> (-Dchalice.pythonVersion) is `3.5`: "))
        .anyMatch(line -> line.startsWith("<branch> (-Dchalice.branch) is `a b`: "));
    assertThat(plan.command())
        .contains(
            COMMAND
                + " -Dchalice.appName=my-orders -Dchalice.source=github:acme/a"
                + " -Dchalice.branch=next");
  }

  @Test
  void theEndOfTheInputIsAProblem() throws IOException {
    Files.delete(root.resolve(".python-version"));

    assertProblem(new Terminal(), "The input ended at the question: Python version");
  }

  @Test
  void givenAnswersAreNeitherAskedNorLookedFor() {
    given.putAll(
        Map.of(
            Answer.APP_NAME, "shop",
            Answer.PYTHON_VERSION, "3.11",
            Answer.SOURCE, "codecommit:shop",
            Answer.BRANCH, "next"));
    groupId = Optional.of("org.shop");

    StartPlan plan = plan(new Terminal());

    assertThat(plan.command())
        .contains(
            COMMAND
                + " -Dchalice.appName=shop -Dchalice.pythonVersion=3.11"
                + " -Dchalice.source=codecommit:shop -Dchalice.branch=next");
  }

  @Test
  void whatTheGoalWouldRefuseIsNotPlanned() throws IOException {
    write(".python-version", "3.5\n");
    given.put(Answer.BRANCH, "a b");

    assertThatThrownBy(() -> plan(new DefaultAnswers()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("2 problems, nothing was written:");
  }

  @Test
  void theScmOfThePomIsASourceToo() throws IOException {
    Files.delete(root.resolve(".git/config"));
    pom(List.of("scm:git:https://gitlab.com/acme/orders.git"), false, false, false);

    StartPlan plan = plan(new DefaultAnswers());

    assertThat(found).contains("Found the source: gitlab:acme/orders (<scm>)");
    assertThat(plan.command()).contains(COMMAND);
  }

  @Test
  void whatTheGoalWorksOutByItselfIsNotWritten() throws IOException {
    pom(List.of("https://github.com/acme/a"), true, false, true);

    StartPlan plan = plan(new DefaultAnswers());

    assertThat(plan.command()).contains(COMMAND);
    assertThat(plan.change().orElseThrow().diff("pom.xml"))
        .contains("+        <inherited>false</inherited>")
        .noneMatch(line -> line.startsWith("+") && line.contains("<version>"));
  }

  @Test
  void anApplicationBelowIsNamedInThePom() throws IOException {
    move("shop & é");
    pom("<?xml version='1.0' encoding='ISO-8859-1'?>\n<project>\n</project>", List.of());

    PomChange change = plan(new DefaultAnswers()).change().orElseThrow();
    change.write();

    assertThat(Files.readString(root.resolve("pom.xml"), StandardCharsets.ISO_8859_1))
        .contains("<appDirectory>shop &amp; é</appDirectory>");
    assertThat(PluginEntry.escaped("é <", StandardCharsets.US_ASCII)).isEqualTo("&#233; &lt;");
  }

  @Test
  void oneOfSeveralApplicationsIsAskedFor() throws IOException {
    move("b");
    write("a/.chalice/config.json", "{}");
    write("module/pom.xml", "");
    write("module/.chalice/config.json", "{}");
    write("target/x/.chalice/config.json", "{}");

    assertProblem(
        new DefaultAnswers(),
        "There are several Chalice applications: a, b. Choose one with -Dchalice.appDirectory.");

    Terminal terminal = new Terminal("c", "b", "com.acme");
    assertThat(plan(terminal).command())
        .contains(COMMAND + " -Dchalice.appDirectory=b -Dchalice.source=github:acme/a");
    assertThat(terminal.asked)
        .startsWith(
            "Folder of the Chalice application (a, b)",
            "This folder has neither app.py nor .chalice/config.json.");
  }

  @Test
  void aFolderThatCannotBeIsAProblem() {
    given.put(Answer.APP_DIRECTORY, "a\0b");

    assertProblem(
        new DefaultAnswers(),
        "<appDirectory> (-Dchalice.appDirectory) is `a\\u0000b`: this path is not valid. Use"
            + " another path.");
  }

  @Test
  void withoutAnApplicationThereIsNoPipeline() throws IOException {
    move("target");

    assertProblem(
        new DefaultAnswers(),
        "There is no Chalice application in "
            + root
            + ": no app.py, no .chalice/config.json. Run the goal in the application's folder, or"
            + " specify it with -Dchalice.appDirectory.");
  }

  @Test
  void aPluginThatIsThereStays() throws IOException {
    pom(
        "<project><build><plugins><plugin><groupId>io.github.chalicemaven</groupId>"
            + "<artifactId>chalice-maven-plugin</artifactId></plugin></plugins></build></project>",
        List.of());
    assertThat(plan(new Terminal())).isEqualTo(StartPlan.present("in <build><plugins>"));

    pom(List.of(), false, true, false);
    assertThat(plan(new Terminal()))
        .isEqualTo(StartPlan.present("in a parent POM or an active profile"));
  }

  @Test
  void aPomThatCannotBeEditedIsAProblem() throws IOException {
    pom("<!DOCTYPE project><project></project>", List.of());

    assertThatThrownBy(() -> plan(new DefaultAnswers()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("Add the plugin by hand.");
  }

  @Test
  void aPomThatWasChangedMeanwhileIsNotWritten() throws IOException {
    pom(List.of(), false, false, false);
    PomChange change = plan(new DefaultAnswers()).change().orElseThrow();
    write("pom.xml", "<project>\n</project>\n<!-- new -->");

    assertThatThrownBy(change::write)
        .hasMessageContaining("has changed since it was read. Run the goal again.");
    assertThat(root.resolve("pom.xml")).content().endsWith("<!-- new -->");
  }

  @Test
  void aPomThatCameMeanwhileIsNotWritten() throws IOException {
    PomChange change = plan(new DefaultAnswers()).change().orElseThrow();
    write("pom.xml", "");

    assertThatThrownBy(change::write)
        .hasMessageContaining("has changed since it was read. Run the goal again.");
    assertThat(root.resolve("pom.xml")).isEmptyFile();
  }

  private void assertProblem(Prompt prompt, String problem) {
    assertThatThrownBy(() -> plan(prompt))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage("1 problem, nothing was written:\n  - " + problem);
  }

  private StartPlan plan(Prompt prompt) {
    return GuidedStart.plan(
        new StartRequest(facts, pom, "9.9", given, groupId, TODAY), prompt, found::add);
  }

  private void pom(List<String> scmUrls, boolean managed, boolean inherited, boolean modules)
      throws IOException {
    pom("<project>\n  <artifactId>a</artifactId>\n</project>\n", scmUrls);
    pom = Optional.of(new StartRequest.Pom(root.resolve("pom.xml"), managed, inherited, modules));
  }

  private void pom(String text, List<String> scmUrls) throws IOException {
    write("pom.xml", text);
    Path target = root.resolve("target");
    facts =
        new ProjectFacts(
            Optional.of("a"), root, target, Optional.of(target.resolve("classes")), root, scmUrls);
    pom = Optional.of(new StartRequest.Pom(root.resolve("pom.xml"), false, false, false));
  }

  /** Moves the application to a folder below. */
  private void move(String folder) throws IOException {
    Files.createDirectories(root.resolve(folder));
    for (String name : List.of("app.py", "requirements.txt", ".python-version", ".chalice")) {
      Files.move(root.resolve(name), root.resolve(folder).resolve(name));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String golden() throws IOException {
    return Files.readString(Path.of("src/test/resources/init/new-pom.xml"));
  }

  /** Answers in turn, and keeps what it was asked and told. */
  private static final class Terminal implements Prompt {

    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers;

    Terminal(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public boolean isInteractive() {
      return true;
    }

    @Override
    public String ask(String question, String defaultAnswer) {
      asked.add(question + (defaultAnswer == null ? "" : " [" + defaultAnswer + "]"));
      return answers.poll();
    }

    @Override
    public void tell(List<String> lines) {
      asked.addAll(lines);
    }
  }
}
