package io.github.chalicemaven.core;

import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.List;

/**
 * Where the texts of a pipeline are written.
 *
 * @param templatePlace how problems name the template's file
 * @param buildSpecPlace how problems name the build specification's file
 */
public record PipelineFiles(
    String templatePlace, Destination template, String buildSpecPlace, Destination buildSpec) {

  /**
   * Checks that both files can be written and are different.
   *
   * @param problems receives what is wrong
   */
  public void check(Problems problems) {
    template.check(templatePlace, problems);
    buildSpec.check(buildSpecPlace, problems);
    if (buildSpec.realPath().equals(template.realPath())) {
      problems.add(
          new Setting(templatePlace, template.path().toString()),
          "the build specification is written to the same file. Specify another one.");
    }
  }

  /** The files with their texts, the template first. */
  public List<OutputFile> with(VerifiedText text) {
    return List.of(
        new OutputFile(template, text.template()), new OutputFile(buildSpec, text.buildSpec()));
  }
}
