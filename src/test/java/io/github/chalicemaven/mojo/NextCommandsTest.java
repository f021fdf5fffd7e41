package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.mojo.configuration.Poms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.internal.DefaultMojoExecutionConfigurator;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Model;
import org.apache.maven.model.plugin.DefaultPluginConfigurationExpander;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/**
 * The commands that {@code generate-pipeline} logs, by this plugin and by the AWS CLI, deploy the
 * same stack, wherever its name is configured. Configured as Maven does it.
 */
class NextCommandsTest {

  private static final Pattern MAVEN =
      Pattern.compile("(?m)^Next: mvn chalice:(deploy-pipeline)(?:@(\\S+))?(.*)$");
  private static final Pattern PROPERTY = Pattern.compile(" -D(\\S+)=(\\S+)");
  private static final Pattern CLI =
      Pattern.compile("(?m)^Or with the AWS CLI: aws cloudformation deploy --stack-name (\\S+) ");

  private static final String STACK = "chalice.stackName";

  private final Log log = mock(Log.class);
  @TempDir private Path folder;

  @BeforeEach
  void createAnApplication() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    Files.createFile(folder.resolve("app.py"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // execution | user property | POM property | plugin | execution's configuration | stack
        "pipeline    | -    | -       | -      | -         | orders-pipeline",
        "default-cli | -    | -       | -      | -         | orders-pipeline",
        "pipeline    | user | -       | -      | -         | user",
        "default-cli | user | -       | -      | -         | user",
        "pipeline    | -    | project | -      | -         | project",
        "pipeline    | user | project | -      | -         | user",
        "pipeline    | -    | -       | plugin | -         | plugin",
        "default-cli | -    | project | plugin | -         | plugin",
        "pipeline    | -    | -       | -      | execution | execution",
        "pipeline    | -    | project | plugin | execution | execution",
        "default-cli | -    | -       | -      | execution | orders-pipeline"
      })
  void areAboutTheSameStack(
      String execution,
      String ofUser,
      String ofProject,
      String ofPlugin,
      String ofExecution,
      String stack)
      throws Exception {
    String pom = pom(ofProject, ofPlugin, ofExecution);
    Properties user = new Properties();
    if (ofUser != null) {
      user.setProperty(STACK, ofUser);
    }
    goal("generate-pipeline", execution, pom, user).execute();

    Matcher maven = logged(MAVEN);
    String named = maven.group(2) == null ? "default-cli" : maven.group(2);
    Properties given = new Properties();
    PROPERTY
        .matcher(maven.group(3))
        .results()
        .forEach(option -> given.setProperty(option.group(1), option.group(2)));

    assertThat(
            goal(maven.group(1), named, pom, given).resolve(new Problems()).pipeline().stackName())
        .isEqualTo(stack)
        .isEqualTo(logged(CLI).group(1));
  }

  private Matcher logged(Pattern pattern) {
    ArgumentCaptor<CharSequence> lines = ArgumentCaptor.forClass(CharSequence.class);
    verify(log, atLeastOnce()).info(lines.capture());
    Matcher matcher =
        pattern.matcher(lines.getAllValues().stream().distinct().collect(Collectors.joining("\n")));
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher;
  }

  private static String pom(String ofProject, String ofPlugin, String ofExecution) {
    return "<artifactId>orders</artifactId><properties>"
        + element(STACK, ofProject)
        + "</properties><build><plugins>"
        + Poms.plugin(
            "<branch>main</branch>" + element("stackName", ofPlugin),
            "<version>1</version><executions><execution><id>pipeline</id><configuration>"
                + element("stackName", ofExecution)
                + "</configuration></execution></executions>")
        + "</plugins></build>";
  }

  private static String element(String name, String text) {
    return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
  }

  /** A goal of a build with this POM and these user properties. */
  private AbstractPipelineMojo goal(String name, String id, String pom, Properties user)
      throws Exception {
    Model model = Poms.model(pom);
    new DefaultPluginConfigurationExpander().expandPluginConfiguration(model, null, null);
    MavenProject project = new MavenProject(model);
    project.setOriginalModel(Poms.model(pom));
    project.setFile(folder.resolve("pom.xml").toFile());
    project.getBuild().setDirectory(folder.resolve("target").toString());
    project.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());

    MojoDescriptor descriptor = Goals.named(name);
    descriptor.getPluginDescriptor().setPlugin(project.getPlugin(Poms.PLUGIN));
    MojoExecution execution = new MojoExecution(descriptor, id, MojoExecution.Source.LIFECYCLE);
    new DefaultMojoExecutionConfigurator().configure(project, execution, id.equals("default-cli"));
    Xpp3Dom configuration =
        Xpp3Dom.mergeXpp3Dom(
            execution.getConfiguration(), MojoDescriptorCreator.convert(descriptor));
    AbstractPipelineMojo goal =
        (AbstractPipelineMojo)
            Goals.configured(
                descriptor,
                new XmlPlexusConfiguration(configuration),
                new PluginParameterExpressionEvaluator(session(project, user), execution));
    goal.setLog(log);
    return goal;
  }

  private MavenSession session(MavenProject project, Properties user) {
    RepositorySystemSession repositories = mock(RepositorySystemSession.class);
    when(repositories.getData()).thenReturn(new DefaultSessionData());
    MavenSession session = mock(MavenSession.class);
    when(session.getRepositorySession()).thenReturn(repositories);
    when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
    when(session.getSystemProperties()).thenReturn(new Properties());
    when(session.getUserProperties()).thenReturn(user);
    when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
    when(session.getCurrentProject()).thenReturn(project);
    when(session.getTopLevelProject()).thenReturn(project);
    return session;
  }
}
