package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.problem.FailureException;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.operation.Masks;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Dialog;
import java.io.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * Says lines in Maven's log; asks, and shows what goes on, on the terminal where there is one.
 * Whatever AWS says comes this way: secrets are masked, control characters escaped.
 */
final class MavenDialog implements Dialog {

  private static final int COLUMNS = 100;
  private static final String LINE_AGAIN = "\r\u001b[K";

  private final Log log;
  private final Masks masks;

  /** Null with {@code -B} or without a terminal. */
  private final Console terminal;

  private String shown = "";

  MavenDialog(Log log, MavenSession session, Masks masks) {
    this.log = log;
    this.masks = masks;
    this.terminal = Terminal.of(session).orElse(null);
  }

  @Override
  public void say(String line) {
    status("");
    log.info(safe(line));
  }

  @Override
  public void warn(String line) {
    status("");
    log.warn(safe(line));
  }

  @Override
  public void detail(String line) {
    if (log.isDebugEnabled()) {
      status("");
      log.debug(safe(line));
    }
  }

  @Override
  public void status(String line) {
    if (terminal != null && !line.equals(shown)) {
      String safe = safe(line);
      String cut = safe.length() > COLUMNS ? safe.substring(0, COLUMNS - 3) + "..." : safe;
      terminal.writer().print(LINE_AGAIN + cut);
      terminal.flush();
      shown = line;
    }
  }

  @Override
  public boolean isInteractive() {
    return terminal != null;
  }

  @Override
  public boolean confirm(String question) {
    status("");
    return Terminal.isYes(terminal.readLine("%s [y/N]: ", safe(question)));
  }

  @Override
  public String askCode(String question) {
    if (terminal == null) {
      throw new DeploymentException(
          "an MFA code is needed, and the goal cannot ask for it: in batch mode (-B) or without a"
              + " terminal, use credentials that need none (for example `aws sts assume-role` in"
              + " the environment).");
    }
    String code = terminal.readLine("%s: ", safe(question));
    return code == null ? "" : code.strip();
  }

  /** What the goal fails with; what led to it goes into the log with {@code -X}. */
  FailureException failure(DeploymentException e) {
    if (log.isDebugEnabled()) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      log.debug(safeLines(trace.toString().replace("\t", "    ")));
    }
    return new FailureException(safeLines(e.getMessage()));
  }

  private String safeLines(String text) {
    return masks.masked(text).lines().map(Setting::escaped).collect(Collectors.joining("\n"));
  }

  private String safe(String line) {
    return Setting.escaped(masks.masked(line));
  }
}
