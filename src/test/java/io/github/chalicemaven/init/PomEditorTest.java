package io.github.chalicemaven.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PomEditorTest {

  private static final List<String> PLUGIN =
      List.of("<plugin>", "  <artifactId>new</artifactId>", "</plugin>");

  /** Before and after; what is added is between the marks. */
  static Stream<Arguments> poms() {
    return Map.ofEntries(
            Map.entry(
                "no build",
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <artifactId>a</artifactId>[
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>new</artifactId>
                      </plugin>
                    </plugins>
                  </build>]
                </project>
                """),
            Map.entry(
                "no build, before profiles and their comment",
                """
                <project>
                    <artifactId>a</artifactId>

                    <packaging>pom</packaging> <!-- no code -->[

                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>new</artifactId>
                            </plugin>
                        </plugins>
                    </build>]

                    <!-- For releases. -->
                    <profiles/>
                </project>
                """),
            Map.entry(
                "plugin management alone",
                """
                <project>
                  <build>
                    <pluginManagement>
                      <plugins>
                        <plugin>
                          <artifactId>old</artifactId>
                        </plugin>
                      </plugins>
                    </pluginManagement>[
                    <plugins>
                      <plugin>
                        <artifactId>new</artifactId>
                      </plugin>
                    </plugins>]
                  </build>
                </project>
                """),
            Map.entry(
                "comments, CDATA, a `>` in a value, tabs",
                """
                <?xml version="1.0"?>
                <!-- <build><plugins></plugins></build> -->
                <project note='a > b'>
                \t<description><![CDATA[</project><build>]]></description>
                \t<build>
                \t\t<plugins>
                \t\t\t<!-- The first. -->
                \t\t\t<plugin>
                \t\t\t\t<artifactId>old</artifactId>
                \t\t\t</plugin> <!-- old -->
                \t\t\t<!-- <plugin/> -->[
                \t\t\t<plugin>
                \t\t\t\t<artifactId>new</artifactId>
                \t\t\t</plugin>]
                \t\t</plugins>
                \t</build>
                </project>"""),
            Map.entry(
                "blank lines between plugins",
                """
                <project>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>one</artifactId>
                      </plugin>

                      <plugin>
                        <artifactId>two</artifactId>
                      </plugin>[

                      <plugin>
                        <artifactId>new</artifactId>
                      </plugin>]

                    </plugins>
                  </build>
                </project>
                """),
            Map.entry(
                "plugins on one line",
                """
                <project>
                  <build>
                    <plugins>[
                      <plugin>
                        <artifactId>new</artifactId>
                      </plugin>
                    ]</plugins>
                  </build>
                </project>
                """),
            Map.entry(
                "a plugin of a profile",
                """
                <project>
                  <artifactId>a</artifactId>[
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>new</artifactId>
                      </plugin>
                    </plugins>
                  </build>]
                  <profiles>
                    <profile>
                      <build>
                        <plugins>
                          <plugin>
                            <artifactId>old</artifactId>
                          </plugin>
                        </plugins>
                      </build>
                    </profile>
                  </profiles>
                </project>
                """),
            Map.entry(
                "all on one line",
                "<project><artifactId>a</artifactId>[\n  <build>\n    <plugins>\n      <plugin>\n"
                    + "        <artifactId>new</artifactId>\n      </plugin>\n    </plugins>\n"
                    + "  </build>\n]</project>"),
            Map.entry(
                "no indentation",
                """
                <project>
                <artifactId>a</artifactId>
                <build>
                <plugins>[
                <plugin>
                <artifactId>new</artifactId>
                </plugin>]
                </plugins>
                </build>
                </project>
                """))
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poms")
  void whatWasThereStaysAndWhatIsAddedLooksAlike(String name, String marked) throws Exception {
    check(marked);
  }

  /** One line has no line end to follow. */
  static Stream<Arguments> pomsOfSeveralLines() {
    return poms().filter(pom -> !pom.get()[0].equals("all on one line"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pomsOfSeveralLines")
  void theSameWithCarriageReturns(String name, String marked) throws Exception {
    check(marked.replace("\n", "\r\n"));
  }

  private static void check(String marked) throws Exception {
    String before = marked.replaceAll("(?s)(?<!CDATA|<!)\\[(?!CDATA).*(?<!])](?!]|>)", "");
    String after = marked.replaceAll("(?<!CDATA|<!)\\[(?!CDATA)|(?<!])](?!]|>)", "");

    assertThat(editor(before).with(PLUGIN)).isEqualTo(after);
    assertThat(plugins(before)).doesNotContain("new");
    assertThat(plugins(after)).hasSize(plugins(before).size() + 1).endsWith("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<plugins/>", "<plugins />", "<plugins a='/' />"})
  void anEmptyTagIsOpened(String tag) {
    String before = "<project>\n  <build>\n    " + tag + " <!-- none -->\n  </build>\n</project>";

    assertThat(editor(before).with(PLUGIN))
        .isEqualTo(
            before.replace(
                tag,
                tag.replaceAll(" ?/>$", ">")
                    + "\n      <plugin>\n        <artifactId>new</artifactId>\n      </plugin>\n"
                    + "    </plugins>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<settings/>",
        "<project>",
        "<project></build>",
        "<project><a></b></project>",
        "<project/><project/>",
        "<!DOCTYPE project [<!ENTITY a \"<build/>\">]><project>&a;</project>",
        "<project><!-- </project>",
        "<project><a b='></a></project>",
        "</project>",
        "<>",
        "<m:project xmlns:m='http://maven.apache.org/POM/4.0.0'></m:project>"
      })
  void whatIsNotPlainlyAPomIsNotEdited(String text) {
    assertThat(PomEditor.of(text)).isEmpty();
  }

  @Test
  void thePluginIsFoundWhereverItIs() {
    String plugin =
        "<build><plugins><plugin><artifactId> b<!-- --> </artifactId><groupId>a</groupId></plugin>"
            + "</plugins></build>";

    assertThat(editor("<project>" + plugin + "</project>").place("a", "b"))
        .contains("in <build><plugins>");
    assertThat(
            editor(
                    "<project><profiles><profile><id>x</id></profile><profile><id>y</id>"
                        + plugin
                        + "</profile></profiles></project>")
                .place("a", "b"))
        .contains("in the profile y");
    assertThat(editor("<project><build><pluginManagement/></build></project>").place("a", "b"))
        .isEmpty();
    assertThat(editor("<project>" + plugin + "</project>").place("a", "c")).isEmpty();
    assertThat(
            editor(
                    ("<project>" + plugin + "</project>")
                        .replace("<build>", "<build><pluginManagement>")
                        .replace("</build>", "</pluginManagement></build>"))
                .place("a", "b"))
        .isEmpty();
  }

  private static PomEditor editor(String text) {
    return PomEditor.of(text).orElseThrow();
  }

  private static List<String> plugins(String pom) throws Exception {
    Model model =
        new MavenXpp3Reader().read(new StringReader(pom.replace(" note='a > b'", "")), false);
    return model.getBuild() == null
        ? List.of()
        : model.getBuild().getPlugins().stream().map(Plugin::getArtifactId).toList();
  }
}
