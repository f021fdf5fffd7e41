package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.settings.AccountSettings;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The parameters that the goals that work with AWS share.
 *
 * <p>Maven looks at the fields and methods of each goal's class in each build that uses any goal of
 * the plugin. So what these goals do stands in other classes, which the other goals never load.
 */
public abstract class AbstractStackMojo extends AbstractPipelineMojo {

  /**
   * The only part of the pipeline to work on: {@code pipeline}, {@code target-ACCOUNT} or {@code
   * region-REGION}, for the stack in another account or another region that stages are deployed to.
   *
   * <p>Default: all parts, in order; {@code describe-pipeline}: {@code pipeline}. Versions: {@code
   * v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <part>target-444455556666</part>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.part")
  String part;

  /**
   * Credentials for the accounts that stages are deployed to. The pipeline's own account may be
   * among them.
   *
   * <p>Elements of an account: {@code id}, {@code profile} or {@code roleArn}, a role that the
   * goal's own credentials may assume.
   *
   * <p>Default: none. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <accounts>
   *   <account>
   *     <id>444455556666</id>
   *     <profile>production</profile>
   *   </account>
   *   <account>
   *     <id>777788889999</id>
   *     <roleArn>arn:aws:iam::777788889999:role/deploy</roleArn>
   *   </account>
   * </accounts>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter List<AccountSettings> accounts;

  /**
   * A profile of {@code ~/.aws/config}, for example one that signs in with {@code aws sso login}.
   * Environment variables are then ignored.
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
  String profile;

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
  String serverId;

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
  String roleArn;

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
  String roleExternalId;

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
  String roleSessionName;

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
  String mfaSerial;

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
  String endpoint;

  /**
   * The total time that the goal waits for CloudFormation, in minutes; CloudFormation continues
   * after that.
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
  Integer timeoutMinutes;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  RepositorySystemSession repositorySession;

  @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true, required = true)
  List<RemoteRepository> pluginRepositories;

  @Inject RepositorySystem repositorySystem;

  @Inject SettingsDecrypter decrypter;
}
