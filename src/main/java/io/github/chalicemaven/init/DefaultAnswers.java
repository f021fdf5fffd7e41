package io.github.chalicemaven.init;

import java.util.List;

/** Takes each default, for builds that nobody watches. */
public record DefaultAnswers() implements Prompt {

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public String ask(String question, String defaultAnswer) {
    return defaultAnswer;
  }

  @Override
  public void tell(List<String> lines) {
    // There is nobody.
  }
}
