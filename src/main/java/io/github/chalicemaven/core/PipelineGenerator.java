package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.classic.ClassicBuildSpec;
import io.github.chalicemaven.core.render.classic.ClassicTemplate;
import io.github.chalicemaven.core.render.v3.V3BuildSpec;
import io.github.chalicemaven.core.render.v3.V3Template;
import io.github.chalicemaven.core.resolve.PipelineResolver;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.verify.Finding;
import io.github.chalicemaven.core.verify.TemplateVerifier;
import io.github.chalicemaven.core.verify.TextVerifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Destination templatePath = Destination.of(settings.outputFile);
    Destination buildSpecPath =
        Destination.of(
            settings.buildspecFile != null && !settings.buildspecFileKept
                ? settings.buildspecFile
                : settings.buildspecCopy);
    if (!settings.readOnly) {
      checkPaths(templatePath, buildSpecPath, problems);
    }
    ChaliceApp app =
        ChaliceApp.read(
            settings.appDirectory,
            settings.repositoryDirectory,
            settings.reactorDirectory,
            problems);
    Optional<Fragment> fragment = fragment(settings.mergeTemplate, problems);
    Pipeline pipeline = PipelineResolver.resolve(settings, app, problems);

    Map<String, Value> buildSpecs = new LinkedHashMap<>();
    String buildSpec = text(buildSpec(pipeline), buildSpecs);
    Value.Mapping own = template(pipeline, buildSpec, buildSpecs).document();
    Value.Mapping document = own;
    if (fragment.isPresent()) {
      document = fragment.get().mergeOver(own, problems);
      problems.throwIfAny();
    }
    OutputFile templateFile =
        new OutputFile(templatePath, DocumentFormat.of(settings.outputFile).render(document));
    List<Finding> findings = new ArrayList<>(TemplateVerifier.check(document, buildSpecs));
    findings.addAll(TextVerifier.template(templateFile, document));
    for (Map.Entry<String, Value> text : buildSpecs.entrySet()) {
      findings.addAll(TextVerifier.readsBack("buildspec.yml", text.getKey(), text.getValue()));
    }
    throwIfAny(findings, fragment, own);
    return new GeneratedPipeline(
        pipeline,
        document,
        templateFile,
        new OutputFile(buildSpecPath, buildSpec),
        warnings(app, pipeline.build().python(), templateFile, today, problems),
        problems.notes());
  }

  private static void checkPaths(Destination template, Destination buildSpec, Problems problems) {
    template.check("outputFile", problems);
    buildSpec.check("buildspecFile", problems);
    if (buildSpec.realPath().equals(template.realPath())) {
      problems.add(
          Setting.of("outputFile", template.path()),
          "the build specification goes to the same file. Name another one.");
    }
  }

  private static Optional<Fragment> fragment(Path file, Problems problems) {
    return file == null
        ? Optional.empty()
        : DocumentReader.read(file, problems).map(content -> new Fragment(file, content));
  }

  private static BuildSpec buildSpec(Pipeline pipeline) {
    return pipeline instanceof V3Pipeline staged
        ? V3BuildSpec.render(staged)
        : ClassicBuildSpec.render((ClassicPipeline) pipeline);
  }

  private static Template template(
      Pipeline pipeline, String buildSpec, Map<String, Value> buildSpecs) {
    return pipeline instanceof V3Pipeline staged
        ? V3Template.render(staged, other -> text(other, buildSpecs))
        : ClassicTemplate.render((ClassicPipeline) pipeline, buildSpec);
  }

  /** Writes a build specification, and notes what the text says. */
  private static String text(BuildSpec buildSpec, Map<String, Value> buildSpecs) {
    Value document = buildSpec.document();
    String text = DocumentFormat.YAML.render(document);
    buildSpecs.put(text, document);
    return text;
  }

  /**
   * Valid settings give a template that works: a finding is the fragment's, or a mistake of ours.
   */
  private static void throwIfAny(
      List<Finding> findings, Optional<Fragment> fragment, Value.Mapping own) {
    Problems problems = new Problems();
    for (Finding finding : findings) {
      if (fragment.isEmpty()) {
        problems.add("The template would not work: " + finding);
      } else {
        problems.add(problem(finding, fragment.get(), own));
      }
    }
    problems.throwIfAny();
  }

  /** What a fragment spoils is told by the place in the fragment, where that is known. */
  private static String problem(Finding finding, Fragment fragment, Value.Mapping own) {
    Optional<Location> origin = fragment.origin(finding.place(), own);
    return origin.isPresent()
        ? fragment.setting() + ": " + new Finding(origin.get(), finding.sentence())
        : "With " + fragment.file() + " merged in, the template would not work: " + finding;
  }

  private static List<String> warnings(
      ChaliceApp app,
      PythonVersion python,
      OutputFile templateFile,
      LocalDate today,
      Problems problems) {
    List<String> warnings = new ArrayList<>(problems.warnings());
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
    Optional<String> size = TextVerifier.sizeWarning(templateFile);
    if (size.isPresent()) {
      warnings.add(size.get());
    }
    return warnings;
  }

  /**
   * A pipeline and its files, not yet written.
   *
   * @param template the whole template as one value
   * @param warnings what will likely not do, a sentence each
   * @param notes what the user should know, a sentence each
   */
  public record GeneratedPipeline(
      Pipeline pipeline,
      Value.Mapping template,
      OutputFile templateFile,
      OutputFile buildSpecFile,
      List<String> warnings,
      List<String> notes) {

    public GeneratedPipeline {
      warnings = List.copyOf(warnings);
      notes = List.copyOf(notes);
    }
  }
}
