/**
 * What is wrong with the user's input: {@link io.github.chalicemaven.core.problem.Problems}
 * collects it, {@link io.github.chalicemaven.core.problem.InvalidConfigurationException} reports it
 * all at once, as a {@link io.github.chalicemaven.core.problem.FailureException}. Uses no other
 * package of this project.
 */
package io.github.chalicemaven.core.problem;
