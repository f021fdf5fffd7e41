package io.github.chalicemaven;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.TokenStreamFactory;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.settings.SettingsElement;
import java.io.CharArrayWriter;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its plan, which the package-infos state. */
class ArchitectureTest {

  private static final String BASE = "io.github.chalicemaven";
  private static final String CORE = BASE + ".core";

  /** What each package may never use, whatever its package-info says. */
  private static final Map<String, List<String>> MAY_NOT_USE =
      Map.ofEntries(
          Map.entry("core.settings", List.of("core..")),
          Map.entry("core.problem", List.of("core..")),
          Map.entry("core.cloudformation", List.of("core..")),
          Map.entry("core.files", above("core.pipeline", "core.document", "core.app")),
          Map.entry("core.buildspec", above("core.pipeline", "core.document", "core.app")),
          Map.entry("core.document", above("core.pipeline", "core.app")),
          Map.entry("core.app", above("core.pipeline")),
          Map.entry(
              "core.pipeline", above("core.problem", "core.files", "core.document", "core.app")),
          Map.entry("core.resolve", List.of("core.document", "core.render..", "core.verify")),
          Map.entry(
              "core.render",
              List.of("core.settings", "core.resolve", "core.app", "core.verify", "core.render.*")),
          Map.entry(
              "core.render.classic",
              List.of(
                  "core.settings", "core.resolve", "core.app", "core.verify", "core.render.v3")),
          Map.entry(
              "core.render.v3",
              List.of(
                  "core.settings",
                  "core.resolve",
                  "core.app",
                  "core.verify",
                  "core.render.classic")),
          Map.entry(
              "core.verify", List.of("core.settings", "core.resolve", "core.app", "core.render.*")),
          Map.entry("core", List.of("report..", "init..", "deploy..", "mojo..")),
          Map.entry("report", List.of("init..", "deploy..", "mojo..")),
          Map.entry("init", List.of("report..", "deploy..", "mojo..")),
          Map.entry("deploy", List.of("report..", "init..", "mojo..")),
          Map.entry("mojo", List.of("deploy.aws")));

  /** The rest of a package-info from the sentence that says what the package uses. */
  private static final Pattern USES = Pattern.compile("(?s)\\bUses (.*)\\*/");

  private static final Pattern PACKAGE = Pattern.compile("\\{@code[\\s*]+([a-z0-9.]+)}");

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?io\\.github\\.chalicemaven\\.([a-z0-9.]+)\\.[A-Z]");

  private static JavaClasses classes;

  /** All that works on settings and pipelines, and these packages. */
  private static List<String> above(String... others) {
    return Stream.concat(
            Stream.of("core.settings", "core.resolve", "core.render..", "core.verify"),
            Stream.of(others))
        .toList();
  }

  /** The classes of the project; the generated help goal is not ours to judge. */
  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption((Location location) -> !location.contains("HelpMojo"))
            .importPackages(BASE);
  }

  @Test
  void onlyTheMojoPackageKnowsMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".mojo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "javax.inject..")
        .check(classes);
  }

  @Test
  void theCoreUsesNothingOfTheProjectBeside() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(BASE + "..")
                .and(DescribedPredicate.not(resideInAPackage(CORE + ".."))))
        .check(classes);
  }

  @Test
  void onlyTheAdapterKnowsTheAwsSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".deploy.aws")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", BASE + ".deploy.aws")
        .check(classes);
  }

  @Test
  void theAdapterSeesNothingThatItsClassLoaderDoesNotHave() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".deploy.aws")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "javax.xml..",
            "software.amazon..",
            CORE + ".problem",
            BASE + ".deploy.service",
            BASE + ".deploy.aws")
        .check(classes);
  }

  /** Also where its package-info says so. */
  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesNothingAboveIt(String name) {
    String rule = name.replaceFirst("^(deploy|init|mojo|report)\\..*", "$1");
    assertThat(MAY_NOT_USE).containsKey(rule);
    String[] others =
        MAY_NOT_USE.get(rule).stream().map(other -> BASE + "." + other).toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(BASE + "." + name)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(others)
                .and(DescribedPredicate.not(resideInAPackage(BASE + "." + name))))
        .check(classes);
  }

  static Stream<String> packages() {
    return classes.stream().map(ArchitectureTest::name).distinct().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesWhatItsPackageInfoSays(String name) throws IOException {
    Set<String> used = imported(name);
    classes.stream()
        .filter(type -> name(type).equals(name))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(type -> type.getPackageName().startsWith(BASE))
        .forEach(type -> used.add(name(type)));
    used.remove(name);

    assertThat(stated(name)).as("what the package-info of %s states", name).isEqualTo(used);
  }

  /** A package by its name within the project; the name of the base package is empty. */
  private static String name(JavaClass type) {
    return type.getPackageName().substring(BASE.length()).replaceFirst("^\\.", "");
  }

  private static Path folder(String name) {
    return Path.of("src/main/java", (BASE + "." + name).split("\\."));
  }

  /** By the sources: in a class file, another class's constant is only its value. */
  private static Set<String> imported(String name) throws IOException {
    Set<String> imported = new TreeSet<>();
    try (Stream<Path> sources = Files.list(folder(name))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        IMPORT.matcher(Files.readString(source)).results().forEach(i -> imported.add(i.group(1)));
      }
    }
    return imported;
  }

  private static Set<String> stated(String name) throws IOException {
    Path info = folder(name).resolve("package-info.java");
    assertThat(info).isRegularFile();
    Matcher uses = USES.matcher(Files.readString(info));
    assertThat(uses.find()).as("the package-info says what its package uses").isTrue();
    return PACKAGE
        .matcher(uses.group(1))
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyThePackagesForFilesTouchFiles() {
    DescribedPredicate<JavaClass> filesAndStreams =
        describe(
            "are for input and output",
            type ->
                type.isEquivalentTo(Files.class)
                    || type.isAssignableTo(FileSystem.class)
                    || type.getPackageName().startsWith("java.nio.channels")
                    || type.getPackageName().startsWith("java.net")
                        && !type.isEquivalentTo(URI.class)
                    || type.getPackageName().equals("java.io")
                        && type.isAssignableTo(Closeable.class)
                        && !type.isEquivalentTo(CharArrayWriter.class));
    noClasses()
        .that()
        .resideOutsideOfPackages(
            CORE + ".app",
            CORE + ".files",
            BASE + ".deploy.aws",
            BASE + ".deploy.sdk",
            BASE + ".init",
            BASE + ".mojo")
        .should()
        .dependOnClassesThat(filesAndStreams)
        .check(classes);
  }

  @Test
  void theCoreIsSilent() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(System.Logger.class)
        .check(classes);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
  }

  @Test
  void thereIsNoMutableStaticState() {
    fields()
        .that(describe("are static and written by hand", ArchitectureTest::isStaticAndOurs))
        .should()
        .beFinal()
        .andShould()
        .haveRawType(describe("immutable", ArchitectureTest::isImmutable))
        .check(classes);
  }

  @Test
  void staticCollectionsCannotBeChanged() throws ReflectiveOperationException {
    Map<String, Object> collections = new TreeMap<>();
    for (JavaClass type : classes) {
      for (JavaField field : type.getFields()) {
        if (isStaticAndOurs(field) && isCollection(field.getRawType())) {
          java.lang.reflect.Field reflected = field.reflect();
          reflected.setAccessible(true);
          collections.put(field.getFullName(), reflected.get(null));
        }
      }
    }

    assertThat(collections)
        .isNotEmpty()
        .allSatisfy(
            (name, value) ->
                assertThat(value.getClass().getName())
                    .matches("java\\.util\\.(ImmutableCollections|Collections\\$Unmodifiable).*"));
  }

  @Test
  void anElementOfTheConfigurationIsMarkedSoThatItsElementsAreChecked() {
    classes()
        .that()
        .resideInAPackage(CORE + ".settings")
        .and()
        .doNotHaveSimpleName("PipelineSettings")
        .and()
        .areNotInterfaces()
        .should()
        .implement(SettingsElement.class)
        .check(classes);
  }

  private static boolean isStaticAndOurs(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isCollection(JavaClass type) {
    return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
  }

  /** A factory of Jackson's is thread-safe once it is built. */
  private static boolean isImmutable(JavaClass type) {
    return type.isPrimitive()
        || type.isEnum()
        || type.isRecord()
        || isCollection(type)
        || type.isAssignableTo(Value.class)
        || type.isAssignableTo(TokenStreamFactory.class)
        || Stream.of(String.class, Pattern.class, LocalDate.class, StreamReadConstraints.class)
            .anyMatch(type::isEquivalentTo);
  }
}
