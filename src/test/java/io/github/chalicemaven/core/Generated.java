package io.github.chalicemaven.core;

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

  /** With a template in JSON. */
  public static Generated of(PipelineSettings settings, LocalDate today) {
    return of(settings, today, "pipeline.json");
  }

  /** With a template in the format that the file's name says. */
  public static Generated of(PipelineSettings settings, LocalDate today, String templateName) {
    ResolvedPipeline resolved = PipelineGenerator.resolve(settings, today, new Problems());
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
