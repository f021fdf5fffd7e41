package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.deploy.operation.Masks;
import io.github.chalicemaven.deploy.service.DeploymentException;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class MavenDialogTest {

  private final Log log = mock(Log.class);
  private final MavenSession session = mock(MavenSession.class);

  @BeforeEach
  void startABuildWithoutATerminal() {
    when(session.getRequest())
        .thenReturn(new DefaultMavenExecutionRequest().setInteractiveMode(false));
    when(log.isDebugEnabled()).thenReturn(true);
  }

  @Test
  void whatIsSaidHasNoSecretAndNoControlCharacter() {
    dialog().say("Role: hunter2\u001b[31m is wrong\n[INFO] BUILD SUCCESS");
    dialog().warn("Key: hunter2\u202e is wrong");
    dialog().detail("HTTP hunter2\u0007");

    verify(log).info("Role: ****\\u001b[31m is wrong\\u000a[INFO] BUILD SUCCESS");
    verify(log).warn("Key: ****\\u202e is wrong");
    verify(log).debug("HTTP ****\\u0007");
  }

  @Test
  void aFailureHasNoSecretAndNoControlCharacterAndKeepsItsLines() {
    DeploymentException e =
        new DeploymentException(
            "the change set failed: hunter2.\n  - Key: \u001b[31m",
            new IllegalStateException("hunter2\u0007"));

    assertThat(dialog().failure(e))
        .hasMessage("the change set failed: ****.\n  - Key: \\u001b[31m")
        .hasNoCause();

    ArgumentCaptor<CharSequence> trace = ArgumentCaptor.forClass(CharSequence.class);
    verify(log).debug(trace.capture());
    assertThat(trace.getValue().toString())
        .contains("the change set failed: ****.\n  - Key: \\u001b[31m\n    at ")
        .contains("Caused by: java.lang.IllegalStateException: ****\\u0007\n    ");
  }

  @Test
  void aTraceIsForDebuggingOnly() {
    when(log.isDebugEnabled()).thenReturn(false);
    assertThat(dialog().failure(new DeploymentException("denied."))).hasMessage("denied.");
    dialog().detail("HTTP status 200");

    verify(log, never()).debug(org.mockito.ArgumentMatchers.any(CharSequence.class));
  }

  private MavenDialog dialog() {
    return new MavenDialog(log, session, new Masks(List.of("hunter2")));
  }
}
