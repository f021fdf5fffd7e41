package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;

/** The files of a project's pipeline: those that a build writes, and those that are committed. */
public final class ProjectFiles {

  private final PipelineSettings settings;
  private final ProjectFacts project;

  public ProjectFiles(PipelineSettings settings, ProjectFacts project) {
    this.settings = settings;
    this.project = project;
  }

  /**
   * The files that a build writes. If the committed template is another file, a build does not
   * write the committed build specification either, but a copy.
   */
  public PipelineFiles ofBuild() {
    boolean commitsApart =
        settings.pipelineFile != null && !settings.pipelineFile.equals(outputFile());
    return files(
        Setting.place("outputFile", settings.outputFile != null),
        outputFile(),
        commitsApart || settings.buildspecFile == null);
  }

  /** The files that a team commits; the build specification is a copy if no file is set. */
  public PipelineFiles committed() {
    if (settings.pipelineFile == null && settings.outputFile != null) {
      return files(
          Setting.place("outputFile"), settings.outputFile, settings.buildspecFile == null);
    }
    Path template =
        settings.pipelineFile == null
            ? project.directory().resolve("pipeline.json")
            : settings.pipelineFile;
    return files(
        Setting.place("pipelineFile", settings.pipelineFile != null),
        template,
        settings.buildspecFile == null);
  }

  /**
   * A file about a pipeline, for people: it has the template's name with another ending, and is in
   * the folder of the build specification's copy.
   *
   * @param ending for example {@code .svg}
   */
  public Destination about(PipelineFiles pipeline, String ending) {
    String name = pipeline.template().path().getFileName().toString();
    return beside(name.substring(0, PipelineFiles.endOfStem(name)) + ending);
  }

  /** A file in the folder of the build specification's copy, which is the build's own. */
  public Destination beside(String name) {
    return Destination.of(buildSpecCopy().resolveSibling(name));
  }

  private PipelineFiles files(String templatePlace, Path template, boolean copy) {
    return new PipelineFiles(
        templatePlace,
        Destination.of(template),
        copy ? "the copy of the build specification" : Setting.place("buildspecFile"),
        Destination.of(copy ? buildSpecCopy() : settings.buildspecFile),
        project.buildDirectory());
  }

  private Path outputFile() {
    return settings.outputFile == null
        ? project.buildDirectory().resolve("pipeline.json")
        : settings.outputFile;
  }

  /**
   * Beside the template if that is below the build's folder, so that each template has its own
   * copy, but not in a folder that is packaged.
   */
  private Path buildSpecCopy() {
    Path folder = outputFile().normalize().getParent();
    Path target = project.buildDirectory().normalize();
    boolean ownFolder = folder != null && folder.startsWith(target) && !isPackaged(folder);
    return (ownFolder ? folder : target).resolve("buildspec.yml");
  }

  private boolean isPackaged(Path folder) {
    return project.classesDirectory().map(Path::normalize).filter(folder::startsWith).isPresent();
  }
}
