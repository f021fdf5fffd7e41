package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.MergedTemplate;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of a template of Chalice's that CloudFormation refuses: the log group of a REST API's
 * function refers to {@code ApiHandler}, and the function is called {@code APIHandler}.
 */
final class LogGroupWarning {

  private static final String LOG_GROUP = "ApiHandlerLogGroup";

  /** The stage that {@code v1} and {@code v2} package. */
  private static final List<String> CLASSIC = List.of("dev");

  private LogGroupWarning() {}

  static void warn(Pipeline pipeline, ChaliceApp app, Problems problems) {
    Set<String> stages = new LinkedHashSet<>();
    for (String stage : stages(pipeline)) {
      if (app.config().stage(stage).apiLogRetention()) {
        stages.add(stage);
      }
    }
    if (!stages.isEmpty() && app.hasRestApi() && !isFixed(pipeline, app)) {
      problems.warn(
          "log_retention_in_days in .chalice/config.json (stages "
              + String.join(", ", stages)
              + "): for an application with a REST API, Chalice 1.33 creates a template that"
              + " CloudFormation refuses, because its "
              + LOG_GROUP
              + " refers to ApiHandler instead of APIHandler. Give it the LogGroupName {\"Fn::Sub\":"
              + " \"/aws/lambda/${APIHandler}\"} in a template for v3's "
              + MergedTemplate.PLACE
              + ", or"
              + " remove the setting.");
    }
  }

  private static List<String> stages(Pipeline pipeline) {
    return pipeline instanceof V3Pipeline v3
        ? v3.stages().stream().map(Stage::chaliceStage).toList()
        : CLASSIC;
  }

  private static boolean isFixed(Pipeline pipeline, ChaliceApp app) {
    return pipeline instanceof V3Pipeline v3
        && v3.buildOptions()
            .mergeTemplate()
            .flatMap(file -> app.mergedTemplate(file, new Problems()))
            .filter(LogGroupWarning::fixes)
            .isPresent();
  }

  private static boolean fixes(MergedTemplate template) {
    return template.resources().stream()
        .anyMatch(
            resource ->
                resource.logicalId().equals(LOG_GROUP)
                    && resource.properties().containsKey("LogGroupName"));
  }
}
