package io.github.chalicemaven.core.app;

import io.github.chalicemaven.core.files.BoundedFile;
import io.github.chalicemaven.core.files.RealPath;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Chalice application on disk.
 *
 * @param directory the folder of {@code app.py}, absolute
 * @param repository the root of its repository, absolute; the same folder or one above
 * @param config {@code .chalice/config.json}; empty values if the file does not exist
 * @param pythonVersion the first version in {@code .python-version}, as written there
 */
public record ChaliceApp(
    Path directory, Path repository, ChaliceConfig config, Optional<Setting> pythonVersion) {

  private static final List<String> SIGNS_OF_A_CHECKOUT =
      List.of(".mvn", "pom.xml", ".gitattributes", ".gitignore");

  static final String CODE_FILE = "app.py";
  static final String CONFIG_FILE = ".chalice/config.json";

  private static final int MAX_PYTHON_VERSION_BYTES = 4_096;
  private static final int MAX_APP_BYTES = 2_000_000;

  private static final Pattern ROUTES = Pattern.compile("\\.(route|register_blueprint)\\(");

  /**
   * Reads what a pipeline needs to know about an application.
   *
   * @param directory the application's folder
   * @param repository the repository's root; if {@code null}, the nearest folder upwards that has a
   *     {@code .git}, else {@code fallback}; a problem where these are hardly right
   * @param fallback used if the application is not in a Git repository, but in this folder
   * @param problems receives what is wrong with the folders and the files
   */
  public static ChaliceApp read(Path directory, Path repository, Path fallback, Problems problems) {
    Path app = absolute(directory);
    if (!Files.isDirectory(app)) {
      problems.add(
          Setting.of("appDirectory", directory),
          "the folder does not exist. Specify the folder that contains the application's app.py.");
    }
    Path root = repository == null ? findRepository(app, fallback, problems) : absolute(repository);
    if (repository != null && (!Files.isDirectory(root) || !app.startsWith(root))) {
      problems.add(
          Setting.of("repositoryDirectory", root),
          "the application in "
              + app
              + " is not in this folder. Specify the root of the repository that contains it.");
    } else if (!isBelow(app, root)) {
      problems.add(
          Setting.of("appDirectory", directory),
          "its symbolic links lead outside the repository "
              + root
              + ", where CodeBuild cannot find it. Specify a folder in the repository.");
    }
    if (!isPlain(app)) {
      problems.add(
          Setting.of("appDirectory", directory),
          "the path contains control characters, `${` or `{{`, which have a special meaning in a"
              + " template. Rename the folder.");
    }
    return new ChaliceApp(
        app,
        root,
        ChaliceConfig.read(app.resolve(CONFIG_FILE), problems),
        readPythonVersion(app.resolve(".python-version"), problems));
  }

  /**
   * The application's folder relative to the repository's root, with slashes; empty at the root.
   */
  public String pathInRepository() {
    return pathInRepository(directory);
  }

  /** The path, which must be in the repository, relative to its root, with slashes. */
  public String pathInRepository(Path path) {
    return repository.relativize(absolute(path)).toString().replace('\\', '/');
  }

  /** Whether a path is in the repository, also after symbolic links are followed. */
  public boolean isInRepository(Path path) {
    return absolute(path).startsWith(repository) && isBelow(path, repository);
  }

  /** Whether a path can be used unchanged in a template and in a command. */
  public static boolean isPlain(Path path) {
    String text = path.toString();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return !text.contains("${") && !text.contains("{{");
  }

  /** Whether the repository's root has a {@code .git}. */
  public boolean isGit() {
    return Files.exists(repository.resolve(".git"));
  }

  /** Whether a folder looks like an application's: Chalice needs both files, one may be missing. */
  public static boolean isChalice(Path folder) {
    return hasConfig(folder) || Files.isRegularFile(folder.resolve(CODE_FILE));
  }

  /** Whether a folder has what Chalice itself knows an application by. */
  public static boolean hasConfig(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG_FILE));
  }

  /**
   * The template that the build merges into the application's, if it exists already.
   *
   * @param file relative to the application's folder
   * @param problems receives why it cannot be read
   */
  public Optional<MergedTemplate> mergedTemplate(String file, Problems problems) {
    return MergedTemplate.read(directory, file, problems);
  }

  /** Whether {@code app.py} has routes, its own or those of blueprints. */
  public boolean hasRestApi() {
    Optional<String> text =
        BoundedFile.text(
            directory.resolve(CODE_FILE), MAX_APP_BYTES, "the application", new Problems());
    return text.filter(code -> ROUTES.matcher(code).find()).isPresent();
  }

  private static boolean isBelow(Path path, Path folder) {
    if (path.equals(folder)) {
      return true;
    }
    try {
      return RealPath.of(path).startsWith(RealPath.of(folder));
    } catch (IOException e) {
      return false;
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Path findRepository(Path app, Path fallback, Problems problems) {
    Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
    Path root = fallback != null && app.startsWith(absolute(fallback)) ? absolute(fallback) : app;
    for (Path folder = app; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        if (folder.equals(home) && !folder.equals(root)) {
          problems.add(
              Setting.place("repositoryDirectory")
                  + " is not set, and the nearest .git is that of the home folder "
                  + home
                  + ", which is probably not the source repository of "
                  + app
                  + ". Specify the root of the repository.");
        }
        return folder;
      }
    }
    for (Path above = root.getParent();
        above != null && !above.equals(home);
        above = above.getParent()) {
      checkNotInCheckout(above, app, problems);
    }
    return root;
  }

  /** Without a {@code .git}, as in a source archive, other files show that there is more above. */
  private static void checkNotInCheckout(Path above, Path app, Problems problems) {
    for (String sign : SIGNS_OF_A_CHECKOUT) {
      if (Files.exists(above.resolve(sign))) {
        problems.add(
            Setting.place("repositoryDirectory")
                + " is not set, and it cannot be determined: there is no .git above "
                + app
                + ", but "
                + above.resolve(sign)
                + " exists. Specify the root of the repository, or start the build there.");
        return;
      }
    }
  }

  private static Optional<Setting> readPythonVersion(Path file, Problems problems) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Optional<String> text =
        BoundedFile.text(file, MAX_PYTHON_VERSION_BYTES, "a version such as `3.13`", problems);
    for (String line : text.orElse("").split("\n")) {
      String version = line.strip().split("[\\s#]", 2)[0];
      if (!version.isEmpty()) {
        return Optional.of(new Setting(file.toString(), version));
      }
    }
    return Optional.empty();
  }
}
