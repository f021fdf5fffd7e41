package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.junit.jupiter.api.Test;

class LenientEvaluatorTest {

  private final LenientEvaluator evaluator = new LenientEvaluator(new NoValues());

  @Test
  void keepsAnExpressionThatHasNoValue() throws Exception {
    assertThat(evaluator.evaluate("${EndpointURL}")).isEqualTo("${EndpointURL}");
    assertThat(evaluator.evaluate("${EndpointURL}", String.class)).isEqualTo("${EndpointURL}");
  }

  @Test
  void hasNoValueForAParameterThatIsNotGiven() throws Exception {
    assertThat(evaluator.evaluate("${chalice.branch}")).isNull();
    assertThat(evaluator.evaluate(null)).isNull();
  }

  @Test
  void leavesOtherTextsAndFilesToMaven() throws Exception {
    assertThat(evaluator.evaluate("main")).isEqualTo("main");
    assertThat(evaluator.alignToBaseDirectory(new File("a"))).isEqualTo(new File("/base/a"));
  }

  private static final class NoValues implements ExpressionEvaluator {
    @Override
    public Object evaluate(String expression) {
      return expression == null || expression.startsWith("${") ? null : expression;
    }

    @Override
    public File alignToBaseDirectory(File file) {
      return new File("/base", file.getPath());
    }
  }
}
