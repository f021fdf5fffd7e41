package io.github.chalicemaven.core.verify;

import java.util.List;

/** Something that AWS requires of a template. */
interface Rule {

  /** Adds what breaks the rule. */
  void check(TemplateIndex document, List<Finding> findings);
}
