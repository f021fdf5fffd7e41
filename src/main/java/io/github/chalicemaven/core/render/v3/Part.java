package io.github.chalicemaven.core.render.v3;

/** A part of the pipeline. */
interface Part {

  /** Adds the resources, parameters, outputs and IAM statements that this part needs. */
  void contribute(Assembly assembly);
}
