package io.github.chalicemaven.core.settings;

/** An element of a goal's configuration whose public fields are elements in it. */
public interface SettingsElement {}
