package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.mojo.configuration.Poms;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ReactorRunTest {

  private final LifecycleExecutor lifecycle = mock(LifecycleExecutor.class);
  private final BuildPluginManager plugins = mock(BuildPluginManager.class);
  private final MavenSession session = mock(MavenSession.class);
  private final MavenSession cloned = mock(MavenSession.class);
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final MojoExecution planned = mock(MojoExecution.class);
  private final MojoDescriptor goal = goal();
  private final MavenProject root = project("shop", false);
  private final MavenProject orders = project("orders", true);
  private final MavenProject invoices = project("invoices", true);

  @BeforeEach
  void startABuildOfThreeProjects() throws Exception {
    when(session.getTopLevelProject()).thenReturn(root);
    when(session.getRequest()).thenReturn(request);
    when(session.getProjects()).thenReturn(List.of(root, orders, invoices));
    when(session.clone()).thenReturn(cloned);
    MavenExecutionPlan plan = mock(MavenExecutionPlan.class);
    when(plan.getMojoExecutions()).thenReturn(List.of(planned));
    when(lifecycle.calculateExecutionPlan(any(), any(String[].class))).thenReturn(plan);
  }

  @Test
  void theRootStandsInForThoseThatConfigureThePlugin() {
    assertThat(run(MojoExecution.Source.CLI).projects(root)).containsExactly(orders, invoices);
  }

  @Test
  void theFirstOfTheChosenStandsInForTheOthers() {
    when(session.getTopLevelProject()).thenReturn(orders);
    when(session.getProjects()).thenReturn(List.of(orders, invoices));

    assertThat(run(MojoExecution.Source.CLI).projects(orders)).containsExactly(orders, invoices);
    assertThat(run(MojoExecution.Source.CLI).projects(invoices)).isEmpty();
  }

  @Test
  void eachRunsForItselfInALifecycle() {
    assertThat(run(MojoExecution.Source.LIFECYCLE).projects(root)).isEmpty();
  }

  @Test
  void oneProjectRunsForItself() {
    when(session.getProjects()).thenReturn(List.of(root));

    assertThat(run(MojoExecution.Source.CLI).projects(root)).isEmpty();
  }

  @Test
  void theRootRunsForItselfWhereNoneConfiguresThePlugin() {
    when(session.getProjects()).thenReturn(List.of(root, project("a", false)));

    assertThat(run(MojoExecution.Source.CLI).projects(root)).isEmpty();
  }

  @Test
  void runsTheSameExecutionOfEach() throws Exception {
    run(MojoExecution.Source.CLI).run(List.of(orders, invoices), new SystemStreamLog());

    InOrder order = inOrder(cloned, lifecycle, plugins);
    for (MavenProject project : List.of(orders, invoices)) {
      order.verify(cloned).setCurrentProject(project);
      order
          .verify(lifecycle)
          .calculateExecutionPlan(
              cloned, "io.github.chalicemaven:chalice-maven-plugin:1.0:generate-pipeline@pipeline");
      order.verify(plugins).executeMojo(cloned, planned);
    }
  }

  @Test
  void reportsWhatFailsInEach() throws Exception {
    doThrow(new MojoFailureException("no name"), new MojoFailureException("no app"))
        .when(plugins)
        .executeMojo(any(), any());

    assertThatThrownBy(
            () ->
                run(MojoExecution.Source.CLI).run(List.of(orders, invoices), new SystemStreamLog()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("orders: no name\ninvoices: no app");
  }

  @Test
  void stopsAtTroubleThatIsNotTheUsers() throws Exception {
    doThrow(new MojoExecutionException("disk full")).when(plugins).executeMojo(any(), any());

    assertThatThrownBy(
            () -> run(MojoExecution.Source.CLI).run(List.of(orders), new SystemStreamLog()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("disk full");
  }

  @Test
  void checksEachAndForgetsIt() throws Exception {
    doThrow(new MojoFailureException("no name")).when(plugins).executeMojo(any(), any());

    assertThatThrownBy(
            () ->
                run(MojoExecution.Source.CLI)
                    .checkOnly(List.of(orders, invoices), new SystemStreamLog()))
        .hasMessage("orders: no name\ninvoices: no name");
    assertThat(ReactorRun.isCheckOnly(orders)).isFalse();
    assertThat(ReactorRun.isCheckOnly(invoices)).isFalse();
  }

  @Test
  void tellsAGoalThatItIsToCheckOnly() throws Exception {
    List<Boolean> checks = new ArrayList<>();
    doAnswer(call -> checks.add(ReactorRun.isCheckOnly(orders) && ReactorRun.isCheckOnly(invoices)))
        .when(plugins)
        .executeMojo(any(), any());
    run(MojoExecution.Source.CLI).checkOnly(List.of(orders, invoices), new SystemStreamLog());
    run(MojoExecution.Source.CLI).runInTurn(List.of(orders, invoices), new SystemStreamLog());

    assertThat(checks).containsExactly(true, true, false, false);
  }

  @Test
  void stopsAfterTheFirstThatFails() throws Exception {
    doThrow(new MojoFailureException("rolled back")).when(plugins).executeMojo(any(), any());

    assertThatThrownBy(
            () ->
                run(MojoExecution.Source.CLI)
                    .runInTurn(List.of(root, orders, invoices), new SystemStreamLog()))
        .hasMessage("shop: rolled back\nNot run for orders, invoices.");
    verify(plugins).executeMojo(any(), any());
  }

  @Test
  void goesOnToTheEndWhereMavenShall() throws Exception {
    request.setReactorFailureBehavior(MavenExecutionRequest.REACTOR_FAIL_AT_END);
    doThrow(new MojoFailureException("a"), new MojoFailureException("b"))
        .when(plugins)
        .executeMojo(any(), any());

    assertThatThrownBy(
            () ->
                run(MojoExecution.Source.CLI)
                    .runInTurn(List.of(orders, invoices), new SystemStreamLog()))
        .hasMessage("orders: a\ninvoices: b");
  }

  private ReactorRun run(MojoExecution.Source source) {
    return new ReactorRun(lifecycle, plugins, session, new MojoExecution(goal, "pipeline", source));
  }

  private static MojoDescriptor goal() {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("io.github.chalicemaven");
    plugin.setArtifactId("chalice-maven-plugin");
    plugin.setVersion("1.0");
    plugin.setPlugin(plugin());
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    goal.setGoal("generate-pipeline");
    return goal;
  }

  private static MavenProject project(String artifactId, boolean configures) {
    MavenProject project = Poms.project(artifactId, null, "");
    project.getModel().setBuild(new Build());
    if (configures) {
      project.getBuild().addPlugin(plugin());
    }
    return project;
  }

  private static Plugin plugin() {
    Plugin plugin = new Plugin();
    plugin.setGroupId("io.github.chalicemaven");
    plugin.setArtifactId("chalice-maven-plugin");
    return plugin;
  }
}
