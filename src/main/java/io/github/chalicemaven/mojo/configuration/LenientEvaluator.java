package io.github.chalicemaven.mojo.configuration;

import java.io.File;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.TypeAwareExpressionEvaluator;

/**
 * Leaves an expression of the user's that has no value as it is, alone and within other text.
 * Maven's own makes {@code null} of one that is alone, so that the default would be taken without a
 * word, or a command be lost.
 */
public record LenientEvaluator(ExpressionEvaluator maven) implements TypeAwareExpressionEvaluator {

  /** Where the user gives none, a parameter's value is the expression of its own property. */
  private static final String OWN = "${chalice.";

  @Override
  public Object evaluate(String expression, Class<?> type) throws ExpressionEvaluationException {
    return orSame(
        expression,
        maven instanceof TypeAwareExpressionEvaluator typeAware
            ? typeAware.evaluate(expression, type)
            : maven.evaluate(expression));
  }

  @Override
  public Object evaluate(String expression) throws ExpressionEvaluationException {
    return orSame(expression, maven.evaluate(expression));
  }

  @Override
  public File alignToBaseDirectory(File file) {
    return maven.alignToBaseDirectory(file);
  }

  private static Object orSame(String expression, Object value) {
    return value != null || expression == null || expression.startsWith(OWN) ? value : expression;
  }
}
