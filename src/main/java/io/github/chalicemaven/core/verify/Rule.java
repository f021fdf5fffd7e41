package io.github.chalicemaven.core.verify;

import java.util.List;

/** Something that AWS demands of a template. */
interface Rule {

  /** Adds what breaks the rule. */
  void check(TemplateNodes document, List<Finding> findings);
}
