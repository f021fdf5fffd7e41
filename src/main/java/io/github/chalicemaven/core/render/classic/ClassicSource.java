package io.github.chalicemaven.core.render.classic;

import static io.github.chalicemaven.core.cloudformation.Functions.getAtt;
import static io.github.chalicemaven.core.cloudformation.Functions.ref;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Resource.resource;
import static io.github.chalicemaven.core.cloudformation.Value.mapping;

import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.render.Actions;
import io.github.chalicemaven.core.render.CommonOutputs;

/** What a source brings to a {@code v1} or {@code v2} template. */
sealed interface ClassicSource {

  static ClassicSource of(Source source) {
    if (source instanceof Source.CodeCommit codeCommit) {
      return new CodeCommitPart(codeCommit);
    }
    return new GitHubTokenPart((Source.GitHubToken) source);
  }

  /** Adds the parameters, resources and outputs that the source needs. */
  void addTo(Template.Builder template);

  /** The pipeline's source action. */
  Value action();

  /** A repository that the template creates. */
  record CodeCommitPart(Source.CodeCommit source) implements ClassicSource {

    @Override
    public void addTo(Template.Builder template) {
      template
          .resource(
              LogicalIds.SOURCE_REPOSITORY,
              resource("AWS::CodeCommit::Repository")
                  .with("RepositoryName", ref(LogicalIds.APPLICATION_NAME))
                  .with("RepositoryDescription", sub("Source code of ${ApplicationName}")))
          .output(CommonOutputs.SOURCE_URL, CommonOutputs.sourceUrl());
    }

    @Override
    public Value action() {
      return sourceAction(
          "AWS",
          "CodeCommit",
          mapping()
              .with("BranchName", source.branch())
              .with("RepositoryName", getAtt(LogicalIds.SOURCE_REPOSITORY, "Name")));
    }
  }

  /** A repository on GitHub, its name and a token given at deployment. */
  record GitHubTokenPart(Source.GitHubToken source) implements ClassicSource {

    @Override
    public void addTo(Template.Builder template) {
      template
          .parameter("GithubOwner", Parameter.required("The owner of the GitHub repository."))
          .parameter("GithubRepoName", Parameter.required("The name of the GitHub repository."));
      if (source.tokenStore() == Source.TokenStore.PARAMETER) {
        template.parameter(
            "GithubPersonalToken",
            Parameter.secret("A GitHub personal access token that can read the repository."));
      } else {
        template
            .parameter(
                LogicalIds.GITHUB_SECRET,
                Parameter.withDefault(
                    "GithubRepoAccess",
                    "The name or ID of the Secrets Manager secret that holds the GitHub token."))
            .parameter(
                LogicalIds.GITHUB_SECRET_KEY,
                Parameter.withDefault(
                    "OAuthToken", "The key in the secret's JSON whose value is the GitHub token."));
      }
    }

    @Override
    public Value action() {
      Value token =
          source.tokenStore() == Source.TokenStore.PARAMETER
              ? ref("GithubPersonalToken")
              : sub(
                  "{{resolve:secretsmanager:${"
                      + LogicalIds.GITHUB_SECRET
                      + "}:SecretString:${"
                      + LogicalIds.GITHUB_SECRET_KEY
                      + "}}}");
      return sourceAction(
          "ThirdParty",
          "GitHub",
          mapping()
              .with("Owner", ref("GithubOwner"))
              .with("Repo", ref("GithubRepoName"))
              .with("Branch", source.branch())
              .with("OAuthToken", token)
              .with("PollForSourceChanges", "true"));
    }
  }

  private static Value sourceAction(String owner, String provider, Value configuration) {
    return mapping()
        .with("Name", "Source")
        .with("ActionTypeId", Actions.type("Source", owner, provider))
        .with("Configuration", configuration)
        .with("OutputArtifacts", Actions.artifact(Actions.SOURCE_ARTIFACT))
        .with("RunOrder", 1);
  }
}
