package io.github.chalicemaven.core.pipeline;

/** An SNS topic that notifies people. */
public sealed interface Topic {

  /** A topic that exists. */
  record Existing(String arn) implements Topic {

    public Existing {
      Guard.text("Existing.arn", arn);
    }
  }

  /** A topic that the template creates, with one subscriber. */
  record Email(String address) implements Topic {

    public Email {
      Guard.text("Email.address", address);
    }
  }
}
