package io.github.chalicemaven.core.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The parameters of the goals, as given; {@code null} where the user gave none. */
public final class PipelineSettings {

  public String appName;

  /** The name to use where neither {@code appName} nor the app's own configuration gives one. */
  public String artifactId;

  public Path appDirectory;
  public Path repositoryDirectory;

  /** The repository's root where there is no other sign of it. */
  public Path reactorDirectory;

  public String pipelineVersion;
  public String pythonVersion;
  public SourceSettings source;
  public String branch;
  public String codebuildImage;
  public String chaliceVersionRange;
  public Path buildspecFile;

  /** The {@code <scm>} of the POM: its URLs, in the order in which they are looked at. */
  public List<String> scmUrls;

  public BuildSettings build;
  public List<StageSettings> stages;
  public DeploymentSettings deployment;
  public NotificationSettings notifications;
  public Map<String, String> tags;
  public String permissionsBoundary;
  public String rolePath;
  public String encryption;
  public String executionMode;
  public String logRetentionDays;
  public String artifactRetentionDays;
  public Path mergeTemplate;
}
