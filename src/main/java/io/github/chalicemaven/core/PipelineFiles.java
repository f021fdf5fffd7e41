package io.github.chalicemaven.core;

import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.util.List;

/**
 * Where the texts of a pipeline are written.
 *
 * @param parameter the goal's parameter that names the template's file
 */
public record PipelineFiles(String parameter, Destination template, Destination buildSpec) {

  /**
   * Checks that both files can be written, and are two.
   *
   * @param problems receives what is wrong
   */
  public void check(Problems problems) {
    template.check(parameter, problems);
    buildSpec.check("buildspecFile", problems);
    if (buildSpec.realPath().equals(template.realPath())) {
      problems.add(
          Setting.of(parameter, template.path()),
          "the build specification goes to the same file. Name another one.");
    }
  }

  /** The files with their texts, the template first. */
  public List<OutputFile> with(VerifiedText text) {
    return List.of(
        new OutputFile(template, text.template()), new OutputFile(buildSpec, text.buildSpec()));
  }
}
