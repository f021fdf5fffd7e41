package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ApplicationFiles;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.render.classic.ClassicTemplate;
import io.github.chalicemaven.core.render.v3.V3Template;
import io.github.chalicemaven.core.resolve.PipelineResolver;
import io.github.chalicemaven.core.settings.BuildSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.verify.PipelineVerifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Generates the texts of a pipeline from a user's settings, in three steps: {@link #resolve},
 * {@link #render}, {@link #verify}. Writes nothing.
 */
public final class PipelineGenerator {

  private PipelineGenerator() {}

  /**
   * Checks that there is an application, and what else the commands of the pipeline need of it: the
   * part of {@link #resolve} that is left out where settings are tried without an application.
   *
   * @param problems receives what is wrong
   */
  public static void checkApplication(PipelineSettings settings, Problems problems) {
    BuildSettings build = Objects.requireNonNullElse(settings.build, new BuildSettings());
    List<String> commands = new ArrayList<>(present(build.installCommands));
    commands.addAll(present(build.testCommands));
    ApplicationFiles.check(
        settings.appDirectory,
        commands,
        Optional.ofNullable(build.mergeTemplate),
        present(build.testReports),
        problems);
  }

  private static List<String> present(List<String> texts) {
    return texts == null ? List.of() : texts.stream().filter(Objects::nonNull).toList();
  }

  /**
   * Applies defaults and rules to the user's settings and the application on disk.
   *
   * @param project facts about the project other than its settings
   * @param today decides whether a Python runtime is deprecated; the pipeline does not depend on it
   * @param problems the problems so far; those found here are added
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with all problems, if
   *     there are any
   */
  public static ResolvedPipeline resolve(
      PipelineSettings settings, ProjectFacts project, LocalDate today, Problems problems) {
    ChaliceApp app =
        ChaliceApp.read(
            settings.appDirectory, settings.repositoryDirectory, project.rootDirectory(), problems);
    Optional<Fragment> fragment = fragment(settings.mergeTemplate, problems);
    Pipeline pipeline = PipelineResolver.resolve(settings, project, app, today, problems);
    return new ResolvedPipeline(
        pipeline,
        fragment,
        problems.warnings(),
        problems.notes(),
        problems.afterDeployment(),
        problems.inferred());
  }

  /**
   * Renders the template, with the user's fragment merged over it, and the build specification.
   *
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException if the fragment would
   *     replace something
   */
  public static Rendered render(ResolvedPipeline resolved) {
    Rendered rendered =
        resolved.pipeline() instanceof V3Pipeline v3
            ? V3Template.render(v3)
            : ClassicTemplate.render((ClassicPipeline) resolved.pipeline());
    if (resolved.fragment().isEmpty()) {
      return rendered;
    }
    Problems problems = new Problems();
    Rendered merged = rendered.merged(resolved.fragment().get(), problems);
    problems.throwIfAny();
    return merged;
  }

  /**
   * Writes the texts, and checks them as CloudFormation and CodeBuild would.
   *
   * @param templateFile the name of the template's file decides its format
   * @throws io.github.chalicemaven.core.problem.InvalidConfigurationException with everything that
   *     AWS would reject
   */
  public static VerifiedText verify(Rendered rendered, Path templateFile) {
    DocumentFormat format = DocumentFormat.of(templateFile);
    List<VerifiedText.Support> supports = new ArrayList<>();
    for (SupportTemplate support : rendered.supports()) {
      supports.add(new VerifiedText.Support(support, format.render(support.template())));
    }
    VerifiedText text =
        new VerifiedText(format.render(rendered.template()), rendered.buildSpec().text(), supports);
    PipelineVerifier.verify(rendered, templateFile.getFileName().toString(), text.template());
    for (VerifiedText.Support support : text.supports()) {
      PipelineVerifier.verify(
          support.of(),
          PipelineFiles.support(templateFile, support.of()).getFileName().toString(),
          support.text());
    }
    return text;
  }

  private static Optional<Fragment> fragment(Path file, Problems problems) {
    if (file == null) {
      return Optional.empty();
    }
    Problems ofFile = new Problems();
    Optional<Value.Mapping> content = DocumentReader.read(file, ofFile);
    for (String problem : ofFile.found()) {
      problems.add(Setting.place("mergeTemplate") + ": " + problem);
    }
    return content.map(mapping -> new Fragment(file, mapping));
  }
}
