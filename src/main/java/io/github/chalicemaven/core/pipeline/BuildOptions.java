package io.github.chalicemaven.core.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What the build of a {@code v3} pipeline does besides packaging, and where it runs.
 *
 * @param computeType for example {@code BUILD_GENERAL1_SMALL}
 * @param timeoutMinutes 5 to 2160
 * @param installCommands before Chalice is installed
 * @param testCommands before the application is packaged
 * @param testReports JUnit XML files, relative to the application's folder
 * @param mergeTemplate the file of {@code chalice package --merge-template}
 * @param packageArguments more arguments of {@code chalice package}
 */
public record BuildOptions(
    String computeType,
    int timeoutMinutes,
    boolean privilegedMode,
    Cache cache,
    Optional<Vpc> vpc,
    List<Variable> variables,
    Optional<PipIndex> pipIndex,
    List<String> installCommands,
    List<String> testCommands,
    List<String> testReports,
    Optional<String> mergeTemplate,
    List<String> packageArguments) {

  public BuildOptions {
    variables = List.copyOf(variables);
    installCommands = List.copyOf(installCommands);
    testCommands = List.copyOf(testCommands);
    testReports = List.copyOf(testReports);
    packageArguments = List.copyOf(packageArguments);
  }

  /** Where pip's downloads are kept between builds. */
  public enum Cache {
    NONE,
    LOCAL,
    S3
  }

  /** The VPC that the build runs in. */
  public record Vpc(String vpcId, List<String> subnetIds, List<String> securityGroupIds) {
    public Vpc {
      subnetIds = List.copyOf(subnetIds);
      securityGroupIds = List.copyOf(securityGroupIds);
    }
  }

  /**
   * An environment variable.
   *
   * @param value the value itself, the parameter's name, or the secret's name, as the type says
   */
  public record Variable(String name, Type type, String value) {

    /** CodeBuild's type of an environment variable. */
    public enum Type {
      PLAINTEXT,
      PARAMETER_STORE,
      SECRETS_MANAGER
    }
  }

  /**
   * A CodeArtifact repository.
   *
   * @param domainOwner the account; empty for the pipeline's own
   */
  public record PipIndex(String domain, Optional<String> domainOwner, String repository) {}
}
