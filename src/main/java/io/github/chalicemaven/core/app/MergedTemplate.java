package io.github.chalicemaven.core.app;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code chalice package --merge-template} adds to the template of the application: the part
 * of it that the settings of a pipeline have to go with.
 *
 * @param parameters by name, whether it has a default
 * @param resources those that it adds or changes
 * @see <a href="https://aws.github.io/chalice/topics/cfn.html">Chalice's templates</a>
 */
public record MergedTemplate(Map<String, Boolean> parameters, List<MergedResource> resources) {

  /** How messages name the setting of its file. */
  public static final String PLACE = "<build><mergeTemplate>";

  public MergedTemplate {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    resources = List.copyOf(resources);
  }

  /**
   * A resource.
   *
   * @param type empty where it changes a resource of the application's
   */
  public record MergedResource(
      String logicalId, Optional<String> type, Map<String, Value> properties) {

    public MergedResource {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
  }

  /**
   * Reads a template.
   *
   * @param directory the application's folder
   * @param file relative to it
   * @param problems receives why a file that exists cannot be read
   * @return empty where it cannot be read, is elsewhere or does not exist: a command of the build
   *     may make it
   */
  static Optional<MergedTemplate> read(Path directory, String file, Problems problems) {
    try {
      Path path = directory.resolve(file).normalize();
      return path.startsWith(directory) && Files.isRegularFile(path)
          ? DocumentReader.read(path, problems).map(MergedTemplate::of)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static MergedTemplate of(Value.Mapping template) {
    Map<String, Boolean> parameters = new LinkedHashMap<>();
    Value.Mapping declared = template.mapping("Parameters");
    for (String name : declared.entries().keySet()) {
      parameters.put(name, declared.mapping(name).get("Default").isPresent());
    }
    List<MergedResource> resources = new ArrayList<>();
    for (String id : template.mapping("Resources").entries().keySet()) {
      Value.Mapping resource = template.mapping("Resources").mapping(id);
      Map<String, Value> properties = resource.mapping("Properties").entries();
      resources.add(new MergedResource(id, resource.text("Type"), properties));
    }
    return new MergedTemplate(parameters, resources);
  }
}
