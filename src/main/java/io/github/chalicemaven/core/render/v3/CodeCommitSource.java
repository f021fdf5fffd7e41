package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.render.CommonOutputs;
import java.util.Optional;

/**
 * A CodeCommit repository: the template's own, retained when the stack goes, or an existing one.
 */
final class CodeCommitSource extends SourcePart {

  private final Optional<String> existing;
  private final String branch;

  /**
   * A repository.
   *
   * @param existing its name; empty for the template's own
   */
  CodeCommitSource(Optional<String> existing, String branch) {
    this.existing = existing;
    this.branch = branch;
  }

  @Override
  void contributeSource(TemplateDraft draft) {
    Grants grants = draft.grants();
    if (existing.isEmpty()) {
      draft.resource(
          LogicalIds.SOURCE_REPOSITORY,
          resource("AWS::CodeCommit::Repository")
              .with("RepositoryName", draft.pipeline().appName())
              .with("RepositoryDescription", "Source code of " + draft.pipeline().appName())
              .retainedExceptOnCreate());
      draft.output(CommonOutputs.SOURCE_URL, CommonOutputs.sourceUrl());
    }
    startOn(
        draft,
        "Starts the pipeline when the branch changes.",
        mapping()
            .with("source", texts("aws.codecommit"))
            .with("detail-type", texts("CodeCommit Repository State Change"))
            .with("resources", sequence(arn()))
            .with(
                "detail",
                mapping()
                    .with("event", texts("referenceCreated", "referenceUpdated"))
                    .with("referenceType", texts("branch"))
                    .with("referenceName", texts(branch))));
    grants.allow(
        Role.PIPELINE,
        Statement.allow(
                arn(),
                "codecommit:CancelUploadArchive",
                "codecommit:GetBranch",
                "codecommit:GetCommit",
                "codecommit:GetUploadArchiveStatus",
                "codecommit:UploadArchive")
            .named("ReadSource"));
  }

  @Override
  String provider() {
    return "CodeCommit";
  }

  @Override
  Value configuration() {
    return mapping()
        .with(
            "RepositoryName",
            existing.<Value>map(Value::text).orElse(getAtt(LogicalIds.SOURCE_REPOSITORY, "Name")))
        .with("BranchName", branch)
        .with("PollForSourceChanges", "false");
  }

  private Value arn() {
    return existing
        .map(repository -> Arns.of("codecommit", repository))
        .orElse(getAtt(LogicalIds.SOURCE_REPOSITORY, "Arn"));
  }
}
