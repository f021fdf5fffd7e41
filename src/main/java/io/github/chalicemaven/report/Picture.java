package io.github.chalicemaven.report;

import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A pipeline as one draws it: what starts it, and its stages with their actions, in the order in
 * which they run. Texts are the user's, and plain; whoever draws them escapes them.
 *
 * @param name of the application
 * @param start what starts it, for example {@code A push to main}, and conditions of that
 * @param stages at least one
 * @param notices who is notified of what
 */
public record Picture(String name, List<String> start, List<Stage> stages, List<String> notices) {

  public Picture {
    start = List.copyOf(start);
    stages = List.copyOf(stages);
    notices = List.copyOf(notices);
    if (start.isEmpty() || stages.isEmpty()) {
      throw new IllegalArgumentException(
          "a pipeline without " + (start.isEmpty() ? "start" : "stages"));
    }
  }

  /** The picture of a pipeline; the actions are those of the template, a fragment's too. */
  public static Picture of(Pipeline pipeline, Rendered rendered) {
    return new PictureReader(pipeline, rendered.template()).picture();
  }

  /**
   * A stage.
   *
   * @param frame where it acts, unless that is the pipeline's own account and region
   * @param actions in the order in which they run
   * @param outcomes what becomes of the stage if something goes wrong, a sentence each
   */
  public record Stage(
      String name, Optional<Frame> frame, List<Action> actions, List<String> outcomes) {
    public Stage {
      actions = List.copyOf(actions);
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * Where a stage acts.
   *
   * @param account empty for the pipeline's own
   * @param region empty for the pipeline's own
   */
  public record Frame(Optional<String> account, Optional<String> region) {

    @Override
    public String toString() {
      return account.map(id -> "Account " + id).orElse("The pipeline's account")
          + region.map(name -> ", " + name).orElse("");
    }
  }

  /**
   * An action.
   *
   * @param name its name in the pipeline
   * @param label what it does, in a few words
   * @param details what more there is to say
   * @param parallel whether it begins together with the action before it
   */
  public record Action(
      String name, Kind kind, String label, List<Detail> details, boolean parallel) {
    public Action {
      details = List.copyOf(details);
    }

    /** The details on one line. */
    String detailLine() {
      return details.stream().map(Detail::text).collect(Collectors.joining("; "));
    }
  }

  /** A line about an action; {@code code} where it is a command. */
  public record Detail(String text, boolean code) {}

  /** What an action does. */
  public enum Kind {
    SOURCE,
    BUILD,
    APPROVAL,
    CHANGE_SET,
    DEPLOY,
    TEST,
    OTHER
  }
}
