package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The parameters that describe a pipeline. Each is said once, by a setter that hands it on to the
 * {@link PipelineSettings}; defaults and rules stand in the core.
 */
public abstract class PipelineParameters extends AbstractChaliceMojo {

  private static final Pattern HOME = Pattern.compile("(^|[/\\\\])~([/\\\\]|$)");

  private final PipelineSettings settings = new PipelineSettings();
  private final Problems invalidPaths = new Problems();

  /**
   * The user's settings.
   *
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException if the system does
   *     not support a path
   */
  final PipelineSettings settings() {
    invalidPaths.throwIfAny();
    return settings;
  }

  /**
   * The application's name, which most of the pipeline's resources are named after: letters, digits
   * and hyphens, starting with a letter, at most 92 characters.
   *
   * <p>Default: {@code app_name} in {@code .chalice/config.json}, else the project's artifactId.
   * Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <appName>orders</appName>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.appName")
  public void setAppName(String appName) {
    settings.appName = appName;
  }

  /**
   * The name of the pipeline's stack: letters, digits and hyphens, starting with a letter, at most
   * 128 characters, or 121 with stages in other accounts or regions.
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
  public void setStackName(String stackName) {
    settings.stackName = stackName;
  }

  /**
   * The folder of the Chalice application, which contains {@code app.py}, {@code requirements.txt}
   * and {@code .chalice}.
   *
   * <p>Default: the project's folder. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <appDirectory>src/main/chalice</appDirectory>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.appDirectory", defaultValue = "${basedir}")
  public void setAppDirectory(File appDirectory) {
    settings.appDirectory = path("appDirectory", appDirectory);
  }

  /**
   * The root of the source repository that the pipeline reads; the application may be in a folder
   * of it.
   *
   * <p>Default: the nearest folder upwards from the application that has a {@code .git}, else the
   * folder of the whole Maven build. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <repositoryDirectory>../..</repositoryDirectory>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.repositoryDirectory")
  public void setRepositoryDirectory(File repositoryDirectory) {
    settings.repositoryDirectory = path("repositoryDirectory", repositoryDirectory);
  }

  /**
   * The version of the pipeline: {@code v1} and {@code v2} are the pipelines of {@code chalice
   * generate-pipeline}, {@code v3} is this plugin's own, with stages, approvals, tests and least
   * privilege.
   *
   * <p>Default: {@code v1} where the Python version has an image of its own in CodeBuild (2.7, 3.6,
   * 3.7) or {@code codebuildImage} is given, else {@code v2}. Versions: {@code v1}, {@code v2},
   * {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <pipelineVersion>v3</pipelineVersion>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pipelineVersion")
  public void setPipelineVersion(String pipelineVersion) {
    settings.pipelineVersion = pipelineVersion;
  }

  /**
   * The Python version that packages and runs the application, with or without {@code python} in
   * front: 2.7, 3.6 to 3.14 in {@code v1}; 3.7 to 3.14 in {@code v2}; 3.9 to 3.14 in {@code v3}.
   *
   * <p>Default: the first version in {@code .python-version} in the application's folder, else
   * {@code 3.13}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <pythonVersion>3.12</pythonVersion>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pythonVersion")
  public void setPythonVersion(String pythonVersion) {
    settings.pythonVersion = pythonVersion;
  }

  /**
   * Where the pipeline takes the application from: {@code codecommit}, a repository that the
   * template creates, or {@code github}; in {@code v3} also {@code github-enterprise}, {@code
   * gitlab}, {@code gitlab-self-managed}, {@code bitbucket}, {@code azure-devops} and {@code s3}. A
   * GitHub repository is named when the template is deployed in {@code v1} and {@code v2}, and here
   * in {@code v3}.
   *
   * <p>Elements in {@code v3}: {@code provider}, {@code repository}, {@code branch}, {@code
   * connectionArn}, {@code hostArn}, {@code includePaths}, {@code excludePaths}, {@code
   * includeTags}, {@code excludeTags}, {@code bucket}, {@code key}. Short forms are the provider
   * alone, and {@code provider:repository}.
   *
   * <p>Default: {@code codecommit}; in {@code v3} the source that the POM's {@code scm} element
   * names, else {@code codecommit}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <source>github</source>}</pre>
   *
   * <p>Example for {@code v3}:
   *
   * <pre>{@code
   * <source>
   *   <provider>gitlab</provider>
   *   <repository>acme/shop/orders</repository>
   *   <includePaths>
   *     <path>orders/**</path>
   *   </includePaths>
   * </source>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.source")
  public void setSource(SourceSettings source) {
    settings.source = source;
  }

  /**
   * The branch that is deployed; not for the source {@code s3}.
   *
   * <p>Default: {@code master} in {@code v1} and {@code v2}, as in Chalice; {@code main} in {@code
   * v3}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <branch>main</branch>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.branch")
  public void setBranch(String branch) {
    settings.branch = branch;
  }

  /**
   * The CodeBuild image that packages the application: one of CodeBuild's own, or another Docker
   * image that CodeBuild can pull.
   *
   * <p>Default: one that has the Python version: in {@code v1} the version's own, in {@code v2} one
   * of Amazon Linux 2, in {@code v3} one of Amazon Linux 2023. Versions: {@code v1}, {@code v2},
   * {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <codebuildImage>aws/codebuild/standard:7.0</codebuildImage>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.codebuildImage")
  public void setCodebuildImage(String codebuildImage) {
    settings.codebuildImage = codebuildImage;
  }

  /**
   * The Chalice version that packages the application, a pip version specifier: clauses of an
   * operator and a version, with commas between.
   *
   * <p>Default: the newest minor release that runs on the Python version, for example {@code
   * >=1.33.0,<1.34.0}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example, with the less-than sign as XML requires it:
   *
   * <pre>
   * &lt;chaliceVersionRange&gt;&gt;=1.31.0,&amp;lt;1.32.0&lt;/chaliceVersionRange&gt;
   * </pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.chaliceVersionRange")
  public void setChaliceVersionRange(String chaliceVersionRange) {
    settings.chaliceVersionRange = chaliceVersionRange;
  }

  /**
   * A file in the repository for CodeBuild's build specification, which the template then points
   * to.
   *
   * <p>Default: none; the template embeds the specification, and a copy is written to {@code
   * target/buildspec.yml}, or beside an {@code outputFile} in a folder below {@code target}, {@code
   * target/classes} excepted. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <buildspecFile>buildspec.yml</buildspecFile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.buildspecFile")
  public void setBuildspecFile(File buildspecFile) {
    settings.buildspecFile = path("buildspecFile", buildspecFile);
  }

  /**
   * The file for the template; YAML where its name ends in {@code .yaml} or {@code .yml}, else
   * JSON.
   *
   * <p>Default: {@code target/pipeline.json}. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <outputFile>pipeline.yaml</outputFile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.outputFile")
  public void setOutputFile(File outputFile) {
    settings.outputFile = path("outputFile", outputFile);
  }

  /**
   * The template that is committed, for teams that commit it: {@code check-pipeline} compares it,
   * {@code generate-pipeline} with {@code -Dchalice.update} writes it.
   *
   * <p>If it is another file than {@code outputFile}, {@code buildspecFile} is a committed file
   * too: a build without {@code -Dchalice.update} does not change it, but writes a copy below
   * {@code target}. So a build never changes what it checks.
   *
   * <p>Default: {@code outputFile} where that is set, else {@code pipeline.json} in the project's
   * folder. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <pipelineFile>pipeline.json</pipelineFile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pipelineFile")
  public void setPipelineFile(File pipelineFile) {
    settings.pipelineFile = path("pipelineFile", pipelineFile);
  }

  /**
   * How the application is tested and packaged.
   *
   * <p>Elements: {@code computeType}, {@code timeoutMinutes}, {@code privilegedMode}, {@code
   * cache}, {@code vpc}, {@code environmentVariables}, {@code installCommands}, {@code
   * testCommands}, {@code testReports}, {@code pipIndex}, {@code mergeTemplate}, {@code
   * packageArguments}.
   *
   * <p>Default: no tests, no reports; a small machine for 60 minutes at most. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <build>
   *   <testCommands>
   *     <command>pytest --junitxml=reports/unit.xml</command>
   *   </testCommands>
   *   <testReports>
   *     <file>reports/unit.xml</file>
   *   </testReports>
   * </build>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter
  public void setBuild(BuildSettings build) {
    settings.build = build;
  }

  /**
   * The stages that the application is deployed to, in this order.
   *
   * <p>Elements of a stage: {@code name}, {@code chaliceStage}, {@code stackName}, {@code
   * parameterOverrides}, {@code capabilities}, {@code approval}, {@code testCommands}, {@code
   * testEnvironment}, {@code onFailure}, {@code alarm}, {@code deployment}, {@code window}, {@code
   * healthyAlarm}, {@code tags}, {@code account}, {@code region}, {@code permissionsBoundary},
   * {@code rolePath}.
   *
   * <p>Default: one stage, {@code beta}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <stages>
   *   <stage>
   *     <name>beta</name>
   *   </stage>
   *   <stage>
   *     <name>prod</name>
   *     <approval/>
   *     <window>
   *       <cron>* * 9-16 ? * MON-THU</cron>
   *       <timeZone>Europe/Berlin</timeZone>
   *     </window>
   *     <healthyAlarm>
   *       <name>orders-errors</name>
   *     </healthyAlarm>
   *   </stage>
   * </stages>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter
  public void setStages(List<StageSettings> stages) {
    settings.stages = stages;
  }

  /**
   * What CloudFormation may do when it deploys the application.
   *
   * <p>Elements: {@code managedPolicyArns}, {@code apiGatewayRoleArns} (roles that the
   * application's code names for API Gateway), {@code roleArn}, {@code admin}.
   *
   * <p>Default: what a Chalice application needs, on names that start with the stage's stack.
   * Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <deployment>
   *   <managedPolicyArns>
   *     <policyArn>arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess</policyArn>
   *   </managedPolicyArns>
   * </deployment>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter
  public void setDeployment(DeploymentSettings deployment) {
    settings.deployment = deployment;
  }

  /**
   * Existing roles for the pipeline, for the build and for the stages' tests, instead of the
   * template's. The template does not change them: for each it creates a managed policy with what
   * the role needs, attached to nothing, and an output with the policy's ARN.
   *
   * <p>Elements: {@code pipeline}, {@code build}, {@code tests}, an ARN each.
   *
   * <p>Default: the template creates them. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <roles>
   *   <pipeline>arn:aws:iam::123456789012:role/pipeline</pipeline>
   * </roles>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter
  public void setRoles(RolesSettings roles) {
    settings.roles = roles;
  }

  /**
   * Notifications of the events of the pipeline.
   *
   * <p>Elements: {@code email} or {@code topicArn}, and {@code events}. Events are {@code failed},
   * {@code approval-needed} and {@code succeeded}; the first two by default.
   *
   * <p>Default: none. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <notifications>
   *   <email>team@example.com</email>
   * </notifications>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter
  public void setNotifications(NotificationSettings notifications) {
    settings.notifications = notifications;
  }

  /**
   * The account of the pipeline, 12 digits; credentials of another account are refused. Required if
   * a stage has an {@code account} or a {@code region}: the templates of other accounts and regions
   * name it.
   *
   * <p>Default: any. Versions: {@code v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <account>111122223333</account>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.account")
  public void setAccount(String account) {
    settings.account = account;
  }

  /**
   * The region that the pipeline is deployed to. Required if a stage has an {@code account} or a
   * {@code region}.
   *
   * <p>Default: where the AWS CLI finds it: {@code AWS_REGION}, then the profile. Versions: {@code
   * v1}, {@code v2}, {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <region>eu-central-1</region>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.region")
  public void setRegion(String region) {
    settings.region = region;
  }

  /**
   * The ID of the AWS organization of all accounts. Roles, buckets and keys then accept principals
   * of other accounts only from this organization.
   *
   * <p>Default: none. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <organizationId>o-a1b2c3d4e5</organizationId>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.organizationId")
  public void setOrganizationId(String organizationId) {
    settings.organizationId = organizationId;
  }

  /**
   * Tags of every resource that takes tags, and of the application's stacks, an element each, at
   * most 40. A key that is not a valid element name is written as {@code <tag><key>cost
   * center</key><value>42</value></tag>}.
   *
   * <p>Default: none. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <tags>
   *   <team>shop</team>
   * </tags>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter
  public void setTags(Map<String, String> tags) {
    settings.tags = tags;
  }

  /**
   * The ARN of a managed policy that is the permissions boundary of every role, those of the
   * application included.
   *
   * <p>Default: none. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code
   * <permissionsBoundary>arn:aws:iam::123456789012:policy/boundary</permissionsBoundary>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.permissionsBoundary")
  public void setPermissionsBoundary(String permissionsBoundary) {
    settings.permissionsBoundary = permissionsBoundary;
  }

  /**
   * The path of every role and managed policy, which begins and ends with a slash.
   *
   * <p>Default: {@code /}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <rolePath>/pipelines/</rolePath>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.rolePath")
  public void setRolePath(String rolePath) {
    settings.rolePath = rolePath;
  }

  /**
   * The keys that encrypt what the pipeline stores: {@code kms} (one rotated key that the template
   * creates), {@code s3} (keys that AWS manages), or the ARN of an existing KMS key in the
   * pipeline's region.
   *
   * <p>Default: {@code kms}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <encryption>s3</encryption>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.encryption")
  public void setEncryption(String encryption) {
    settings.encryption = encryption;
  }

  /**
   * What happens to an execution that starts while another is running: {@code superseded} or {@code
   * queued}; {@code parallel} executions would share a stage's stack.
   *
   * <p>Default: {@code superseded}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <executionMode>queued</executionMode>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.executionMode")
  public void setExecutionMode(String executionMode) {
    settings.executionMode = executionMode;
  }

  /**
   * Days for which logs are kept, one of the numbers that CloudWatch Logs accepts: 1, 3, 5, 7, 14,
   * 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653.
   *
   * <p>Default: {@code 365}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <logRetentionDays>90</logRetentionDays>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.logRetentionDays")
  public void setLogRetentionDays(String logRetentionDays) {
    settings.logRetentionDays = logRetentionDays;
  }

  /**
   * Days after which old artifacts of the pipeline are deleted, 1 to 3650.
   *
   * <p>Default: {@code 90}. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <artifactRetentionDays>30</artifactRetentionDays>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.artifactRetentionDays")
  public void setArtifactRetentionDays(String artifactRetentionDays) {
    settings.artifactRetentionDays = artifactRetentionDays;
  }

  /**
   * A template fragment, JSON or YAML (short forms too), that is merged into the pipeline's
   * template: it adds resources, parameters and outputs, sets properties, and adds to lists.
   *
   * <p>Default: none. Versions: {@code v3}.
   *
   * <p>Example:
   *
   * <pre>{@code <mergeTemplate>pipeline-extras.yaml</mergeTemplate>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.mergeTemplate")
  public void setMergeTemplate(File mergeTemplate) {
    settings.mergeTemplate = path("mergeTemplate", mergeTemplate);
  }

  private Path path(String parameter, File file) {
    try {
      Path path = file == null ? null : file.toPath();
      if (path != null && HOME.matcher(file.getPath()).find()) {
        invalidPaths.add(
            Setting.of(parameter, file),
            "only a shell replaces `~` with a home folder, and only at the beginning of a word."
                + " Specify the whole path.");
      }
      return path;
    } catch (InvalidPathException e) {
      invalidPaths.add(
          Setting.of(parameter, file),
          "this path is not valid on this system, whose locale may not support its characters. Use"
              + " another path, or a UTF-8 locale such as LC_ALL=C.UTF-8.");
      return null;
    }
  }
}
