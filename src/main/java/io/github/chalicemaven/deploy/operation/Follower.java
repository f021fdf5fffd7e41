package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.Reason;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackEvent;
import io.github.chalicemaven.deploy.service.StackService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows an operation of CloudFormation to its end, and tells of its events as they come. */
final class Follower {

  private static final long POLL = 2_000;
  private static final long QUIET_SECONDS = 30;

  private final StackService stacks;
  private final Dialog dialog;
  private final Time time;
  private final Instant deadline;
  private final Duration timeout;
  private final DateTimeFormatter clock;

  Follower(StackService stacks, Dialog dialog, Time time, Duration timeout, ZoneId zone) {
    this.stacks = stacks;
    this.dialog = dialog;
    this.time = time;
    this.timeout = timeout;
    this.deadline = time.now().plus(timeout);
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
  }

  /**
   * Follows the operation that began after an event.
   *
   * @param after the ID of the last event before the operation; null where there was none
   * @param expected how many resources it is about; 0 where that is not known
   * @return the operation's events, oldest first; the last one ends it
   * @throws DeploymentException where time is up
   */
  List<StackEvent> follow(String stackId, String after, int expected) {
    Progress progress = new Progress(expected);
    String last = after;
    try {
      while (true) {
        for (StackEvent event : stacks.eventsAfter(stackId, last)) {
          last = event.id();
          progress.add(event);
          dialog.say(progress.line(event));
          if (event.endsOperation()) {
            return progress.events;
          }
        }
        progress.tellWaiting();
        rest(stackId);
      }
    } finally {
      dialog.status("");
    }
  }

  /** The stack once nothing is at work on it; empty where there is none, or none any more. */
  Optional<Stack> settled(String name) {
    Optional<Stack> stack = stacks.find(name);
    while (stack.isPresent() && stack.get().status().isInProgress()) {
      await(stack.get());
      stack = stacks.find(name);
      dialog.say(
          stack
              .map(now -> "Stack " + name + " is in " + now.status() + " now.")
              .orElse("Stack " + name + " no longer exists."));
    }
    return stack;
  }

  /** Waits for the end of an operation that something else has begun. */
  private void await(Stack running) {
    dialog.say(
        "Stack "
            + running.name()
            + " is in "
            + running.status()
            + ": another operation is in progress; waiting for its end.");
    Optional<Stack> stack = Optional.of(running);
    try {
      while (stack.isPresent() && stack.get().status().isInProgress()) {
        dialog.status("Waiting: " + running.name() + " is in " + stack.get().status());
        rest(running.id());
        stack = stacks.find(running.id());
      }
    } finally {
      dialog.status("");
    }
  }

  /** Lets a moment pass, unless time is up. */
  void rest(String stack) {
    if (!time.now().isBefore(deadline)) {
      throw new DeploymentException(
          "not finished after "
              + timeout.toMinutes()
              + " minutes, the value of "
              + Setting.place("timeoutMinutes")
              + ". AWS continues. To follow it: "
              + followCommand(stack));
    }
    time.rest(POLL);
  }

  /** How to follow the stack without the plugin. */
  static String followCommand(String stack) {
    return "aws cloudformation describe-stack-events --stack-name " + stack;
  }

  /** What has happened so far. */
  private final class Progress {

    private final int expected;
    private final List<StackEvent> events = new ArrayList<>();
    private final Map<String, StackEvent> working = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private Instant lastWord = time.now();

    Progress(int expected) {
      this.expected = expected;
    }

    void add(StackEvent event) {
      events.add(event);
      lastWord = time.now();
      if (event.isOfStack()) {
        return;
      }
      if (event.isSettled()) {
        working.remove(event.logicalId());
        done.add(event.logicalId());
      } else {
        working.putIfAbsent(event.logicalId(), event);
      }
    }

    String line(StackEvent event) {
      String reason = event.reason().isEmpty() ? "" : "  " + Reason.oneLine(event.reason());
      return String.format(
          "%s  %s  %-27s  %s (%s)%s",
          clock.format(event.time()),
          counter(),
          event.status(),
          event.logicalId(),
          event.type(),
          reason);
    }

    private String counter() {
      return expected == 0
          ? String.format("%3d", done.size())
          : String.format("%3d/%d", Math.min(done.size(), expected), expected);
    }

    /** In a log only after a while without an event; on a terminal at once, and in place. */
    void tellWaiting() {
      if (working.isEmpty()) {
        return;
      }
      String line = counter().strip() + " done, waiting for " + waitingFor();
      if (dialog.isInteractive()) {
        dialog.status(line);
      } else if (Duration.between(lastWord, time.now()).toSeconds() >= QUIET_SECONDS) {
        dialog.say(line);
        lastWord = time.now();
      }
    }

    private String waitingFor() {
      return working.values().stream()
          .map(
              event ->
                  event.logicalId()
                      + " ("
                      + event.type()
                      + ", "
                      + Math.max(0, Duration.between(event.time(), time.now()).toSeconds())
                      + " s)")
          .collect(Collectors.joining(", "));
    }
  }
}
