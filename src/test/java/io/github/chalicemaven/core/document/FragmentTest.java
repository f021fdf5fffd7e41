package io.github.chalicemaven.core.document;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FragmentTest {

  private static final Mapping SUB = mapping("Fn::Sub", "${AWS::Region}");
  private static final Mapping REF = mapping("Ref", "Name");

  private final Problems problems = new Problems();

  @Test
  void addsSectionsResourcesAndPropertiesAfterThoseThatAreThere() {
    Mapping template = mapping("Resources", mapping("Topic", topic("Name", "a")));
    Mapping fragment =
        mapping(
            "Resources",
            mapping("Queue", mapping("Type", "AWS::SQS::Queue"), "Topic", properties("Other", 1)),
            "Conditions",
            mapping("Never", mapping("Fn::Equals", sequence("a", "b"))));

    Mapping merged = merge(template, fragment);

    assertThat(merged)
        .isEqualTo(
            mapping(
                "Resources",
                mapping(
                    "Topic",
                    topic("Name", "a", "Other", 1),
                    "Queue",
                    mapping("Type", "AWS::SQS::Queue")),
                "Conditions",
                mapping("Never", mapping("Fn::Equals", sequence("a", "b")))));
    assertThat(((Mapping) merged.entries().get("Resources")).entries().keySet())
        .containsExactly("Topic", "Queue");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void isNotChangedByBeingEmpty() {
    Mapping template = mapping("Resources", mapping("Topic", topic("Name", "a")));

    assertThat(merge(template, mapping())).isEqualTo(template);
  }

  static Stream<Arguments> singleValues() {
    return Stream.of(
        Arguments.of(Values.of("a"), Values.of("b")),
        Arguments.of(Values.of(1), Values.of(2)),
        Arguments.of(Values.of(true), Values.of("no")),
        Arguments.of(Values.of("a"), SUB),
        Arguments.of(SUB, Values.of("a")),
        Arguments.of(SUB, REF),
        Arguments.of(getAtt("Key", "Arn"), Values.of("arn")));
  }

  @ParameterizedTest
  @MethodSource("singleValues")
  void setsSingleValuesAndFunctions(Value old, Value value) {
    assertThat(merge(property(old), property(value))).isEqualTo(property(value));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void continuesLists() {
    assertThat(merge(property(sequence(1, REF)), property(sequence(1, "b"))))
        .isEqualTo(property(sequence(1, REF, 1, "b")));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void replacesAListThatTakesOneItem() {
    Mapping own = encryption("aws:kms");
    Mapping template = mapping("Resources", mapping("Bucket", own));

    assertThat(merge(template, mapping("Resources", mapping("Bucket", encryption("AES256")))))
        .isEqualTo(mapping("Resources", mapping("Bucket", encryption("AES256"))));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void knowsTheOriginOfAnItemThatItHasReplaced() {
    Fragment fragment = new Fragment(Path.of("f.yaml"), mapping("Bucket", encryption("AES256")));
    Location item = Location.TOP.key("Bucket").key("ServerSideEncryptionConfiguration").item(0);

    assertThat(fragment.origin(item, mapping("Bucket", encryption("aws:kms")))).contains(item);
  }

  private static Mapping encryption(String algorithm) {
    return mapping(
        "ServerSideEncryptionConfiguration",
        sequence(mapping("ServerSideEncryptionByDefault", mapping("SSEAlgorithm", algorithm))));
  }

  static Stream<Arguments> clashes() {
    return Stream.of(
        Arguments.of(sequence("a"), Values.of("b")),
        Arguments.of(sequence("a"), mapping("A", 1)),
        Arguments.of(sequence("a"), REF),
        Arguments.of(mapping("A", 1), Values.of("b")),
        Arguments.of(mapping("A", 1), sequence("b")),
        Arguments.of(mapping("A", 1), REF),
        Arguments.of(Values.of("a"), mapping("A", 1)),
        Arguments.of(Values.of("a"), sequence("a")),
        Arguments.of(SUB, mapping("A", 1)),
        Arguments.of(SUB, sequence("a")),
        Arguments.of(getAtt("Key", "Arn"), sequence("a")));
  }

  @ParameterizedTest
  @MethodSource("clashes")
  void doesNotReplaceListsAndMappingsNorIsReplacedByThem(Value old, Value value) {
    merge(property(old), property(value));

    assertThat(problems.found())
        .containsExactly(
            "<mergeTemplate> (-Dchalice.mergeTemplate) is `extras.yaml`:"
                + " Resources.Topic.Properties.P would replace what the pipeline has there. A"
                + " fragment can add entries, set single values and append to lists. Use another"
                + " logical ID or property.");
  }

  @Test
  void doesNotChangeTheTypeOfAResource() {
    Mapping template = mapping("Resources", mapping("Topic", topic("Name", "a")));

    merge(template, mapping("Resources", mapping("Topic", mapping("Type", "AWS::SQS::Queue"))));

    assertThat(problems.found())
        .containsExactly(
            "<mergeTemplate> (-Dchalice.mergeTemplate) is `extras.yaml`: Resources.Topic.Type would"
                + " change the type of a resource of the pipeline. A fragment can add entries, set"
                + " single values and append to lists. Use another logical ID or property.");
  }

  @Test
  void mayMakeAResourceConditional() {
    Mapping template = mapping("Resources", mapping("Topic", topic("Name", "a")));

    Mapping merged =
        merge(template, mapping("Resources", mapping("Topic", mapping("Condition", "IsProd"))));

    assertThat(problems.found()).isEmpty();
    assertThat(merged)
        .isEqualTo(
            mapping(
                "Resources",
                mapping(
                    "Topic",
                    mapping(
                        "Type",
                        "AWS::SNS::Topic",
                        "Properties",
                        mapping("Name", "a"),
                        "Condition",
                        "IsProd"))));
  }

  @Test
  void mayRepeatTheTypeOfAResource() {
    Mapping template = mapping("Resources", mapping("Topic", topic("Name", "a")));

    assertThat(merge(template, template)).isEqualTo(template);
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void mayChangeWhatIsOnlyCalledType() {
    Mapping parameter = mapping("Parameters", mapping("Limit", mapping("Type", "String")));
    Mapping number = mapping("Parameters", mapping("Limit", mapping("Type", "Number")));

    assertThat(merge(parameter, number)).isEqualTo(number);
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void aMappingOfOneKeyThatIsNoFunctionIsMerged() {
    assertThat(
            merge(
                property(mapping("Status", "Enabled")),
                property(mapping("Fn::NoSuch", "x", "A", 1))))
        .isEqualTo(property(mapping("Status", "Enabled", "Fn::NoSuch", "x", "A", 1)));
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void everyClashIsFoundAtOnce() {
    Mapping template = property(mapping("A", sequence(1), "B", mapping("C", 1), "D", 1));
    Mapping fragment = property(mapping("A", 1, "B", 1, "D", 2));

    merge(template, fragment);

    assertThat(problems.found())
        .extracting(problem -> List.of(problem.split(" ")).get(4))
        .containsExactly("Resources.Topic.Properties.P.A", "Resources.Topic.Properties.P.B");
  }

  static Stream<Arguments> origins() {
    Mapping own =
        property(
            sequence("a", mapping("N", 1)),
            "Both",
            mapping("Own", 1),
            "Single",
            Functions.sub("${AWS::Region}"));
    Mapping added =
        property(
            sequence(mapping("L", sequence("x")), "y"),
            "Both",
            mapping("Added", sequence(1, 2)),
            "Single",
            SUB,
            "New",
            mapping("A", 1));
    Location properties = Location.TOP.key("Resources").key("Topic").key("Properties");
    Location list = properties.key("P");
    Location both = properties.key("Both");
    Location none = null;
    return Stream.of(
        // A list that is continued, and what is in it.
        Arguments.of(own, added, list, list),
        Arguments.of(own, added, list.item(0), none),
        Arguments.of(own, added, list.item(1).key("N"), none),
        Arguments.of(own, added, list.item(1).key("missing"), none),
        Arguments.of(own, added, list.item(2), list.item(0)),
        Arguments.of(own, added, list.item(2).key("L").item(0), list.item(0).key("L").item(0)),
        Arguments.of(own, added, list.item(2).key("missing"), list.item(0).key("missing")),
        Arguments.of(own, added, list.item(3), list.item(1)),
        // A mapping that both have.
        Arguments.of(own, added, both, both),
        Arguments.of(own, added, both.key("Own"), none),
        Arguments.of(own, added, both.key("Added").item(1), both.key("Added").item(1)),
        Arguments.of(own, added, both.key("missing"), none),
        Arguments.of(own, added, both.key("missing").key("missing"), none),
        // A value that is replaced, and what is read into it.
        Arguments.of(own, added, properties.key("Single"), properties.key("Single")),
        Arguments.of(
            own,
            added,
            properties.key("Single").key("phases"),
            properties.key("Single").key("phases")),
        // What only one has.
        Arguments.of(own, added, properties.key("New").key("A"), properties.key("New").key("A")),
        Arguments.of(own, mapping(), Location.TOP.key("Resources").key("Topic"), none),
        Arguments.of(own, mapping(), list.item(1), none),
        Arguments.of(own, added, Location.TOP.key("pipeline.json"), none));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void knowsWhatItHasAddedByItsOwnPlaces(
      Mapping template, Mapping fragment, Location place, Location expected) {
    assertThat(fragment(fragment).origin(place, template)).isEqualTo(Optional.ofNullable(expected));
  }

  private Mapping merge(Mapping template, Mapping fragment) {
    return fragment(fragment).mergeOver(template, problems);
  }

  private static Fragment fragment(Mapping content) {
    return new Fragment(Path.of("extras.yaml"), content);
  }

  private static Mapping topic(Object... properties) {
    return mapping("Type", "AWS::SNS::Topic", "Properties", mapping(properties));
  }

  private static Mapping properties(Object... properties) {
    return mapping("Properties", mapping(properties));
  }

  private static Mapping property(Value value, Object... more) {
    Object[] properties = Stream.concat(Stream.of("P", value), Stream.of(more)).toArray();
    return mapping("Resources", mapping("Topic", topic(properties)));
  }
}
