package io.github.chalicemaven.core.app;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of the application that the commands of the pipeline's build need. */
public final class ApplicationFiles {

  private static final String REQUIREMENTS = "requirements.txt";

  private final Path directory;
  private final String commands;
  private final Problems problems;

  private ApplicationFiles(Path directory, List<String> commands, Problems problems) {
    this.directory = directory.toAbsolutePath().normalize();
    this.commands = String.join("\n", commands);
    this.problems = problems;
  }

  /**
   * Looks for the files. Where the folder does not exist, that is another's problem.
   *
   * @param directory the application's folder
   * @param commands the user's own, which may make files
   * @param mergeTemplate the application's template, relative to the folder
   * @param testReports paths of reports, relative to the folder
   * @param problems receives what certainly fails, and warnings of what commands may make
   */
  public static void check(
      Path directory,
      List<String> commands,
      Optional<String> mergeTemplate,
      List<String> testReports,
      Problems problems) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    ApplicationFiles files = new ApplicationFiles(directory, commands, problems);
    if (files.isApplication()) {
      files.warn();
      mergeTemplate.ifPresent(files::checkMergeTemplate);
      testReports.forEach(files::checkReports);
    }
  }

  /** A folder with requirements alone may be one whose application is to come. */
  private boolean isApplication() {
    if (ChaliceApp.isChalice(directory) || hasFile(REQUIREMENTS)) {
      return true;
    }
    problems.add(
        Setting.of("appDirectory", directory),
        "there is no Chalice application in this folder, no app.py and no .chalice/config.json."
            + " Specify the application's folder, or leave this project out with <skip>"
            + " (-Dchalice.skip) or <skipIfNoApp> (-Dchalice.skipIfNoApp).");
    return false;
  }

  private void warn() {
    warnUnlessFile(ChaliceApp.CODE_FILE, "Add the application.");
    warnUnlessFile(ChaliceApp.CONFIG_FILE, "Add the file; `chalice new-project` makes one.");
    // What installs from the file does not make it.
    if (!commands.replaceAll("(-r|--requirement)[ =]?" + REQUIREMENTS, "").contains(REQUIREMENTS)) {
      warnUnlessFile(REQUIREMENTS, "Add the file; it can be empty.");
    }
  }

  private boolean hasFile(String name) {
    return Files.isRegularFile(directory.resolve(name));
  }

  private void warnUnlessFile(String name, String advice) {
    if (!hasFile(name)) {
      problems.warn(
          "There is no "
              + name
              + " in "
              + directory
              + ", so the pipeline's build will fail. "
              + advice);
    }
  }

  private void checkMergeTemplate(String file) {
    if (isMissing(file)) {
      missing(new Setting(MergedTemplate.PLACE, file), "the file");
    }
  }

  /** The folder in front of the first wildcard; reports without commands are another's problem. */
  private void checkReports(String pattern) {
    if (commands.isBlank()) {
      return;
    }
    String fixed = beforeWildcard(pattern);
    boolean isPattern = fixed.length() < pattern.length();
    int slash = fixed.lastIndexOf('/');
    String folder = slash < 0 ? "" : fixed.substring(0, slash);
    if (isPattern && folder.isEmpty() || !isMissing(folder.isEmpty() ? fixed : folder)) {
      return;
    }
    missing(
        new Setting("<build><testReports><file>", pattern),
        folder.isEmpty() ? "the file" : "its folder");
  }

  /** A command may make what is not there, and says so if it names it. */
  private void missing(Setting setting, String what) {
    String name = beforeWildcard(setting.value());
    String shortest = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    if (commands.isBlank()) {
      problems.add(
          setting,
          what
              + " does not exist in "
              + directory
              + ", and no command of <build> makes it. Add it, or correct the path.");
    } else if (!commands.contains(shortest)) {
      problems.warn(
          setting
              + ": "
              + what
              + " does not exist in "
              + directory
              + ". The build fails unless a command of <build> makes it.");
    }
  }

  private static String beforeWildcard(String pattern) {
    return pattern.split("[*?\\[{]", 2)[0];
  }

  private boolean isMissing(String path) {
    try {
      return !Files.exists(directory.resolve(Path.of(path)));
    } catch (InvalidPathException e) {
      return true;
    }
  }
}
