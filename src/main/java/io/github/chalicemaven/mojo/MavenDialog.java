package io.github.chalicemaven.mojo;

import io.github.chalicemaven.deploy.DeploymentException;
import io.github.chalicemaven.deploy.Dialog;
import java.io.Console;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Says lines in Maven's log; asks, and shows what goes on, on the terminal where there is one. */
final class MavenDialog implements Dialog {

  private static final int COLUMNS = 100;
  private static final String LINE_AGAIN = "\r\u001b[K";

  private final Log log;

  /** Null with {@code -B} or without a terminal. */
  private final Console terminal;

  private String shown = "";

  MavenDialog(Log log, MavenSession session) {
    this.log = log;
    this.terminal = Terminal.of(session).orElse(null);
  }

  @Override
  public void say(String line) {
    status("");
    log.info(line);
  }

  @Override
  public void warn(String line) {
    status("");
    log.warn(line);
  }

  @Override
  public void detail(String line) {
    if (log.isDebugEnabled()) {
      status("");
      log.debug(line);
    }
  }

  @Override
  public void status(String line) {
    if (terminal != null && !line.equals(shown)) {
      String cut = line.length() > COLUMNS ? line.substring(0, COLUMNS - 3) + "..." : line;
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
    String answer = terminal.readLine("%s [y/N]: ", question);
    return answer != null && answer.strip().matches("(?i)y(es)?");
  }

  @Override
  public String askCode(String question) {
    if (terminal == null) {
      throw new DeploymentException(
          "an MFA code is needed, and the goal cannot ask for it: in batch mode (-B) or without a"
              + " terminal, use credentials that need none (for example `aws sts assume-role` in"
              + " the environment).");
    }
    String code = terminal.readLine("%s: ", question);
    return code == null ? "" : code.strip();
  }
}
