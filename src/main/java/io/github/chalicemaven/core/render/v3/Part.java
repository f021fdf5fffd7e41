package io.github.chalicemaven.core.render.v3;

/** A part of the pipeline. */
interface Part {

  /** Adds the resources, outputs, stages and IAM statements that this part needs. */
  void contribute(TemplateDraft draft);
}
