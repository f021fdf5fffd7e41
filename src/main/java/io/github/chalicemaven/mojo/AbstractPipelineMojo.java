package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Scm;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The parameters that describe a pipeline, and what every goal does with them. */
abstract class AbstractPipelineMojo extends AbstractMojo {

  /**
   * The application's name, which most of the pipeline's resources are named after. Letters, digits
   * and hyphens, beginning with a letter, at most 92 characters. Default: {@code app_name} in
   * {@code .chalice/config.json}, else the project's artifactId.
   *
   * <pre>{@code <appName>orders</appName>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.appName")
  private String appName;

  /**
   * The folder of the Chalice application: where {@code app.py}, {@code requirements.txt} and
   * {@code .chalice} lie.
   *
   * <pre>{@code <appDirectory>src/main/chalice</appDirectory>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.appDirectory", defaultValue = "${basedir}")
  private File appDirectory;

  /**
   * The root of the source repository that the pipeline reads; the application may lie in a folder
   * of it. Default: the nearest folder upwards from the application that has a {@code .git}, else
   * the folder of the whole Maven build.
   *
   * <pre>{@code <repositoryDirectory>${maven.multiModuleProjectDirectory}</repositoryDirectory>}
   * </pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.repositoryDirectory")
  private File repositoryDirectory;

  /**
   * The version of the pipeline's template: {@code v1} or {@code v2}, the same as Chalice's.
   * Default: {@code v1} where the Python version has an image of its own in CodeBuild (2.7, 3.6,
   * 3.7) or {@code codebuildImage} is given, else {@code v2}.
   *
   * <pre>{@code <pipelineVersion>v2</pipelineVersion>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pipelineVersion")
  private String pipelineVersion;

  /**
   * The Python that packages and runs the application: {@code 3.13} or {@code python3.13}; 2.7, 3.6
   * to 3.14, and for {@code v2} 3.7 or later. Default: the first version in {@code .python-version}
   * in the application's folder, else {@code 3.13}.
   *
   * <pre>{@code <pythonVersion>3.12</pythonVersion>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pythonVersion")
  private String pythonVersion;

  /**
   * Where the pipeline takes the application from: {@code codecommit}, a repository that the
   * template creates, or {@code github}, a repository that is named when the template is deployed.
   * Default: {@code codecommit}.
   *
   * <pre>{@code <source>github</source>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.source")
  private SourceSettings source;

  /**
   * The branch that is deployed. Default: {@code master}, as Chalice's.
   *
   * <pre>{@code <branch>main</branch>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.branch")
  private String branch;

  /**
   * The CodeBuild image that packages the application. Default: one that has the Python version.
   *
   * <pre>{@code <codebuildImage>aws/codebuild/standard:7.0</codebuildImage>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.codebuildImage")
  private String codebuildImage;

  /**
   * The Chalice that packages the application, a pip version specifier. Default: the newest minor
   * release that runs on the Python version, for example {@code >=1.33.0,<1.34.0}.
   *
   * <pre>{@code <chaliceVersionRange>>=1.31.0,&lt;1.32.0</chaliceVersionRange>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.chaliceVersionRange")
  private String chaliceVersionRange;

  /**
   * A file in the repository for CodeBuild's build specification, which the template then points
   * to. Default: none; the template embeds the specification, and a copy goes to {@code
   * target/buildspec.yml}, or beside an {@code outputFile} in a folder below {@code target}, {@code
   * target/classes} excepted.
   *
   * <pre>{@code <buildspecFile>buildspec.yml</buildspecFile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.buildspecFile")
  private File buildspecFile;

  /**
   * The file for the template; YAML where its name ends in {@code .yaml} or {@code .yml}, else
   * JSON.
   *
   * <pre>{@code <outputFile>pipeline.yaml</outputFile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.outputFile")
  private File outputFile;

  /**
   * How the application is tested and packaged. Elements: {@code computeType}, {@code
   * timeoutMinutes}, {@code privilegedMode}, {@code cache}, {@code vpc}, {@code
   * environmentVariables}, {@code pipIndex}, {@code installCommands}, {@code testCommands}, {@code
   * testReports}, {@code mergeTemplate}, {@code packageArguments}.
   *
   * <pre>{@code
   * <build>
   *   <testCommands>
   *     <command>pytest --junitxml=reports/unit.xml</command>
   *   </testCommands>
   * </build>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private BuildSettings build;

  /**
   * The stages that the application is deployed to, in this order. Elements of a stage: {@code
   * name}, {@code chaliceStage}, {@code stackName}, {@code parameterOverrides}, {@code
   * capabilities}, {@code approval}, {@code testCommands}, {@code onFailure}, {@code alarm}. Only
   * in {@code v3}. Default: one stage, {@code beta}.
   *
   * <pre>{@code
   * <stages>
   *   <stage>
   *     <name>beta</name>
   *   </stage>
   *   <stage>
   *     <name>prod</name>
   *     <approval/>
   *   </stage>
   * </stages>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private List<StageSettings> stages;

  /**
   * What CloudFormation may do when it deploys the application. Elements: {@code
   * managedPolicyArns}, {@code roleArn}, {@code admin}. Only in {@code v3}. Default: what a Chalice
   * application needs, on names that begin with the stage's stack.
   *
   * <pre>{@code
   * <deployment>
   *   <managedPolicyArns>
   *     <arn>arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess</arn>
   *   </managedPolicyArns>
   * </deployment>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private DeploymentSettings deployment;

  /**
   * Who is told of what happens in the pipeline. Elements: {@code email} or {@code topicArn},
   * {@code events} ({@code failed}, {@code approval-needed}, {@code succeeded}; the first two by
   * default). Only in {@code v3}. Default: nobody.
   *
   * <pre>{@code
   * <notifications>
   *   <email>team@example.com</email>
   * </notifications>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private NotificationSettings notifications;

  /**
   * Tags of every resource that takes tags. Only in {@code v3}. Default: none.
   *
   * <pre>{@code
   * <tags>
   *   <team>shop</team>
   * </tags>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> tags;

  /**
   * The ARN of a managed policy that is the permissions boundary of every role. Only in {@code v3}.
   * Default: none.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.permissionsBoundary")
  private String permissionsBoundary;

  /**
   * The path of every role and managed policy, for example {@code /pipelines/}. Only in {@code v3}.
   * Default: {@code /}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.rolePath")
  private String rolePath;

  /**
   * {@code kms}, one rotated key of the template for all that the pipeline stores, or {@code s3},
   * the keys that AWS manages. Only in {@code v3}. Default: {@code kms}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.encryption")
  private String encryption;

  /**
   * What becomes of an execution that begins while another one runs: {@code superseded}, {@code
   * queued} or {@code parallel}. Only in {@code v3}. Default: {@code superseded}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.executionMode")
  private String executionMode;

  /**
   * Days for which logs are kept, one of the numbers that CloudWatch Logs takes. Only in {@code
   * v3}. Default: 365.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.logRetentionDays")
  private String logRetentionDays;

  /**
   * Days after which old artifacts of the pipeline are deleted, 1 to 3650. Only in {@code v3}.
   * Default: 90.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.artifactRetentionDays")
  private String artifactRetentionDays;

  /**
   * A fragment of a template that is merged over the pipeline's, JSON or YAML, short forms of the
   * functions too: it adds resources, parameters and outputs, sets properties, and adds to lists.
   * Only in {@code v3}. Default: none.
   *
   * <pre>{@code <mergeTemplate>pipeline-extras.yaml</mergeTemplate>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.mergeTemplate")
  private File mergeTemplate;

  /**
   * The template that is committed, for teams that commit it: {@code check-pipeline} compares it,
   * {@code generate-pipeline} with {@code -Dchalice.update} writes it. Default: {@code outputFile}
   * where that is set, else {@code pipeline.json} in the project's directory.
   *
   * <p>Where it is set and another file than {@code outputFile}, {@code buildspecFile} counts as
   * committed too: a build without {@code -Dchalice.update} leaves it alone and writes a copy below
   * {@code target}. So a build never changes what it is to check.
   *
   * <pre>{@code <pipelineFile>pipeline.json</pipelineFile>}</pre>
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.pipelineFile")
  private File pipelineFile;

  /**
   * Whether to do nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "chalice.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, as <skip> (-Dchalice.skip) says.");
      return;
    }
    try {
      Problems problems = new Problems();
      PipelineFiles files = files(problems);
      ResolvedPipeline resolved =
          PipelineGenerator.resolve(settings(), LocalDate.now(ZoneOffset.UTC), problems);
      Rendered rendered = PipelineGenerator.render(resolved);
      VerifiedText text = PipelineGenerator.verify(rendered, files.template().path());
      log(resolved, text);
      execute(resolved, rendered, text, files);
    } catch (InvalidConfigurationException e) {
      throw new MojoFailureException(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private void log(ResolvedPipeline resolved, VerifiedText text) {
    if (getLog().isDebugEnabled()) {
      getLog().debug(resolved.pipeline().toString());
    }
    for (String note : resolved.notes()) {
      getLog().info(note);
    }
    for (String warning : resolved.warnings()) {
      getLog().warn(warning);
    }
    if (text.sizeWarning().isPresent()) {
      getLog().warn(text.sizeWarning().get());
    }
  }

  /** What the goal does with a verified pipeline. */
  abstract void execute(
      ResolvedPipeline resolved, Rendered rendered, VerifiedText text, PipelineFiles files)
      throws IOException, MojoFailureException;

  /**
   * The files that the goal writes or compares.
   *
   * @param problems receives what is wrong with them
   */
  abstract PipelineFiles files(Problems problems);

  /** The file that is given for the build specification, or where its copy goes. */
  Path buildSpecFile() {
    return buildspecFile == null ? buildspecCopy() : buildspecFile.toPath();
  }

  /** The file that the build writes. */
  Path outputFile() {
    return outputFile == null ? buildFolder().resolve("pipeline.json") : outputFile.toPath();
  }

  /** The file that is committed. */
  Path pipelineFile() {
    if (pipelineFile != null) {
      return pipelineFile.toPath();
    }
    return outputFile == null ? directory().resolve("pipeline.json") : outputFile.toPath();
  }

  /** Whether the build's files are kept apart from those that are committed. */
  boolean commitsApart() {
    return pipelineFile != null && !pipelineFile().equals(outputFile());
  }

  /** A path as the user would type it where the build was started. */
  String shown(Path path) {
    Path start = Path.of(session.getExecutionRootDirectory());
    return path.startsWith(start) ? start.relativize(path).toString() : path.toString();
  }

  private PipelineSettings settings() {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = appName;
    settings.artifactId = hasPom() ? project.getArtifactId() : null;
    settings.appDirectory = path(appDirectory);
    settings.repositoryDirectory = path(repositoryDirectory);
    settings.reactorDirectory = Path.of(session.getExecutionRootDirectory());
    settings.pipelineVersion = pipelineVersion;
    settings.pythonVersion = pythonVersion;
    settings.source = source;
    settings.branch = branch;
    settings.codebuildImage = codebuildImage;
    settings.chaliceVersionRange = chaliceVersionRange;
    settings.buildspecFile = path(buildspecFile);
    settings.scmUrls = scmUrls();
    settings.build = build;
    settings.stages = stages;
    settings.deployment = deployment;
    settings.notifications = notifications;
    settings.tags = tags;
    settings.permissionsBoundary = permissionsBoundary;
    settings.rolePath = rolePath;
    settings.encryption = encryption;
    settings.executionMode = executionMode;
    settings.logRetentionDays = logRetentionDays;
    settings.artifactRetentionDays = artifactRetentionDays;
    settings.mergeTemplate = path(mergeTemplate);
    return settings;
  }

  /**
   * Beside the template where that lies below the build's folder, so that each template has its
   * own; but not where it would be packaged.
   */
  Path buildspecCopy() {
    Path folder = outputFile().normalize().getParent();
    Path target = buildFolder().normalize();
    boolean beside =
        folder != null
            && folder.startsWith(target)
            && !(hasPom()
                && folder.startsWith(Path.of(project.getBuild().getOutputDirectory()).normalize()));
    return (beside ? folder : target).resolve("buildspec.yml");
  }

  private boolean hasPom() {
    return project.getFile() != null;
  }

  private Path directory() {
    return hasPom() ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
  }

  private Path buildFolder() {
    return hasPom() ? Path.of(project.getBuild().getDirectory()) : directory().resolve("target");
  }

  /** As the nearest POM has them that has any; inherited ones have the module's path appended. */
  private List<String> scmUrls() {
    MavenProject owner = project;
    while (owner.getParent() != null
        && (owner.getOriginalModel() == null || owner.getOriginalModel().getScm() == null)) {
      owner = owner.getParent();
    }
    Scm scm = owner.getScm();
    List<String> urls = new ArrayList<>();
    if (scm != null) {
      urls.addAll(Arrays.asList(scm.getConnection(), scm.getDeveloperConnection(), scm.getUrl()));
      urls.removeIf(Objects::isNull);
    }
    return urls;
  }

  private static Path path(File file) {
    return file == null ? null : file.toPath();
  }
}
