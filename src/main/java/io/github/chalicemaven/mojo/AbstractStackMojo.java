package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.files.OutputFiles;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.AwsServices;
import io.github.chalicemaven.deploy.AwsSettings;
import io.github.chalicemaven.deploy.Caller;
import io.github.chalicemaven.deploy.DeploymentException;
import io.github.chalicemaven.deploy.DeploymentOptions;
import io.github.chalicemaven.deploy.Dialog;
import io.github.chalicemaven.deploy.sdk.SdkLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/** What the goals that work with AWS share: the stack's name, and the way to AWS. */
public abstract class AbstractStackMojo extends AbstractPipelineMojo {

  /**
   * The name of the pipeline's stack: letters, digits and hyphens, beginning with a letter, at most
   * 128 characters.
   *
   * <p>Default: {@code <appName>-pipeline}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <stackName>orders-pipeline</stackName>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.stackName")
  private String stackName;

  /**
   * The AWS region of the stack.
   *
   * <p>Default: where the AWS CLI finds it: {@code AWS_REGION}, then the profile. Versions: {@code
   * v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <region>eu-west-1</region>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.region")
  private String region;

  /**
   * A profile of {@code ~/.aws/config}, for example one that signs in with {@code aws sso login}.
   * Environment variables do not count then.
   *
   * <p>Default: the places where the AWS CLI looks, in its order. Versions: {@code v1}, {@code v2},
   * {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <profile>shop</profile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.profile")
  private String profile;

  /**
   * The account that the stack belongs to, 12 digits; credentials of another one are refused.
   *
   * <p>Default: any. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <account>123456789012</account>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.account")
  private String account;

  /**
   * A server of {@code settings.xml} whose {@code username} is the ID of an access key, its {@code
   * password} the secret, and its {@code passphrase}, where there is one, the session token. Maven
   * decrypts them.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <serverId>aws-shop</serverId>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.serverId")
  private String serverId;

  /**
   * A role that is assumed with the credentials.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <roleArn>arn:aws:iam::123456789012:role/deploy</roleArn>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.roleArn")
  private String roleArn;

  /**
   * The external ID that {@code roleArn} asks for.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <roleExternalId>shop</roleExternalId>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.roleExternalId")
  private String roleExternalId;

  /**
   * The name of the role's session, as CloudTrail shows it.
   *
   * <p>Default: {@code chalice-maven-plugin}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <roleSessionName>release</roleSessionName>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.roleSessionName", defaultValue = "chalice-maven-plugin")
  private String roleSessionName;

  /**
   * The ARN of the MFA device whose code {@code roleArn} asks for; the goal asks for it on the
   * terminal.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <mfaSerial>arn:aws:iam::123456789012:mfa/dev</mfaSerial>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.mfaSerial")
  private String mfaSerial;

  /**
   * The address of all AWS services, for a local emulator.
   *
   * <p>Default: AWS's own. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <endpoint>http://localhost:5000</endpoint>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.endpoint")
  private String endpoint;

  /**
   * How long the goal waits for CloudFormation in all, in minutes. CloudFormation goes on after
   * that.
   *
   * <p>Default: {@code 60}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <timeoutMinutes>30</timeoutMinutes>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.timeoutMinutes", defaultValue = "60")
  private Integer timeoutMinutes;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession repositorySession;

  @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true, required = true)
  private List<RemoteRepository> pluginRepositories;

  @Inject private RepositorySystem repositorySystem;

  @Inject private SettingsDecrypter decrypter;

  /** What a goal does with AWS. */
  @FunctionalInterface
  interface Work {

    void with(AwsServices aws, Caller caller, Dialog dialog) throws IOException;
  }

  /**
   * Opens AWS for the work. Where it ends early, by Ctrl-C, AWS goes on with what has begun.
   *
   * @param stack the stack that the work is about
   */
  final void open(String stack, Work work) throws IOException, MojoFailureException {
    MavenDialog dialog = new MavenDialog(getLog(), session);
    Problems problems = new Problems();
    AwsSettings settings = awsSettings(problems);
    problems.throwIfAny();
    Thread farewell = new Thread(() -> dialog.farewell(stack));
    Runtime.getRuntime().addShutdownHook(farewell);
    try (SdkLoader sdk = new SdkLoader(sdk().resolve());
        AwsServices aws = sdk.open(settings, dialog)) {
      Caller caller = aws.stacks().caller();
      caller.demandAccount(account);
      work.with(aws, caller, dialog);
    } catch (DeploymentException e) {
      getLog().debug(e);
      throw new MojoFailureException(e.getMessage());
    } finally {
      forget(farewell);
    }
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // Maven is being shut down, and the hook runs.
      return;
    }
  }

  private SdkResolver sdk() {
    return new SdkResolver(repositorySystem, repositorySession, pluginRepositories);
  }

  private AwsSettings awsSettings(Problems problems) {
    MavenSettings maven = mavenSettings();
    URI address = endpoint == null ? null : address(problems);
    return new AwsSettings(
        region,
        profile,
        serverId == null ? null : maven.accessKey(serverId, problems),
        roleArn == null
            ? null
            : new AwsSettings.Role(roleArn, roleExternalId, roleSessionName, mfaSerial),
        maven.proxy(address == null ? "https" : address.getScheme(), problems),
        address);
  }

  private URI address(Problems problems) {
    if (endpoint.matches("https?://[^/?#\\s]+/?")) {
      return URI.create(endpoint);
    }
    problems.add(
        Setting.of("endpoint", endpoint), "it is not an address such as http://localhost:5000.");
    return null;
  }

  /**
   * The stack's name.
   *
   * @param appName names it where nothing else does
   * @param problems receives what is wrong with it
   */
  final String stackName(String appName, Problems problems) {
    if (stackName == null) {
      return appName + "-pipeline";
    }
    if (!stackName.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
      problems.add(
          Setting.of("stackName", stackName),
          "use letters, digits and hyphens, beginning with a letter, at most 128 characters.");
    }
    return stackName;
  }

  final MavenSettings mavenSettings() {
    return new MavenSettings(session.getSettings(), decrypter);
  }

  /**
   * How the goal works on the stack.
   *
   * @param allowDataLoss logical IDs, separated by commas; may be null
   */
  final DeploymentOptions options(
      boolean yes, boolean dryRun, boolean terminationProtection, String allowDataLoss) {
    return new DeploymentOptions(
        yes,
        dryRun,
        terminationProtection,
        allowDataLoss == null ? Set.of() : Set.of(allowDataLoss.strip().split("\\s*,\\s*")),
        Duration.ofMinutes(timeoutMinutes),
        ZoneId.systemDefault());
  }

  /** Writes a file below the folder that a build writes to. */
  final void write(String name, String text) throws IOException {
    Path file = MavenProjectFacts.of(session, project).buildDirectory().resolve(name);
    OutputFiles.write(List.of(new OutputFile(Destination.of(file), text)));
    getLog().info("Wrote " + shown(file));
  }
}
