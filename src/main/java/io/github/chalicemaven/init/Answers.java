package io.github.chalicemaven.init;

import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of {@code generate-pipeline} as far as they are known. What is wrong with them is
 * for the core to say, in the words that the goal itself uses.
 */
final class Answers {

  private final StartRequest request;
  private final ChaliceApp app;
  private final Map<String, String> values;

  Answers(StartRequest request, ChaliceApp app, Map<String, String> values) {
    this.request = request;
    this.app = app;
    this.values = new LinkedHashMap<>(values);
  }

  Map<String, String> values() {
    return values;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** What a value would add to what is wrong. */
  List<String> problemsOf(String name, String value) {
    Answers more = new Answers(request, app, values);
    more.put(name, value);
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
    settings.pipelineVersion = values.get("pipelineVersion");
    settings.appName = values.get("appName");
    settings.pythonVersion = values.get("pythonVersion");
    settings.branch = values.get("branch");
    if (has("source")) {
      settings.source = new SourceSettings();
      settings.source.set(values.get("source"));
    }
    return settings;
  }
}
