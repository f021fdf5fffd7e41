package io.github.chalicemaven.core.settings;

import java.nio.file.Path;

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

  /** Where the copy of an embedded build specification goes. */
  public Path buildspecCopy;

  /** Whether the copy is written instead of {@link #buildspecFile}, which is only pointed to. */
  public boolean buildspecFileKept;

  /** Whether nothing is to be written, so that nothing need be writable. */
  public boolean readOnly;

  public Path outputFile;
}
