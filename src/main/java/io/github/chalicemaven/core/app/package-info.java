/**
 * The Chalice application on disk: its {@code .chalice/config.json}, its {@code .python-version}
 * and its place in the repository; and facts about the project around it. Reads files and writes
 * none. Uses {@code core.files}, {@code core.problem} and, for templates that the build merges,
 * {@code core.document} and {@code core.cloudformation}.
 */
package io.github.chalicemaven.core.app;
