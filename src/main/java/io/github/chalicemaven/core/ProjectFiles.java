package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;

/** Where the files of a project's pipeline lie: those of a build, and those that are committed. */
public final class ProjectFiles {

  private final PipelineSettings settings;
  private final ProjectFacts project;

  public ProjectFiles(PipelineSettings settings, ProjectFacts project) {
    this.settings = settings;
    this.project = project;
  }

  /**
   * The files that a build writes. Where the committed template is another one, a build leaves the
   * committed build specification alone too, and writes a copy.
   */
  public PipelineFiles ofBuild() {
    boolean commitsApart =
        settings.pipelineFile != null && !settings.pipelineFile.equals(outputFile());
    return files("outputFile", outputFile(), commitsApart ? buildSpecCopy() : buildSpecFile());
  }

  /** The files that a team commits; the build specification is a copy where none is named. */
  public PipelineFiles committed() {
    if (settings.pipelineFile == null && settings.outputFile != null) {
      return files("outputFile", settings.outputFile, buildSpecFile());
    }
    Path template =
        settings.pipelineFile == null
            ? project.directory().resolve("pipeline.json")
            : settings.pipelineFile;
    return files("pipelineFile", template, buildSpecFile());
  }

  /**
   * A file about a pipeline, for people: it has the template's name with another ending, and lies
   * where the copy of the build specification lies.
   *
   * @param ending for example {@code .svg}
   */
  public Destination about(PipelineFiles pipeline, String ending) {
    String name = pipeline.template().path().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return Destination.of(
        buildSpecCopy().resolveSibling((dot < 1 ? name : name.substring(0, dot)) + ending));
  }

  private static PipelineFiles files(String parameter, Path template, Path buildSpec) {
    return new PipelineFiles(parameter, Destination.of(template), Destination.of(buildSpec));
  }

  private Path outputFile() {
    return settings.outputFile == null
        ? project.buildDirectory().resolve("pipeline.json")
        : settings.outputFile;
  }

  private Path buildSpecFile() {
    return settings.buildspecFile == null ? buildSpecCopy() : settings.buildspecFile;
  }

  /**
   * Beside the template where that lies below the build's folder, so that each template has its
   * own; but not where it would be packaged.
   */
  private Path buildSpecCopy() {
    Path folder = outputFile().normalize().getParent();
    Path target = project.buildDirectory().normalize();
    boolean beside = folder != null && folder.startsWith(target) && !isPackaged(folder);
    return (beside ? folder : target).resolve("buildspec.yml");
  }

  private boolean isPackaged(Path folder) {
    return project.classesDirectory().map(Path::normalize).filter(folder::startsWith).isPresent();
  }
}
