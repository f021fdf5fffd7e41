package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.choose;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.Condition;
import io.github.chalicemaven.core.cloudformation.Partition;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;

/** Links to AWS's console, whose host no pseudo parameter names. */
final class Console {

  private static final String IN_CHINA = "InChina";
  private static final String IN_GOV_CLOUD = "InGovCloud";

  private final Template.Builder template;
  private boolean hasConditions;

  Console(Template.Builder template) {
    this.template = template;
  }

  /**
   * A text with a link to the console.
   *
   * @param text with {@code ${Console}} for the host, such as {@code https://${Console}/s3/home}
   */
  Value link(String text) {
    if (!hasConditions) {
      template.condition(IN_CHINA, Condition.inPartition(Partition.CHINA.id()));
      template.condition(IN_GOV_CLOUD, Condition.inPartition(Partition.GOV_CLOUD.id()));
      hasConditions = true;
    }
    Value outside = choose(IN_GOV_CLOUD, at(Partition.GOV_CLOUD, text), at(Partition.AWS, text));
    return choose(IN_CHINA, at(Partition.CHINA, text), outside);
  }

  private static Value at(Partition partition, String pattern) {
    String link = pattern.replace("${Console}", partition.console());
    return link.contains("${") ? sub(link) : text(link);
  }
}
