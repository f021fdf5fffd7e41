package io.github.chalicemaven.core.pipeline;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the build of a {@code v3} pipeline does besides packaging, and where it runs.
 *
 * @param timeoutMinutes 5 to 480
 * @param installCommands before Chalice is installed
 * @param testCommands before the application is packaged
 * @param testReports JUnit XML files, relative to the application's folder
 * @param mergeTemplate the file of {@code chalice package --merge-template}
 * @param packageArguments more arguments of {@code chalice package}
 */
public record BuildOptions(
    ComputeType computeType,
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

  /** As Chalice has it: in either case, and with a name before the ending. */
  private static final Pattern YAML = Pattern.compile("(?is).*[^/]\\.ya?ml");

  public BuildOptions {
    Guard.given("BuildOptions.computeType", computeType);
    Guard.within(
        "BuildOptions.timeoutMinutes",
        timeoutMinutes,
        AwsLimits.MIN_TIMEOUT_MINUTES,
        AwsLimits.MAX_BUILD_MINUTES);
    Guard.given("BuildOptions.cache", cache);
    Guard.given("BuildOptions.vpc", vpc);
    variables = Guard.list("BuildOptions.variables", variables);
    Guard.given("BuildOptions.pipIndex", pipIndex);
    installCommands = Guard.list("BuildOptions.installCommands", installCommands);
    testCommands = Guard.list("BuildOptions.testCommands", testCommands);
    testReports = Guard.list("BuildOptions.testReports", testReports);
    Guard.optionalText("BuildOptions.mergeTemplate", mergeTemplate);
    packageArguments = Guard.list("BuildOptions.packageArguments", packageArguments);
  }

  /** Whether Chalice writes YAML instead of JSON, which it does where it merges YAML. */
  public boolean mergesYaml() {
    return mergeTemplate.filter(file -> YAML.matcher(file).matches()).isPresent();
  }

  /** How large the machine is that the build runs on. */
  public enum ComputeType {
    SMALL("small"),
    MEDIUM("medium"),
    LARGE("large"),
    XLARGE("xlarge"),
    XXLARGE("2xlarge");

    private final String id;

    ComputeType(String id) {
      this.id = id;
    }

    /** CodeBuild's {@code ComputeType}, for example {@code BUILD_GENERAL1_SMALL}. */
    public String type() {
      return "BUILD_GENERAL1_" + id.toUpperCase(Locale.ROOT);
    }

    /** As users write it, for example {@code 2xlarge}. */
    @Override
    public String toString() {
      return id;
    }
  }

  /** Where pip's downloads are kept between builds. */
  public enum Cache {
    NONE,
    LOCAL,
    S3
  }

  /** The VPC that the build runs in; at least one subnet and one security group. */
  public record Vpc(String vpcId, List<String> subnetIds, List<String> securityGroupIds) {
    public Vpc {
      Guard.text("Vpc.vpcId", vpcId);
      subnetIds = Guard.filled("Vpc.subnetIds", subnetIds);
      securityGroupIds = Guard.filled("Vpc.securityGroupIds", securityGroupIds);
    }
  }

  /**
   * An environment variable.
   *
   * @param value the value itself, the parameter's name, or the secret's name, depending on the
   *     type
   */
  public record Variable(String name, Type type, String value) {

    public Variable {
      Guard.text("Variable.name", name);
      Guard.given("Variable.type", type);
      Guard.text("Variable.value", value);
    }

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
  public record PipIndex(String domain, Optional<String> domainOwner, String repository) {

    public PipIndex {
      Guard.text("PipIndex.domain", domain);
      Guard.optionalText("PipIndex.domainOwner", domainOwner);
      Guard.text("PipIndex.repository", repository);
    }
  }
}
