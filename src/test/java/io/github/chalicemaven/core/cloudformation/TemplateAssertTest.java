package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.TemplateAssert.assertThat;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateAssertTest {

  private static final String TYPE = "AWS::S3::Bucket";

  private final Template template =
      Template.builder("A pipeline")
          .parameter("Name", Parameter.withDefault("orders", "The name."))
          .resource(
              "Bucket",
              Values.resource(
                  TYPE, "Name", "b", "Rules", List.of(mapping("Id", 1, "Days", 2), "x")))
          .output("Url", new Output("The address.", Functions.ref("Bucket")))
          .build();

  @Test
  void whatIsThereIsFoundThoughOtherThingsAreThereToo() {
    assertThat(template)
        .hasResource(TYPE)
        .hasResource(TYPE, "Name", "b")
        .hasResource(TYPE, "Rules", List.of(mapping("Days", 2), "x"))
        .hasResourceTypes(TYPE)
        .hasParameter("Name", "Default", "orders")
        .hasOnlyParameters("Name")
        .hasOutput("Url", Functions.ref("Bucket"))
        .hasOnlyOutputs("Url");
  }

  static Stream<Consumer<TemplateAssert>> untrue() {
    return Stream.of(
        t -> t.hasResource("AWS::SNS::Topic"),
        t -> t.hasResource(TYPE, "Name", "other"),
        t -> t.hasResource(TYPE, "Missing", "b"),
        t -> t.hasResource(TYPE, "Rules", List.of(mapping("Days", 2))),
        t -> t.hasResource(TYPE, "Rules", List.of("x", mapping("Days", 2))),
        t -> t.hasResource(TYPE, "Rules", List.of(mapping("Days", 3), "x")),
        t -> t.hasResourceTypes(),
        t -> t.hasParameter("Missing"),
        t -> t.hasParameter("Name", "NoEcho", true),
        t -> t.hasOnlyParameters("Name", "Other"),
        t -> t.hasOutput("Url", Functions.ref("Other")),
        t -> t.hasOutput("Missing", Functions.ref("Bucket")),
        t -> t.hasOnlyOutputs());
  }

  @ParameterizedTest
  @MethodSource("untrue")
  void whatIsNotThereFailsTheTest(Consumer<TemplateAssert> assertion) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertion.accept(assertThat(template)));
  }
}
