package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.SecretService;

/**
 * A secret that the template refers to, and that is created where it does not exist. One that
 * exists is never changed, or read.
 *
 * @param name its name
 * @param key the key of its JSON
 * @param value the value of the key
 * @param source where the value comes from, for the question
 */
public record SecretCreation(String name, String key, String value, String source) {

  /** Creates the secret, unless it exists. */
  public void unlessPresent(SecretService secrets, Dialog dialog, DeploymentOptions options) {
    if (secrets.exists(name)) {
      dialog.say("Secret " + name + " exists; it is not changed.");
      return;
    }
    if (options.dryRun()) {
      dialog.say(
          "Secret " + name + " does not exist; a deployment creates it from " + source + ".");
      return;
    }
    new Confirmation(dialog, options.yes())
        .ask("Secret " + name + " does not exist. Create it from " + source + "?");
    secrets.create(name, Json.object(key, value), "Created by chalice-maven-plugin from " + source);
    dialog.say("Created secret " + name + ".");
  }

  /** The value is a secret. */
  @Override
  public String toString() {
    return "SecretCreation[" + name + "]";
  }
}
