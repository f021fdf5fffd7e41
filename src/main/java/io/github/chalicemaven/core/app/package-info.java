/**
 * The Chalice application on disk: its {@code .chalice/config.json}, its {@code .python-version}
 * and its place in the repository; and facts about the project around it. Reads files and writes
 * none. Uses {@code core.files} and {@code core.problem}.
 */
package io.github.chalicemaven.core.app;
