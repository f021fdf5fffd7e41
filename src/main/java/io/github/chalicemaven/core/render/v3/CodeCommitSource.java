package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;
import static io.github.chalicemaven.core.cloudformation.Value.text;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import io.github.chalicemaven.core.cloudformation.Output;
import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import io.github.chalicemaven.core.cloudformation.Value;

/**
 * A CodeCommit repository: the template's own, retained when the stack goes, or an existing one.
 */
final class CodeCommitSource extends SourcePart {

  private static final String REPOSITORY = "SourceRepository";

  private final String existing;
  private final String branch;

  /** The template's own repository. */
  CodeCommitSource(String branch) {
    this(null, branch);
  }

  /** An existing repository. */
  CodeCommitSource(String repository, String branch) {
    this.existing = repository;
    this.branch = branch;
  }

  @Override
  void contributeSource(Assembly assembly) {
    if (existing == null) {
      assembly.resource(
          REPOSITORY,
          resource("AWS::CodeCommit::Repository")
              .with("RepositoryName", ref("ApplicationName"))
              .with("RepositoryDescription", sub("Source code of ${ApplicationName}"))
              .retained());
      assembly
          .template()
          .output(
              "SourceRepoURL",
              new Output(
                  "Push the application to this Git remote to deploy it.",
                  getAtt(REPOSITORY, "CloneUrlHttp")));
    }
    startOn(
        assembly,
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
    assembly.allow(
        Role.PIPELINE,
        Statement.allow(
                arn(),
                "codecommit:CancelUploadArchive",
                "codecommit:GetBranch",
                "codecommit:GetCommit",
                "codecommit:GetRepository",
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
        .with("RepositoryName", existing == null ? getAtt(REPOSITORY, "Name") : text(existing))
        .with("BranchName", branch)
        .with("PollForSourceChanges", "false");
  }

  private Value arn() {
    return existing == null
        ? getAtt(REPOSITORY, "Arn")
        : Assembly.accountArn("codecommit", existing);
  }
}
