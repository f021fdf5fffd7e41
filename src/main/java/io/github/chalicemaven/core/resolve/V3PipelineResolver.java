package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.MergedTemplate;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.BuildOptions;
import io.github.chalicemaven.core.pipeline.Deployment;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.NotificationSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Resolves what only {@code v3} supports: deployment, notifications and options of the pipeline.
 */
final class V3PipelineResolver {

  private static final Pattern CHALICE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}]");

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final PipelineSettings settings;
  private final ChaliceApp app;
  private final Problems problems;
  private final SettingReader reader;

  V3PipelineResolver(PipelineSettings settings, ChaliceApp app, Problems problems) {
    this.settings = settings;
    this.app = app;
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  /** The pipeline; it is what the user wants only if no problem was added. */
  V3Pipeline resolve(String appName, String stackName, Source resolved, Build build) {
    Source source = keepManaged(appName, resolved);
    checkFolder(build.appPath());
    if (source instanceof Source.Connection connection
        && connection.connectionArn().isEmpty()
        && appName.length() > AwsLimits.MAX_CONNECTION_NAME) {
      problems.add(
          new Setting(ApplicationName.place(settings, app), appName),
          "the template creates a connection with the application's name, and the name of a"
              + " connection has at most "
              + AwsLimits.MAX_CONNECTION_NAME
              + " characters. Use a shorter name, or an existing connection with"
              + " <source><connectionArn>.");
    }
    BuildOptions buildOptions =
        new BuildOptionsResolver("<build>", problems).resolve(settings.build);
    TargetResolver targets = new TargetResolver(settings, problems);
    Optional<Home> home = targets.home();
    List<Stage> stages = new StageResolver(settings, app, targets, problems).resolve(appName);
    checkStacksElsewhere(stackName, stages);
    PipelineOptions options = options();
    if (options.permissionsBoundary().isPresent() && buildOptions.mergesYaml()) {
      problems.add(
          new Setting(MergedTemplate.PLACE, buildOptions.mergeTemplate().get()),
          "with <permissionsBoundary>, the build reads the package as JSON, and Chalice writes YAML if it"
              + " merges YAML. Use a JSON file.");
    }
    checkArtifactsOutlastApprovals(stages, options.artifactRetentionDays());
    Deployment deployment = deployment();
    new ApplicationTemplateRules(buildOptions, problems)
        .check(stackName, stages, StageResolver.places(settings), deployment, app);
    return new V3Pipeline(
        appName,
        chaliceName(appName),
        stackName,
        source,
        build,
        buildOptions,
        stages,
        deployment,
        options,
        home);
  }

  /** The build specification names it as {@code base-directory}. */
  private void checkFolder(String path) {
    if (GLOB.matcher(path).find()) {
      problems.add(
          new Setting(Setting.place("appDirectory"), path),
          "CodeBuild treats *, ?, [, ], { and } in the folder of artifacts as a pattern and would"
              + " find no files. Rename the folder.");
    }
  }

  /**
   * A CodeCommit repository that {@code <scm>} names, called like the application, is the one that
   * a {@code v2} template created: without it in the template, an update would delete it. For any
   * other source, a warning says so.
   */
  private Source keepManaged(String appName, Source source) {
    boolean inferred = settings.source == null || settings.source.provider == null;
    if (inferred
        && source instanceof Source.ExistingCodeCommit existing
        && existing.repository().equals(appName)) {
      problems.note(
          "The template manages the CodeCommit repository "
              + appName
              + ", as v1 and v2 templates do. If it was not created by such a template, set <source>.");
      return new Source.CodeCommit(existing.branch());
    }
    if (!(source instanceof Source.CodeCommit)) {
      problems.warn(
          "If the stack was created by a v1 or v2 template with a CodeCommit repository, an update"
              + " with this source deletes the repository and its history. Deploy v3 with"
              + " <source>codecommit</source> first; then the repository is kept.");
    }
    return source;
  }

  private String chaliceName(String appName) {
    Optional<String> configured = app.config().appName().map(Setting::value);
    if (settings.appName != null && configured.isPresent()) {
      reader.matching(
          "app_name in .chalice/config.json",
          configured.get(),
          CHALICE_NAME,
          "use letters, digits, hyphens, underscores and dots.");
    }
    return configured.filter(name -> !name.isEmpty()).orElse(appName);
  }

  /** The names of the stacks in other accounts and regions are longer. */
  private void checkStacksElsewhere(String stackName, List<Stage> stages) {
    int most =
        AwsLimits.MAX_STACK_NAME
            - Math.max(
                V3Pipeline.TARGET_STACK_SUFFIX.length(), V3Pipeline.REGION_STACK_SUFFIX.length())
            - "-".length();
    if (stackName.length() > most && stages.stream().anyMatch(s -> s.target().isElsewhere())) {
      problems.add(
          Setting.of("stackName", stackName),
          "the names of the stacks in other accounts and regions start with it. Use at most "
              + most
              + " characters.");
    }
  }

  /** An execution that waits longer finds its artifacts deleted. */
  private void checkArtifactsOutlastApprovals(List<Stage> stages, int retentionDays) {
    long minutes =
        stages.stream()
            .flatMap(stage -> stage.approval().stream())
            .mapToLong(Stage.Approval::waitMinutes)
            .sum();
    if (minutes > (long) retentionDays * MINUTES_OF_A_DAY) {
      problems.add(
          Setting.of("artifactRetentionDays", retentionDays),
          "an execution may wait up to "
              + (minutes + MINUTES_OF_A_DAY - 1) / MINUTES_OF_A_DAY
              + " days for approvals, and its artifacts would be deleted before that. Use more"
              + " days, or shorter <approval><timeoutMinutes> (7 days by default).");
    }
  }

  private Deployment deployment() {
    DeploymentSettings deployment =
        Objects.requireNonNullElse(settings.deployment, new DeploymentSettings());
    return new DeploymentResolver(problems).resolve("<deployment>", deployment);
  }

  private PipelineOptions options() {
    GivenResourcesResolver given = new GivenResourcesResolver(problems);
    Optional<String> keyArn = given.keyArn(settings.encryption);
    return new PipelineOptions(
        !"s3".equals(settings.encryption),
        logRetention(),
        reader.number(
            Setting.place("artifactRetentionDays"),
            settings.artifactRetentionDays,
            90,
            1,
            PipelineOptions.MAX_ARTIFACT_RETENTION_DAYS),
        executionMode(),
        Optional.ofNullable(settings.notifications).flatMap(this::notifications),
        new TagResolver(problems).resolve("<tags>", settings.tags),
        reader.policyArn(Setting.place("permissionsBoundary"), settings.permissionsBoundary),
        reader.rolePath(Setting.place("rolePath"), settings.rolePath),
        keyArn,
        given.roles(settings.roles));
  }

  private PipelineOptions.ExecutionMode executionMode() {
    if ("parallel".equals(settings.executionMode)) {
      problems.add(
          Setting.of("executionMode", settings.executionMode),
          "parallel executions would share each stage's stack and change set, so one could deploy"
              + " what another created or nobody approved. Use superseded or queued.");
      return PipelineOptions.ExecutionMode.SUPERSEDED;
    }
    return reader.choice(
        Setting.place("executionMode"),
        settings.executionMode,
        PipelineOptions.ExecutionMode.SUPERSEDED,
        PipelineOptions.ExecutionMode.class);
  }

  private int logRetention() {
    String place = Setting.place("logRetentionDays");
    int days =
        reader.number(place, settings.logRetentionDays, 365, 1, AwsLimits.MAX_LOG_RETENTION_DAYS);
    if (!AwsLimits.LOG_RETENTION_DAYS.contains(days)) {
      problems.add(
          new Setting(place, settings.logRetentionDays),
          "use a number of days that CloudWatch Logs supports: "
              + AwsLimits.LOG_RETENTION_DAYS.stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return days;
  }

  private Optional<PipelineOptions.Notifications> notifications(
      NotificationSettings notifications) {
    String place = "<notifications>";
    List<PipelineOptions.Event> events = new ArrayList<>();
    for (String event : SettingReader.orEmpty(notifications.events)) {
      events.add(
          reader.choice(
              place + "<events><event>",
              event,
              PipelineOptions.Event.FAILED,
              PipelineOptions.Event.class));
    }
    if (events.isEmpty()) {
      events.addAll(List.of(PipelineOptions.Event.FAILED, PipelineOptions.Event.APPROVAL_NEEDED));
    }
    Optional<Topic> topic = reader.topic(place, notifications.topicArn, notifications.email);
    if (topic.isEmpty()) {
      problems.add(place + " needs <email> or <topicArn>.");
    }
    return topic.map(
        to -> new PipelineOptions.Notifications(events.stream().distinct().sorted().toList(), to));
  }
}
