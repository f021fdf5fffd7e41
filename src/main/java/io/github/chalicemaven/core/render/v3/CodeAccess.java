package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.render.LogicalIds;

/** How a deployment role reads the code of the packaged application. */
interface CodeAccess {

  /** What the wildcard in the keys of its objects stands for. */
  String KEYS = "objects in the application bucket, whose keys are hashes";

  /** Lets a role read it, by a policy that other roles may hold too. */
  void allowReading(Grants grants, Role role, Role.Policy policy);

  /** As a role of the pipeline's account reads it, by the pipeline's template. */
  static CodeAccess of(Stage stage, TemplateDraft draft) {
    return stage
        .target()
        .region()
        .<CodeAccess>map(region -> new RegionStorage(draft.fixedNames(), region))
        .orElse(
            (grants, role, policy) -> {
              grants.allowPattern(
                  role,
                  policy,
                  Statement.allow(Arns.objects(LogicalIds.APPLICATION_BUCKET), "s3:GetObject")
                      .named("ReadApplication"),
                  KEYS);
              draft.encryption().allowReading(grants, role, policy);
            });
  }
}
