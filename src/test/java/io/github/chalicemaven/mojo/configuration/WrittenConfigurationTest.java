package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class WrittenConfigurationTest {

  private final MavenProject parent =
      Poms.project(
          "shop",
          null,
          "<properties><a>of the parent</a><b>of the parent</b></properties>"
              + Poms.managed("<branch>managed by the parent</branch>"));

  @Test
  void takesAllPlacesInTheOrderInWhichMavenPrefersThem() {
    MavenProject orders =
        Poms.project(
            "orders",
            parent,
            "<build><plugins>"
                + Poms.plugin(
                    "<branch>plugin</branch>",
                    "<executions><execution><id>e</id><configuration><branch>execution</branch>"
                        + "</configuration></execution><execution><id>other</id><configuration>"
                        + "<branch>no</branch></configuration></execution></executions>")
                + "</plugins></build><profiles>"
                + profile("first")
                + profile("last")
                + profile("inactive")
                + "</profiles>");
    orders.setInjectedProfileIds("com.example:orders:1", List.of("first", "last"));

    assertThat(branches(orders))
        .containsExactly(
            "the POM of orders: execution",
            "the POM of orders, profile last: last",
            "the POM of orders, profile first: first",
            "the POM of orders: plugin",
            "the POM of shop: managed by the parent");
  }

  @Test
  void takesNothingThatIsNotInherited() {
    MavenProject parent =
        Poms.project(
            "shop",
            null,
            "<build><plugins>"
                + Poms.plugin("<branch>no</branch>", "<inherited>false</inherited>")
                + "</plugins></build>");

    assertThat(branches(Poms.project("orders", parent, ""))).isEmpty();
    assertThat(branches(parent)).containsExactly("the POM of shop: no");
  }

  @Test
  void takesNoExecutionThatIsNotInherited() {
    MavenProject parent =
        Poms.project(
            "shop",
            null,
            "<build><plugins>"
                + Poms.plugin(
                    "<branch>yes</branch>",
                    "<executions><execution><id>e</id><inherited>false</inherited><configuration>"
                        + "<branch>no</branch></configuration></execution></executions>")
                + "</plugins></build>");

    assertThat(branches(Poms.project("orders", parent, "")))
        .containsExactly("the POM of shop: yes");
  }

  @Test
  void theNearestPropertyIsInForce() {
    MavenProject orders =
        Poms.project(
            "orders",
            parent,
            "<properties><b>of the module</b><c>of the module</c></properties><profiles><profile>"
                + "<id>p</id><properties><c>of the profile</c></properties></profile></profiles>");
    orders.setInjectedProfileIds("com.example:orders:1", List.of("p"));
    WrittenConfiguration written = WrittenConfiguration.of(orders, Poms.PLUGIN, "e");

    assertThat(written.property("a")).contains("of the parent");
    assertThat(written.property("b")).contains("of the module");
    assertThat(written.property("c")).contains("of the profile");
    assertThat(written.property("d")).isEmpty();
  }

  @Test
  void needsNoPom() {
    assertThat(WrittenConfiguration.of(new MavenProject(), Poms.PLUGIN, "e").parts()).isEmpty();
  }

  private static String profile(String id) {
    return "<profile><id>"
        + id
        + "</id>"
        + Poms.build("<branch>" + id + "</branch>")
        + "</profile>";
  }

  private static List<String> branches(MavenProject project) {
    return WrittenConfiguration.of(project, Poms.PLUGIN, "e").parts().stream()
        .map(part -> part.where() + ": " + part.configuration().getChild("branch").getValue())
        .toList();
  }
}
