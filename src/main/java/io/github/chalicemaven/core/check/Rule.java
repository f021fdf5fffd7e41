package io.github.chalicemaven.core.check;

import java.util.List;

/** Something that AWS demands of a template. */
interface Rule {

  /** Adds what breaks the rule. */
  void check(Document document, List<Finding> findings);
}
