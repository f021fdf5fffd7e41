package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The roles of other accounts that use the buckets and the key of a region, as the policies of
 * these let them in.
 *
 * @param region empty for the pipeline's own
 */
record ForeignRoles(FixedNames names, Optional<String> region) {

  /** For the key's policy. */
  Stream<Statement> onKey() {
    return stages().isEmpty()
        ? Stream.empty()
        : Stream.of(
            throughS3(
                actionRoles(),
                Statement.allow(ForeignStorage.USE_KEY, List.of(text("*")))
                    .named("LetActionRolesUseKey")),
            throughS3(
                deployRoles(),
                Statement.allowAnywhere("kms:Decrypt").named("LetDeployRolesReadKey")));
  }

  /** For the policy of the artifact bucket. */
  Stream<Statement> onArtifacts(String logicalId) {
    return stages().isEmpty()
        ? Stream.empty()
        : Stream.of(
            actionRoles()
                .admit(
                    Statement.allow(
                            Storage.HAND_ON,
                            List.of(sub("${" + logicalId + ".Arn}/" + names.artifactKeys())))
                        .named("LetActionRolesHandOn")));
  }

  /** For the policy of the application bucket. */
  Stream<Statement> onApplication(String logicalId) {
    return stages().isEmpty()
        ? Stream.empty()
        : Stream.of(
            deployRoles()
                .admit(
                    Statement.allow(Arns.objects(logicalId), "s3:GetObject")
                        .named("LetDeployRolesReadCode")));
  }

  private static Statement throughS3(ForeignPrincipals roles, Statement statement) {
    return roles.admit(
        statement, mapping().with("kms:ViaService", sub("s3.${AWS::Region}.amazonaws.com")));
  }

  private ForeignPrincipals actionRoles() {
    return principals(names::actionRoleArn);
  }

  private ForeignPrincipals deployRoles() {
    return principals(names::deployRoleArn);
  }

  private ForeignPrincipals principals(Function<Stage, Value> role) {
    return new ForeignPrincipals(
        stages().stream().flatMap(stage -> stage.target().account().stream()).distinct().toList(),
        stages().stream().map(role).distinct().toList(),
        names.home().organizationId());
  }

  private List<Stage> stages() {
    return names.pipeline().stages().stream()
        .filter(stage -> stage.target().account().isPresent())
        .filter(stage -> stage.target().region().equals(region))
        .toList();
  }
}
