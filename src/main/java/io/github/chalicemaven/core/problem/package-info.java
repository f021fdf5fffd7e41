/**
 * What is wrong with the user's input: {@link io.github.chalicemaven.core.problem.Problems}
 * collects it, {@link io.github.chalicemaven.core.problem.InvalidConfigurationException} reports it
 * all at once. Every package of the core may use this one; it uses none.
 */
package io.github.chalicemaven.core.problem;
