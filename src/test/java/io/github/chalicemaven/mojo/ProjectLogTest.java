package io.github.chalicemaven.mojo;

import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.mojo.configuration.Poms;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ProjectLogTest {

  private final Log log = mock(Log.class);
  private final MavenSession session = mock(MavenSession.class);
  private final MavenProject orders = Poms.project("orders", null, "");
  private final MavenProject invoices = Poms.project("invoices", null, "");

  @BeforeEach
  void startABuild() {
    RepositorySystemSession repositories = mock(RepositorySystemSession.class);
    when(repositories.getData()).thenReturn(new DefaultSessionData());
    when(session.getRepositorySession()).thenReturn(repositories);
  }

  @Test
  void namesTheProjectWhereOthersWriteInBetween() {
    of(orders, true).info("plain");
    of(orders, false).info("not announced");
    when(session.isParallel()).thenReturn(true);
    of(orders, true).info("parallel");
    of(orders, true).warnOnce("warning");

    InOrder order = inOrder(log);
    order.verify(log).info("plain");
    order.verify(log).info("orders: not announced");
    order.verify(log).info("orders: parallel");
    order.verify(log).warn("orders: warning");
  }

  @Test
  void saysAThingOfAProjectOnce() {
    of(orders, true).infoOnce("note");
    of(orders, true).infoOnce("note");
    of(orders, true).warnOnce("warning");
    of(orders, true).warnOnce("warning");
    of(invoices, true).infoOnce("note");

    verify(log, times(2)).info("note");
    verify(log).warn("warning");
    verifyNoMoreInteractions(log);
  }

  private ProjectLog of(MavenProject project, boolean announced) {
    return ProjectLog.of(log, session, project, announced);
  }
}
