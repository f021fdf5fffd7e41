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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the house to its plan; each package-info says the same in words. */
class ArchitectureTest {

  private static final String BASE = "io.github.chalicemaven";
  private static final String CORE = BASE + ".core";

  /** What each package of the core may use of the project's others. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("problem", Set.of()),
          Map.entry("settings", Set.of()),
          Map.entry("pipeline", Set.of("cloudformation")),
          Map.entry("cloudformation", Set.of()),
          Map.entry("files", Set.of("problem")),
          Map.entry("app", Set.of("files", "problem", "document", "cloudformation")),
          Map.entry("buildspec", Set.of("cloudformation")),
          Map.entry(
              "resolve",
              Set.of("settings", "app", "pipeline", "cloudformation", "render", "problem")),
          Map.entry("render", Set.of("buildspec", "cloudformation", "document", "problem")),
          Map.entry("render.classic", Set.of("pipeline", "buildspec", "cloudformation", "render")),
          Map.entry(
              "render.v3", Set.of("pipeline", "buildspec", "cloudformation", "document", "render")),
          Map.entry("document", Set.of("cloudformation", "files", "problem")),
          Map.entry(
              "verify", Set.of("buildspec", "cloudformation", "document", "problem", "render")));

  private static JavaClasses classes;

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
        .resideOutsideOfPackage(BASE + ".mojo")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "javax.inject..")
        .check(classes);
  }

  @Test
  void theCoreDoesNotKnowTheMojos() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".mojo..")
        .check(classes);
  }

  @Test
  void onlyTheGoalsKnowReportAndDeployment() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".report..", BASE + ".deploy..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(BASE + ".report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".mojo..", BASE + ".deploy..")
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
            BASE + ".deploy",
            BASE + ".deploy.aws")
        .check(classes);
  }

  @Test
  void eachPackageOfTheCoreUsesOnlyWhatItMay() {
    MAY_USE.forEach(
        (name, others) -> {
          DescribedPredicate<JavaClass> ours = resideInAPackage(BASE + "..");
          String[] allowed =
              Stream.concat(Stream.of(name), others.stream())
                  .map(other -> CORE + "." + other)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(CORE + "." + name)
              .should()
              .dependOnClassesThat(ours.and(DescribedPredicate.not(resideInAnyPackage(allowed))))
              .check(classes);
        });
  }

  @Test
  void everyPackageOfTheCoreHasItsRule() {
    Set<String> packages =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(CORE + "."))
            .map(name -> name.substring(CORE.length() + 1))
            .collect(Collectors.toSet());

    assertThat(packages).isEqualTo(MAY_USE.keySet());
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

  @Test
  void everyPackageSaysWhatItIsFor() {
    Path sources = Path.of("src/main/java");
    List<Path> silent =
        classes.stream()
            .map(type -> sources.resolve(type.getPackageName().replace('.', '/')))
            .distinct()
            .map(folder -> folder.resolve("package-info.java"))
            .filter(file -> !Files.isRegularFile(file))
            .toList();

    assertThat(silent).isEmpty();
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
