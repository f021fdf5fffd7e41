package io.github.chalicemaven.core.pipeline;

/** Where a pipeline takes the application from. */
public sealed interface Source {

  /** The branch that is deployed. */
  String branch();

  /** A CodeCommit repository that the template creates, named like the application. */
  record CodeCommit(String branch) implements Source {}

  /** A GitHub repository, read with a personal access token; Chalice's own way. */
  record GitHubToken(String branch, TokenStore tokenStore) implements Source {}

  /** Where the template takes GitHub's token from. */
  enum TokenStore {
    /** A masked parameter of the template. */
    PARAMETER,
    /** A secret in Secrets Manager, by a dynamic reference. */
    SECRETS_MANAGER
  }
}
