package io.github.chalicemaven.init;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of {@code generate-pipeline} as far as they are known. What is wrong with them is
 * for the core to say, in the words that the goal itself uses.
 */
final class Answers {

  private static final String PIPELINE_VERSION = "v3";

  private final StartRequest request;
  private final ChaliceApp app;
  private final Map<Answer, String> values = new EnumMap<>(Answer.class);

  /** The answers so far; a parameter without one is left to its default. */
  Answers(StartRequest request, ChaliceApp app, Map<Answer, String> values) {
    this.request = request;
    this.app = app;
    this.values.putAll(values);
  }

  /** The parameters to write, in their order. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("pipelineVersion", PIPELINE_VERSION);
    values.forEach((answer, value) -> parameters.put(answer.parameter(), value));
    return parameters;
  }

  boolean has(Answer answer) {
    return values.containsKey(answer);
  }

  void put(Answer answer, String value) {
    values.put(answer, value);
  }

  /** What a value would add to what is wrong. */
  List<String> problemsOf(Answer answer, String value) {
    Answers more = new Answers(request, app, values);
    more.put(answer, value);
    List<String> problems = new ArrayList<>(more.problems());
    problems.removeAll(problems());
    return problems;
  }

  /**
   * What the goal would warn of.
   *
   * @throws InvalidConfigurationException where the goal would fail
   */
  List<String> check() {
    ResolvedPipeline resolved = resolve(new Problems());
    PipelineGenerator.verify(
        PipelineGenerator.render(resolved),
        request.facts().buildDirectory().resolve("pipeline.json"));
    return resolved.warnings();
  }

  private List<String> problems() {
    Problems problems = new Problems();
    try {
      resolve(problems);
    } catch (InvalidConfigurationException e) {
      return problems.found();
    }
    return List.of();
  }

  private ResolvedPipeline resolve(Problems problems) {
    return PipelineGenerator.resolve(settings(), request.facts(), request.today(), problems);
  }

  private PipelineSettings settings() {
    PipelineSettings settings = new PipelineSettings();
    settings.appDirectory = app.directory();
    settings.pipelineVersion = PIPELINE_VERSION;
    settings.appName = values.get(Answer.APP_NAME);
    settings.pythonVersion = values.get(Answer.PYTHON_VERSION);
    settings.branch = values.get(Answer.BRANCH);
    if (has(Answer.SOURCE)) {
      settings.source = new SourceSettings();
      settings.source.set(values.get(Answer.SOURCE));
    }
    return settings;
  }
}
