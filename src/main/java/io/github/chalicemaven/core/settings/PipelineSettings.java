package io.github.chalicemaven.core.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The parameters that describe a pipeline, as the user gave them; {@code null} where there was
 * none. The goals' help says what each one means.
 */
public final class PipelineSettings {

  public String appName;
  public String stackName;
  public Path appDirectory;
  public Path repositoryDirectory;
  public String pipelineVersion;
  public String pythonVersion;
  public SourceSettings source;
  public String branch;
  public String codebuildImage;
  public String chaliceVersionRange;
  public Path buildspecFile;
  public Path outputFile;
  public Path pipelineFile;
  public BuildSettings build;
  public List<StageSettings> stages;
  public DeploymentSettings deployment;
  public NotificationSettings notifications;
  public RolesSettings roles;
  public String account;
  public String region;
  public String organizationId;
  public Map<String, String> tags;
  public String permissionsBoundary;
  public String rolePath;
  public String encryption;
  public String executionMode;
  public String logRetentionDays;
  public String artifactRetentionDays;
  public Path mergeTemplate;
}
