package io.github.chalicemaven.mojo;

import io.github.chalicemaven.Documents;
import io.github.chalicemaven.Goals;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.it.InvokedProject;
import io.github.chalicemaven.mojo.configuration.Poms;
import io.github.chalicemaven.report.Report;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Scm;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.util.FileUtils;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A folder of {@code src/it} as an example: what its POM says, and its pipelines. */
record Example(String name) {

  static final Path FOLDERS = Path.of("src/it");

  private static final Pattern COMMENT = Pattern.compile("(?s)\\?>\\s*<!--(.*?)-->\\s*");
  private static final Pattern SAMPLE = Pattern.compile("sampleApp\\(basedir(?:, '([^']*)')?\\)");
  private static final Pattern GOLDEN =
      Pattern.compile("(?:golden\\(basedir, '([^']+)'|expected\\(basedir), name\\)\\.bytes");

  /** The modules whose pipelines are shown, where it is not the first one that has any. */
  private static final Map<String, String> MODULES = Map.of("inherited-stages", "added");

  /** The folders that say what they show, in alphabetical order. */
  static List<Example> all() throws Exception {
    try (Stream<Path> poms = Files.walk(FOLDERS, 2)) {
      return poms.filter(pom -> pom.endsWith("pom.xml"))
          .filter(pom -> COMMENT.matcher(read(pom)).find())
          .map(pom -> new Example(pom.getParent().getFileName().toString()))
          .sorted((a, b) -> a.name.compareTo(b.name))
          .toList();
    }
  }

  /** What the POM says of itself. */
  String description() {
    Matcher comment = COMMENT.matcher(read(file("pom.xml")));
    return comment.find() ? comment.group(1).strip().replaceAll("\\s+", " ") : "";
  }

  /** The POMs, without what they say of themselves, and fragments, by their paths in the folder. */
  Map<String, String> files() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", COMMENT.matcher(read(file("pom.xml"))).replaceFirst("?>\n"));
    for (String module : model("").getModules()) {
      files.put(module + "/pom.xml", read(file(module + "/pom.xml")));
    }
    try (Stream<Path> fragments = Files.list(file(""))) {
      fragments
          .filter(fragment -> fragment.toString().endsWith(".yaml"))
          .forEach(fragment -> files.put(fragment.getFileName().toString(), read(fragment)));
    }
    return files;
  }

  /** The golden files that the integration test compares with, if it compares whole files. */
  Optional<String> golden() {
    Matcher golden = GOLDEN.matcher(read(file("verify.groovy")));
    return golden.find()
        ? Optional.of(Objects.toString(golden.group(1), "v2-codecommit"))
        : Optional.empty();
  }

  /** A pipeline of the example; its execution's ID is empty where there is only one. */
  record Drawn(String execution, Report report, Rendered rendered) {}

  /** Its pipelines, for the applications of the integration test. */
  List<Drawn> pipelines() throws Exception {
    Path repository = repository();
    String module = module();
    List<Drawn> pipelines = new ArrayList<>();
    Map<String, Xpp3Dom> configurations = configurations(module);
    for (Map.Entry<String, Xpp3Dom> execution : configurations.entrySet()) {
      PipelineSettings settings = settings(execution.getValue(), repository.resolve(module));
      ResolvedPipeline resolved =
          PipelineGenerator.resolve(
              settings, facts(repository, module), LocalDate.EPOCH, new Problems());
      Rendered rendered = PipelineGenerator.render(resolved);
      pipelines.add(
          new Drawn(
              configurations.size() == 1 ? "" : execution.getKey(),
              Report.of(resolved, rendered, List.of()),
              rendered));
    }
    return pipelines;
  }

  private Path repository() throws Exception {
    Path repository = Path.of("target/examples").toAbsolutePath().resolve(name);
    FileUtils.deleteDirectory(repository.toFile());
    FileUtils.copyDirectoryStructure(FOLDERS.resolve(name).toFile(), repository.toFile());
    InvokedProject.repository(repository.toFile());
    Matcher sample = SAMPLE.matcher(read(file("prebuild.groovy")));
    while (sample.find()) {
      InvokedProject.sampleApp(repository.toFile(), Objects.toString(sample.group(1), ""));
    }
    return repository;
  }

  /** The elements that are another goal's do not count. */
  private static PipelineSettings settings(Xpp3Dom configuration, Path project) throws Exception {
    MojoDescriptor goal = Goals.named("pipeline-report");
    for (int i = configuration.getChildCount() - 1; i >= 0; i--) {
      String element = configuration.getChild(i).getName();
      if (Goals.parameters(goal).noneMatch(parameter -> parameter.name().equals(element))) {
        configuration.removeChild(i);
      }
    }
    return ConfiguredGoal.settings(goal, configuration, project);
  }

  private ProjectFacts facts(Path repository, String module) throws Exception {
    Path project = repository.resolve(module);
    Scm scm = model("").getScm();
    return new ProjectFacts(
        Optional.of(model(module).getArtifactId()),
        project,
        project.resolve("target"),
        Optional.of(project.resolve("target/classes")),
        repository,
        scm == null ? List.of() : List.of(scm.getConnection()));
  }

  /** The module with the pipelines, or nothing for the folder itself. */
  private String module() throws Exception {
    if (MODULES.containsKey(name) || plugin(model("").getBuild()).isPresent()) {
      return MODULES.getOrDefault(name, "");
    }
    for (String module : model("").getModules()) {
      if (plugin(model(module).getBuild()).isPresent()) {
        return module;
      }
    }
    throw new IllegalStateException(name);
  }

  /** What configures the goal in each execution. */
  private Map<String, Xpp3Dom> configurations(String module) throws Exception {
    Plugin own = plugin(model(module).getBuild()).orElseThrow();
    Optional<Plugin> managed =
        Optional.ofNullable(model("").getBuild())
            .flatMap(build -> plugin(build.getPluginManagement()));
    Xpp3Dom configuration = merged(own.getConfiguration(), managed.map(Plugin::getConfiguration));
    Map<String, Xpp3Dom> executions = new LinkedHashMap<>();
    for (PluginExecution execution : own.getExecutions()) {
      executions.put(
          execution.getId(), merged(execution.getConfiguration(), Optional.of(configuration)));
    }
    return executions.isEmpty() ? Map.of("", configuration) : executions;
  }

  private static Xpp3Dom merged(Object own, Optional<Object> inherited) {
    Xpp3Dom copy = own == null ? new Xpp3Dom("configuration") : new Xpp3Dom((Xpp3Dom) own);
    return Xpp3Dom.mergeXpp3Dom(copy, (Xpp3Dom) inherited.orElse(null));
  }

  private static Optional<Plugin> plugin(PluginContainer container) {
    return container == null
        ? Optional.empty()
        : container.getPlugins().stream()
            .filter(plugin -> plugin.getKey().equals(Poms.PLUGIN))
            .findFirst();
  }

  private Model model(String module) throws Exception {
    String text = read(file(module.isEmpty() ? "pom.xml" : module + "/pom.xml"));
    Model model = new MavenXpp3Reader().read(new StringReader(text));
    for (String property : model.getProperties().stringPropertyNames()) {
      text = text.replace("${" + property + "}", model.getProperties().getProperty(property));
    }
    return new MavenXpp3Reader()
        .read(new StringReader(text.replace("${project.build.directory}", "target")));
  }

  private Path file(String path) {
    return FOLDERS.resolve(name).resolve(path);
  }

  /** A text, with the values that the integration tests put into it. */
  private static String read(Path file) {
    return Documents.text(file)
        .replace("@project.groupId@", "io.github.chalicemaven")
        .replace("@project.artifactId@", "chalice-maven-plugin")
        .replace("@project.version@", Goals.plugin().getVersion());
  }
}
