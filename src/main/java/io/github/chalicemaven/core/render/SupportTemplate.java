package io.github.chalicemaven.core.render;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.Map;
import java.util.Optional;

/**
 * A template that a pipeline needs besides its own: in another account that it deploys to, or in
 * another region.
 *
 * @param kind what it is for
 * @param id the account of a target, the region of a region
 * @param region where it is deployed
 * @param keyParameter the parameter of the pipeline's template that takes {@link #KEY_OUTPUT}
 * @param template the document
 * @param reasons why statements of its policies have wildcards, by their places in the template
 */
public record SupportTemplate(
    Kind kind,
    String id,
    String region,
    Optional<String> keyParameter,
    Value.Mapping template,
    Map<Location, String> reasons) {

  /** What a template is for. */
  public enum Kind {
    /** The roles of an account that stages are deployed to. */
    TARGET(V3Pipeline.TARGET_STACK_SUFFIX),
    /** The buckets and the key of a region that stages are deployed to. */
    REGION(V3Pipeline.REGION_STACK_SUFFIX);

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** As files and stacks are named, for example {@code target}. */
    @Override
    public String toString() {
      return id;
    }

    /** The name of a template of this kind, for example {@code target-444455556666}. */
    public String name(String ofId) {
      return id + "-" + ofId;
    }
  }

  /** The output of a region's template with the ARN of its key. */
  public static final String KEY_OUTPUT = "KeyArn";

  public SupportTemplate {
    reasons = Map.copyOf(reasons);
  }

  /** The template of an account, which is deployed in a region. */
  public static SupportTemplate target(
      String account, String region, Value.Mapping template, Map<Location, String> reasons) {
    return new SupportTemplate(Kind.TARGET, account, region, Optional.empty(), template, reasons);
  }

  /** The template of a region of the pipeline's account. */
  public static SupportTemplate region(
      String region, Optional<String> keyParameter, Value.Mapping template) {
    return new SupportTemplate(Kind.REGION, region, region, keyParameter, template, Map.of());
  }

  /**
   * What its file's name has after that of the pipeline's template and a hyphen, and what selects
   * its stack: for example {@code target-444455556666}.
   */
  public String name() {
    return kind.name(id);
  }
}
