package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.Map;
import java.util.Optional;

/**
 * How a role is made, where that is not the same for all roles of a template.
 *
 * @param logicalId in the template
 * @param name fixed, where another template has to know it
 * @param trust who may assume it; the role's service by default
 */
record RoleShape(
    String logicalId,
    Optional<String> name,
    Optional<String> path,
    Optional<String> permissionsBoundary,
    Map<String, String> tags,
    Optional<Statement> trust) {

  /** The shape of a role of which nothing special is known. */
  static RoleShape of(Role role, PipelineOptions options) {
    return new RoleShape(
        role.logicalId(),
        Optional.empty(),
        options.rolePath(),
        options.permissionsBoundary(),
        options.tags(),
        Optional.empty());
  }

  /** The shape of a stage's role in its own account. */
  static RoleShape of(Role role, Stage stage, String name) {
    return new RoleShape(
        role.logicalId(),
        Optional.of(name),
        stage.target().rolePath(),
        stage.target().permissionsBoundary(),
        stage.tags(),
        Optional.empty());
  }

  /** The same with a fixed name, under another logical ID: a name would replace the role. */
  RoleShape named(String otherId, String otherName) {
    return new RoleShape(otherId, Optional.of(otherName), path, permissionsBoundary, tags, trust);
  }

  /** The same, assumed by whom the statement says. */
  RoleShape trusting(Statement statement) {
    return new RoleShape(logicalId, name, path, permissionsBoundary, tags, Optional.of(statement));
  }
}
