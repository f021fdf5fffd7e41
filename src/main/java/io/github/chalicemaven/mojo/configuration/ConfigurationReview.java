package io.github.chalicemaven.mojo.configuration;

import io.github.chalicemaven.core.problem.Problems;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** What only the POMs and the command line show, and not the values that Maven makes of them. */
public final class ConfigurationReview {

  private ConfigurationReview() {}

  /**
   * Reviews how an execution was configured.
   *
   * @param problems receives what is wrong
   */
  public static void check(
      MavenSession session, MavenProject project, MojoExecution execution, Problems problems) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    MojoDescriptor goal = plugin.getMojo("generate-pipeline");
    WrittenConfiguration written =
        WrittenConfiguration.of(
            project, execution.getPlugin().getKey(), execution.getExecutionId());
    KnownNames names = new KnownNames(plugin, problems);
    names.checkParameters(written.parts());
    names.checkProperties(session.getUserProperties(), project.getProperties());
    if (written.parts().isEmpty()) {
      return;
    }
    names.checkPrecedence(session.getUserProperties(), written.parts());
    new InheritedLists(problems).check(written.parts());
    if (execution.getConfiguration() != null) {
      Expressions expressions = new Expressions(written, session, execution);
      new MachineTexts(written, goal, execution.getConfiguration(), expressions, problems).check();
    }
  }
}
