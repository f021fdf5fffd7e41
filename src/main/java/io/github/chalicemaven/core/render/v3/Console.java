package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Functions.choose;
import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Value.text;

import io.github.chalicemaven.core.cloudformation.Condition;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;

/**
 * Links to AWS's console, whose host no pseudo parameter names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/signin/latest/userguide/sign-in-urls-defined.html">Sign-in
 *     URLs</a>
 */
final class Console {

  private static final String CHINA = "InChina";
  private static final String GOV_CLOUD = "InGovCloud";

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
      template.condition(CHINA, Condition.inPartition("aws-cn"));
      template.condition(GOV_CLOUD, Condition.inPartition("aws-us-gov"));
      hasConditions = true;
    }
    Value outside =
        choose(
            GOV_CLOUD,
            at("console.amazonaws-us-gov.com", text),
            at("console.aws.amazon.com", text));
    return choose(CHINA, at("console.amazonaws.cn", text), outside);
  }

  private static Value at(String host, String pattern) {
    String link = pattern.replace("${Console}", host);
    return link.contains("${") ? sub(link) : text(link);
  }
}
