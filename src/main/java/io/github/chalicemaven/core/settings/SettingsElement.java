package io.github.chalicemaven.core.settings;

/** An element of a goal's configuration, whose public fields are its child elements. */
public interface SettingsElement {}
