package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A pipeline that went through all steps of the generator. */
public record Generated(
    Pipeline pipeline,
    Value.Mapping template,
    String templateText,
    String buildSpecText,
    List<String> warnings,
    List<String> notes) {

  /** With a template in JSON, of a project without a POM. */
  public static Generated of(PipelineSettings settings, LocalDate today) {
    return of(settings, today, "pipeline.json");
  }

  /** With a template in the format that the file's name says, of a project without a POM. */
  public static Generated of(PipelineSettings settings, LocalDate today, String templateName) {
    return of(settings, ProjectFacts.withoutPom(settings.appDirectory), today, templateName);
  }

  /** With a template in the format that the file's name says. */
  public static Generated of(
      PipelineSettings settings, ProjectFacts project, LocalDate today, String templateName) {
    ResolvedPipeline resolved = PipelineGenerator.resolve(settings, project, today, new Problems());
    Rendered rendered = PipelineGenerator.render(resolved);
    VerifiedText text = PipelineGenerator.verify(rendered, Path.of(templateName));
    return new Generated(
        resolved.pipeline(),
        rendered.template(),
        text.template(),
        text.buildSpec(),
        resolved.warnings(),
        resolved.notes());
  }
}
