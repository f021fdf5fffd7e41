package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.check.Finding;
import io.github.chalicemaven.core.check.TemplateCheck;
import io.github.chalicemaven.core.check.TextCheck;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.output.DocumentFormat;
import io.github.chalicemaven.core.output.OutputFile;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PipelineResolver;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.template.ChaliceBuildSpec;
import io.github.chalicemaven.core.template.ChaliceTemplate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the files of a pipeline from a user's settings, and writes none of them. */
public final class PipelineGenerator {

  private PipelineGenerator() {}

  /**
   * Generates a pipeline.
   *
   * @param settings what the user gave; {@code outputFile} and {@code buildspecCopy} must be set
   * @param today decides whether a Python runtime is deprecated; the files do not depend on it
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with everything that
   *     is wrong with the settings or the application
   */
  public static GeneratedPipeline generate(PipelineSettings settings, LocalDate today) {
    Problems problems = new Problems();
    Path buildSpecPath =
        settings.buildspecFile != null && !settings.buildspecFileKept
            ? settings.buildspecFile
            : settings.buildspecCopy;
    if (!settings.readOnly) {
      checkPaths(settings.outputFile, buildSpecPath, problems);
    }
    ChaliceApp app =
        ChaliceApp.read(
            settings.appDirectory,
            settings.repositoryDirectory,
            settings.reactorDirectory,
            problems);
    Pipeline pipeline = PipelineResolver.resolve(settings, app, problems);

    Value specification = ChaliceBuildSpec.render(pipeline).document();
    String buildSpec = DocumentFormat.YAML.render(specification);
    Template template = ChaliceTemplate.render(pipeline, buildSpec);
    OutputFile templateFile =
        new OutputFile(
            settings.outputFile,
            DocumentFormat.of(settings.outputFile).render(template.document()));
    OutputFile buildSpecFile = new OutputFile(buildSpecPath, buildSpec);
    List<Finding> findings = new ArrayList<>(TemplateCheck.check(template));
    findings.addAll(TextCheck.template(templateFile, template.document()));
    findings.addAll(TextCheck.readsBack("buildspec.yml", buildSpec, specification));
    throwIfAny(findings);
    return new GeneratedPipeline(
        pipeline,
        template,
        templateFile,
        buildSpecFile,
        warnings(app, pipeline.build().python(), templateFile, today));
  }

  private static void checkPaths(Path outputFile, Path buildSpecPath, Problems problems) {
    OutputFile.check(outputFile, "outputFile", problems);
    OutputFile.check(buildSpecPath, "buildspecFile", problems);
    if (buildSpecPath.equals(outputFile)) {
      problems.add(
          Setting.of("outputFile", outputFile),
          "the build specification goes to the same file. Name another one.");
    }
  }

  /** Valid settings give a template that works; this is for mistakes of ours. */
  private static void throwIfAny(List<Finding> findings) {
    Problems problems = new Problems();
    findings.forEach(finding -> problems.add("The template would not work: " + finding));
    problems.throwIfAny();
  }

  private static List<String> warnings(
      ChaliceApp app, PythonVersion python, OutputFile templateFile, LocalDate today) {
    List<String> warnings = new ArrayList<>();
    if (!app.hasFile("requirements.txt")) {
      warnings.add(
          "There is no requirements.txt in "
              + app.directory()
              + ": the pipeline's build would fail. Add one, an empty one too.");
    }
    if (!python.lambdaDeprecation().isAfter(today)) {
      warnings.add(
          "Lambda's runtime python"
              + python
              + " is deprecated since "
              + python.lambdaDeprecation()
              + ": choose a later one with "
              + Setting.place("pythonVersion")
              + " or .python-version.");
    }
    TextCheck.sizeWarning(templateFile).ifPresent(warnings::add);
    return warnings;
  }

  /**
   * A pipeline and its files, not yet written.
   *
   * @param warnings a sentence each, for the user
   */
  public record GeneratedPipeline(
      Pipeline pipeline,
      Template template,
      OutputFile templateFile,
      OutputFile buildSpecFile,
      List<String> warnings) {

    public GeneratedPipeline {
      warnings = List.copyOf(warnings);
    }
  }
}
