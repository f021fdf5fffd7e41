/**
 * The Chalice application on disk: its {@code .chalice/config.json}, its {@code .python-version}
 * and where it lies in the repository. Reads files, writes none. Uses {@code core.input} and {@code
 * core.problem}.
 */
package io.github.chalicemaven.core.app;
