package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InheritedListsTest {

  private static final String INHERITED = stages("", "beta", "prod");

  @Test
  void refusesStagesThatWouldBeMergedByPosition() {
    assertThat(problems(INHERITED, stages("", "prod")))
        .containsExactly(
            "<stages> in the POM of orders and the POM of shop: Maven would merge them by position,"
                + " beta, prod with prod. Write <stages combine.self=\"override\"> to replace the"
                + " inherited elements, or combine.children=\"append\" to add to them.");
  }

  @Test
  void refusesOtherListsOfNamedElements() {
    assertThat(problems(variables("A", "B"), variables("B")))
        .singleElement()
        .asString()
        .startsWith("<build><environmentVariables> in the POM of orders and the POM of shop:");
    assertThat(
            problems(
                "<tags><tag><key>a</key></tag></tags>", "<tags><tag><key>b</key></tag></tags>"))
        .singleElement()
        .asString()
        .startsWith("<tags> in the POM of orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"beta", "prod,beta", "beta,live"})
  void refusesWhatLosesOrMixesStages(String own) {
    assertThat(problems(INHERITED, stages("", own.split(",")))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beta,prod", "beta,prod,live"})
  void acceptsWhatNamesTheInheritedStagesInTheirOrder(String own) {
    assertThat(problems(INHERITED, stages("", own.split(",")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"combine.self='override'", "combine.children='append'"})
  void acceptsWhatSaysHowToMerge(String attribute) {
    assertThat(problems(INHERITED, stages(attribute, "live"))).isEmpty();
  }

  @Test
  void acceptsAnOverrideOfAnElementAround() {
    assertThat(
            problems(
                variables("A"),
                variables("B").replace("<build>", "<build combine.self='override'>")))
        .isEmpty();
  }

  @Test
  void theParentMayLetItsChildrenAppend() {
    assertThat(problems(stages("combine.children='append'", "beta"), stages("", "prod"))).isEmpty();
  }

  @Test
  void whatAnOverrideHidesDoesNotCount() {
    assertThat(problems(INHERITED, stages("combine.self='override'", "live"), stages("", "live")))
        .isEmpty();
  }

  @Test
  void whatWasAppendedCounts() {
    assertThat(
            problems(stages("", "beta"), stages("combine.children='append'", "prod"), "<branch/>"))
        .isEmpty();
    assertThat(problems(stages("", "beta"), "<branch/>", stages("", "prod"))).hasSize(1);
  }

  /** Of the configurations of a POM, of that which has it as parent, and so on. */
  private static List<String> problems(String... configurations) {
    MavenProject project = null;
    String[] names = {"shop", "orders", "orders-eu"};
    for (int i = 0; i < configurations.length; i++) {
      project = Poms.project(names[i], project, Poms.build(configurations[i]));
    }
    Problems problems = new Problems();
    new InheritedLists(problems)
        .check(WrittenConfiguration.of(project, Poms.PLUGIN, "default").parts());
    return problems.found();
  }

  private static String stages(String attributes, String... names) {
    StringBuilder stages = new StringBuilder("<stages " + attributes + ">");
    for (String name : names) {
      stages.append("<stage><name>").append(name).append("</name><alarm><name>a</name></alarm>");
      stages.append("</stage>");
    }
    return stages + "</stages>";
  }

  private static String variables(String... names) {
    StringBuilder variables = new StringBuilder("<build><environmentVariables>");
    for (String name : names) {
      variables.append("<variable><name>").append(name).append("</name></variable>");
    }
    return variables + "</environmentVariables></build>";
  }
}
