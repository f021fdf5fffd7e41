/**
 * The Chalice application on disk: its {@code .chalice/config.json}, its {@code .python-version}
 * and where it lies in the repository; and what is known of the project around it. Reads files,
 * writes none. Uses {@code core.files} and {@code core.problem}.
 */
package io.github.chalicemaven.core.app;
