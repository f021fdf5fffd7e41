/**
 * The guided start, free of Maven: {@link io.github.chalicemaven.init.GuidedStart} looks at the
 * application, its Git repository and its POM, asks by a {@link io.github.chalicemaven.init.Prompt}
 * what it could not find, and plans the change of the POM, which {@link
 * io.github.chalicemaven.init.PomChange} shows and writes. Runs no program. Uses {@code core},
 * {@code core.app}, {@code core.buildspec}, {@code core.document}, {@code core.files}, {@code
 * core.pipeline}, {@code core.problem}, {@code core.resolve} and {@code core.settings}.
 */
package io.github.chalicemaven.init;
