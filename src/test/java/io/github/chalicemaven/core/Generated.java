package io.github.chalicemaven.core;

import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pipeline that went through all steps of the generator. */
public record Generated(
    Pipeline pipeline,
    Value.Mapping template,
    String templateText,
    String buildSpecText,
    List<VerifiedText.Support> supports,
    List<String> warnings,
    List<String> notes) {

  /** All files, by their names: the template first, named like this. */
  public Map<String, String> files(String templateName) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(templateName, templateText);
    files.put("buildspec.yml", buildSpecText);
    for (VerifiedText.Support support : supports) {
      files.put(
          PipelineFiles.support(Path.of(templateName), support.of()).toString(), support.text());
    }
    return files;
  }

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
        text.supports(),
        resolved.warnings(),
        resolved.notes());
  }
}
