package io.github.chalicemaven.init;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.InvalidConfigurationException;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.resolve.ApplicationName;
import io.github.chalicemaven.core.resolve.RepositoryUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plans how a project gets its pipeline. Looks first, asks only what it could not find, and keeps
 * of the answers what {@code generate-pipeline} would not work out by itself.
 */
public final class GuidedStart {

  private static final String DEFAULT_SOURCE = "codecommit";
  private static final String DEFAULT_BRANCH = "main";
  private static final String DEFAULT_GROUP_ID = "com.example";

  private static final Pattern GROUP_ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  private final StartRequest request;
  private final Prompt prompt;
  private final Consumer<String> found;

  private GuidedStart(StartRequest request, Prompt prompt, Consumer<String> found) {
    this.request = request;
    this.prompt = prompt;
    this.found = found;
  }

  /**
   * Plans.
   *
   * @param found takes what was found and where, a line each, before the next question is asked
   * @throws InvalidConfigurationException with what is wrong, or missing and not to be asked for
   */
  public static StartPlan plan(StartRequest request, Prompt prompt, Consumer<String> found) {
    return new GuidedStart(request, prompt, found).plan();
  }

  /**
   * Whether a folder, or one below it that is no other project, has a Chalice application; for the
   * root of a build that has modules.
   */
  public static boolean hasApp(Path folder) {
    return !AppSearch.find(folder).isEmpty();
  }

  private StartPlan plan() {
    Optional<PomChange.Existing> pom = existing();
    Optional<String> present = present(pom);
    if (present.isPresent()) {
      return StartPlan.present(present.get());
    }
    ChaliceApp app = app();
    Answers answers = answers(app);
    findName(app, answers);
    findPython(app, answers);
    findSource(GitRepository.read(app.repository()), answers);
    List<String> warnings = answers.check();
    PluginEntry plugin =
        new PluginEntry(
            request.pluginVersion(),
            request.pom().filter(StartRequest.Pom::managesVersion).isEmpty(),
            request.pom().filter(StartRequest.Pom::hasModules).isEmpty(),
            answers.parameters());
    PomChange change =
        pom.map(existing -> PomChange.edit(existing, plugin)).orElseGet(() -> create(app, plugin));
    return new StartPlan(warnings, present, Optional.of(change), Optional.of(plugin.command()));
  }

  private Optional<PomChange.Existing> existing() {
    Problems problems = new Problems();
    Optional<PomChange.Existing> existing =
        request.pom().flatMap(pom -> PomChange.Existing.read(pom.file(), problems));
    problems.throwIfAny();
    return existing;
  }

  private Optional<String> present(Optional<PomChange.Existing> pom) {
    return pom.flatMap(
            existing -> existing.editor().place(PluginEntry.GROUP_ID, PluginEntry.ARTIFACT_ID))
        .or(
            () ->
                request
                    .pom()
                    .filter(StartRequest.Pom::inheritsPlugin)
                    .map(inherited -> "in a parent POM or an active profile"));
  }

  private ChaliceApp app() {
    Path folder = folder();
    Problems problems = new Problems();
    ChaliceApp app = ChaliceApp.read(folder, null, request.directory(), problems);
    problems.throwIfAny();
    return app;
  }

  private Path folder() {
    if (request.given().containsKey(Answer.APP_DIRECTORY)) {
      return resolved(request.given().get(Answer.APP_DIRECTORY));
    }
    List<Path> apps = AppSearch.find(request.directory());
    if (apps.size() == 1) {
      String path = relative(apps.get(0));
      found("application", path.isEmpty() ? "this folder" : path, "app.py, .chalice/config.json");
      return apps.get(0);
    }
    String names = apps.stream().map(this::relative).collect(Collectors.joining(", "));
    String answer =
        prompt.ask(
            "Folder of the Chalice application" + (apps.isEmpty() ? "" : " (" + names + ")"),
            null,
            path ->
                isApp(path)
                    ? List.of()
                    : List.of("This folder has neither app.py nor .chalice/config.json."),
            apps.isEmpty()
                ? "There is no Chalice application in "
                    + request.directory()
                    + ": no app.py, no .chalice/config.json. Run the goal in the application's"
                    + " folder, or specify it with -Dchalice.appDirectory."
                : "There are several Chalice applications: "
                    + names
                    + ". Choose one with -Dchalice.appDirectory.");
    return resolved(answer);
  }

  private boolean isApp(String path) {
    try {
      return ChaliceApp.isChalice(request.directory().resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Path resolved(String path) {
    try {
      return request.directory().resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidConfigurationException(
          List.of(
              Setting.of("appDirectory", path) + ": this path is not valid. Use another path."));
    }
  }

  private Answers answers(ChaliceApp app) {
    Map<Answer, String> values = new HashMap<>(request.given());
    values.put(Answer.APP_DIRECTORY, relative(app.directory()));
    values.remove(Answer.APP_DIRECTORY, "");
    return new Answers(request, app, values);
  }

  private void findName(ChaliceApp app, Answers answers) {
    Optional<Setting> named =
        app.config()
            .appName()
            .or(() -> request.facts().artifactId().map(id -> new Setting("artifactId", id)));
    if (answers.has(Answer.APP_NAME)) {
      return;
    }
    if (named.filter(name -> ApplicationName.isValid(name.value())).isPresent()) {
      found("application's name", named.get().value(), named.get().place());
      return;
    }
    String close = named.map(Setting::value).orElse(app.directory().getFileName().toString());
    ask(answers, Answer.APP_NAME, "Application's name", ApplicationName.suggestion(close), null);
  }

  private void findPython(ChaliceApp app, Answers answers) {
    if (answers.has(Answer.PYTHON_VERSION)) {
      return;
    }
    if (app.pythonVersion().isPresent()) {
      found("Python version", app.pythonVersion().get().value(), app.pythonVersion().get().place());
      return;
    }
    String usual = PythonVersion.DEFAULT.toString();
    ask(answers, Answer.PYTHON_VERSION, "Python version", usual, usual);
  }

  private void findSource(GitRepository git, Answers answers) {
    Optional<RepositoryUrl> remote = git.remoteUrl().flatMap(RepositoryUrl::parse);
    Optional<RepositoryUrl> scm =
        request.facts().scmUrls().stream()
            .flatMap(url -> RepositoryUrl.parse(url).stream())
            .findFirst();
    if (!answers.has(Answer.SOURCE)) {
      if (remote.isPresent()) {
        found("source", remote.get().shorthand(), "Git's remote");
        if (!remote.equals(scm)) {
          answers.put(Answer.SOURCE, remote.get().shorthand());
        }
      } else if (scm.isPresent()) {
        found("source", scm.get().shorthand(), "<scm>");
      } else {
        ask(
            answers,
            Answer.SOURCE,
            "Source (" + DEFAULT_SOURCE + sourcesOnKnownHosts() + ")",
            DEFAULT_SOURCE,
            null);
      }
    }
    if (!answers.has(Answer.BRANCH)) {
      if (git.branch().isPresent()) {
        found("branch", git.branch().get(), "Git");
        keep(answers, Answer.BRANCH, git.branch().get(), DEFAULT_BRANCH);
      } else {
        ask(answers, Answer.BRANCH, "Branch that is deployed", DEFAULT_BRANCH, DEFAULT_BRANCH);
      }
    }
  }

  private static String sourcesOnKnownHosts() {
    return Arrays.stream(Source.Provider.values())
        .filter(provider -> provider.host().isPresent())
        .map(provider -> ", " + provider + (provider.hasGroups() ? ":group/name" : ":owner/name"))
        .collect(Collectors.joining());
  }

  private PomChange create(ChaliceApp app, PluginEntry plugin) {
    String name =
        plugin
            .values()
            .getOrDefault(
                Answer.APP_NAME.parameter(), app.config().appName().map(Setting::value).orElse(""));
    Function<String, List<String>> judge =
        id ->
            GROUP_ID.matcher(id).matches()
                ? List.of()
                : List.of(
                    Setting.of("groupId", id)
                        + ": use a group ID such as "
                        + DEFAULT_GROUP_ID
                        + ".");
    String groupId =
        request
            .groupId()
            .orElseGet(() -> prompt.ask("Group ID of the new POM", DEFAULT_GROUP_ID, judge, ""));
    if (!judge.apply(groupId).isEmpty()) {
      throw new InvalidConfigurationException(judge.apply(groupId));
    }
    return PomChange.create(request.pomFile(), groupId, name, plugin);
  }

  private void found(String what, String value, String where) {
    String place =
        where.replace(request.directory() + request.directory().getFileSystem().getSeparator(), "");
    found.accept("Found the " + what + ": " + Setting.shown(value) + " (" + place + ")");
  }

  private void ask(
      Answers answers, Answer answer, String question, String usual, String workedOut) {
    String value = prompt.ask(question, usual, one -> answers.problemsOf(answer, one), "");
    keep(answers, answer, value, workedOut);
  }

  /** Keeps a value unless the goal comes to the same by itself. */
  private static void keep(Answers answers, Answer answer, String value, String workedOut) {
    if (!value.equals(workedOut)) {
      answers.put(answer, value);
    }
  }

  private String relative(Path folder) {
    return request.directory().relativize(folder).toString().replace('\\', '/');
  }
}
