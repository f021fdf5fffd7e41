package io.github.chalicemaven.init;

/** What the guided start finds out, in the order in which a POM gets it. */
public enum Answer {
  APP_DIRECTORY("appDirectory"),
  APP_NAME("appName"),
  PYTHON_VERSION("pythonVersion"),
  SOURCE("source"),
  BRANCH("branch");

  private final String parameter;

  Answer(String parameter) {
    this.parameter = parameter;
  }

  /** The parameter of {@code generate-pipeline}. */
  String parameter() {
    return parameter;
  }
}
