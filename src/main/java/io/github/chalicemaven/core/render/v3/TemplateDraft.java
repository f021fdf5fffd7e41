package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.Resource;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.GivenRoles;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template in the making: what the parts of a pipeline have contributed so far. */
final class TemplateDraft {

  private final V3Pipeline pipeline;
  private final Template.Builder template;
  private final Encryption encryption;
  private final Grants grants = new Grants();
  private final Console console;
  private final Map<Role, RoleShape> shapes = new HashMap<>();
  private final List<Value> stages = new ArrayList<>();
  private final List<Value> triggers = new ArrayList<>();

  TemplateDraft(V3Pipeline pipeline, Template.Builder template) {
    this.pipeline = pipeline;
    this.template = template;
    this.encryption = new Encryption(pipeline);
    this.console = new Console(template);
  }

  V3Pipeline pipeline() {
    return pipeline;
  }

  /**
   * A name that begins with the application's, as it stands in the template: {@code aws
   * cloudformation deploy} would keep the former value of a parameter.
   */
  String name(String suffix) {
    return pipeline.appName() + suffix;
  }

  /** Names that other templates know; only where a stage is elsewhere. */
  FixedNames fixedNames() {
    return new FixedNames(pipeline);
  }

  PipelineOptions options() {
    return pipeline.options();
  }

  Encryption encryption() {
    return encryption;
  }

  /** The buckets and the key of the pipeline's own region. */
  Storage storage() {
    return storage(Optional.empty());
  }

  /** Those of all the pipeline's regions, its own first. */
  List<Storage> storages() {
    List<Storage> storages = new ArrayList<>();
    storages.add(storage());
    pipeline.otherRegions().forEach(region -> storages.add(storage(Optional.of(region))));
    return storages;
  }

  /** The buckets and the key of a region; empty for the pipeline's own. */
  Storage storage(Optional<String> region) {
    return Storage.of(pipeline, region);
  }

  Console console() {
    return console;
  }

  /** What roles may do. */
  Grants grants() {
    return grants;
  }

  /** The ARN of a role, or of the user's own in its place. */
  Value roleArn(Role role) {
    return given(role)
        .<Value>map(Value::text)
        .orElseGet(() -> Functions.getAtt(shape(role).logicalId(), "Arn"));
  }

  /** Makes a role in a shape of its own. */
  void shape(RoleShape shape, Role role) {
    shapes.put(role, shape);
  }

  /** How a role is made. */
  RoleShape shape(Role role) {
    return shapes.getOrDefault(role, RoleShape.of(role, options()));
  }

  /** The ARN of the user's own role, if there is one in the place of the template's. */
  Optional<String> given(Role role) {
    GivenRoles roles = options().roles();
    return Map.of(
            Role.PIPELINE, roles.pipeline(),
            Role.BUILD, roles.build(),
            Role.TESTS, roles.tests())
        .getOrDefault(role, Optional.empty());
  }

  /** The role of a stage's tests. */
  Role testsRole(Stage stage) {
    return stage.testEnvironment().needsPermissions() && given(Role.TESTS).isEmpty()
        ? Role.testsOf(stage)
        : Role.TESTS;
  }

  /** Adds a resource, tagged as the user wants. */
  void resource(String logicalId, Resource resource) {
    resource(logicalId, resource, options().tags());
  }

  /** Adds a resource with other tags. */
  void resource(String logicalId, Resource resource, Map<String, String> tags) {
    template.resource(logicalId, Tags.on(resource, tags));
  }

  void parameter(String logicalId, Parameter parameter) {
    template.parameter(logicalId, parameter);
  }

  void output(String logicalId, Output output) {
    template.output(logicalId, output);
  }

  /** Adds a stage of the pipeline, after those that are there. */
  void stage(Value stage) {
    stages.add(stage);
  }

  /** Adds a trigger of the pipeline. */
  void trigger(Value trigger) {
    triggers.add(trigger);
  }

  List<Value> stages() {
    return List.copyOf(stages);
  }

  List<Value> triggers() {
    return List.copyOf(triggers);
  }

  /** The template, of all that is there. */
  Template template() {
    return template.build();
  }
}
