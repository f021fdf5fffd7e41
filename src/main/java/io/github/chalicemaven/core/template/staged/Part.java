package io.github.chalicemaven.core.template.staged;

/** A part of the pipeline. */
interface Part {

  /** Adds the resources, parameters, outputs and IAM statements that this part needs. */
  void contribute(Assembly assembly);
}
