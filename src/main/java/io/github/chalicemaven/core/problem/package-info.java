/**
 * What is wrong with the user's input: {@link io.github.chalicemaven.core.problem.Problems} gathers
 * it, {@link io.github.chalicemaven.core.problem.InvalidConfigurationException} says all of it at
 * once. Every package of the core may use this one; it uses none.
 */
package io.github.chalicemaven.core.problem;
