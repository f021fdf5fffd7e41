package io.github.chalicemaven.core.verify;

import java.util.List;

/** Something that AWS demands of a template. */
interface Rule {

  /** Adds what breaks the rule. */
  void check(TemplateIndex document, List<Finding> findings);
}
