package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roles of other accounts that use the buckets and the key of a region, as the policies of
 * these let them in: by their ARNs in a condition, since a policy that names a role of which there
 * is none is refused, and would name another one after that was made anew.
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
                Statement.allowAnywhere("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey")
                    .named("LetActionRolesUseKey"),
                actionRoles()),
            throughS3(
                Statement.allowAnywhere("kms:Decrypt").named("LetDeployRolesReadKey"),
                deployRoles()));
  }

  /** For the policy of the artifact bucket. */
  Stream<Statement> onArtifacts(String logicalId) {
    return stages().isEmpty()
        ? Stream.empty()
        : Stream.of(
            to(
                Statement.allow(
                        sub("${" + logicalId + ".Arn}/" + names.artifactKeys()),
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:PutObject")
                    .named("LetActionRolesHandOn"),
                actionRoles(),
                mapping()));
  }

  /** For the policy of the application bucket. */
  Stream<Statement> onApplication(String logicalId) {
    return stages().isEmpty()
        ? Stream.empty()
        : Stream.of(
            to(
                Statement.allow(Arns.objects(logicalId), "s3:GetObject")
                    .named("LetDeployRolesReadCode"),
                deployRoles(),
                mapping()));
  }

  private Statement throughS3(Statement statement, List<Value> roles) {
    return to(
        statement, roles, mapping().with("kms:ViaService", sub("s3.${AWS::Region}.amazonaws.com")));
  }

  private Statement to(Statement statement, List<Value> roles, Value.Mapping equals) {
    List<Value> roots =
        stages().stream()
            .flatMap(stage -> stage.target().account().stream())
            .distinct()
            .<Value>map(account -> new Place(account, "").iam("root"))
            .toList();
    return statement
        .to(mapping().with("AWS", one(roots)))
        .when(
            "StringEquals",
            equals
                .with("aws:PrincipalArn", one(roles))
                .withIf("aws:PrincipalOrgID", names.home().organizationId().map(Value::text)));
  }

  private static Value one(List<Value> values) {
    return values.size() == 1 ? values.get(0) : sequence(values);
  }

  private List<Value> actionRoles() {
    return stages().stream().map(names::actionRoleArn).toList();
  }

  private List<Value> deployRoles() {
    return stages().stream().map(names::deployRoleArn).distinct().toList();
  }

  private List<Stage> stages() {
    return names.pipeline().stages().stream()
        .filter(stage -> stage.target().account().isPresent())
        .filter(stage -> stage.target().region().equals(region))
        .toList();
  }
}
