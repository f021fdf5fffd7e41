package io.github.chalicemaven.core;

import io.github.chalicemaven.core.document.Fragment;
import io.github.chalicemaven.core.pipeline.Pipeline;
import java.util.List;
import java.util.Optional;

/**
 * A valid pipeline, before it is rendered.
 *
 * @param fragment what the user merges over the template
 * @param warnings what will probably fail, a sentence each
 * @param notes what the user should know, a sentence each
 * @param afterDeployment what the user should know or do once the template is deployed
 * @param inferred what was found without a setting, and where, a sentence each; depends on the
 *     machine
 */
public record ResolvedPipeline(
    Pipeline pipeline,
    Optional<Fragment> fragment,
    List<String> warnings,
    List<String> notes,
    List<String> afterDeployment,
    List<String> inferred) {

  public ResolvedPipeline {
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
    afterDeployment = List.copyOf(afterDeployment);
    inferred = List.copyOf(inferred);
  }
}
