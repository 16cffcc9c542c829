package dev.autogen.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.autogen.";

  /** A package imports only what stands to its left. */
  private static final List<String> ORDER =
      List.of(
          "schema",
          "change",
          "dialect",
          "migration",
          "inspect",
          "diff",
          "plan",
          "verify",
          "lint",
          "codegen",
          "cli");

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Where Maven packages, the tests of diff-core come as a jar.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ORDER.stream().map(name -> ROOT + name).toList());
  }

  @Test
  void packagesDependLeftwardsOnly() {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] right =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> ROOT + name + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + ORDER.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(right)
          .check(classes);
    }
  }

  @Test
  void nobodyNamesADatabasesDialect() {
    noClasses()
        .that(
            new DescribedPredicate<>("reside outside the dialect's own package") {
              @Override
              public boolean test(JavaClass type) {
                return !type.getPackageName().startsWith(ROOT + "dialect.");
              }
            })
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "dialect.*.."))
        .check(classes);
  }

  /** But for MariaDB's: what it has in common with the database that it comes from is there. */
  @Test
  void aDatabasesDialectNamesNoOther() {
    classes.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + "dialect."))
        .distinct()
        .forEach(
            own ->
                noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(
                        resideInAPackage(ROOT + "dialect.*..")
                            .and(DescribedPredicate.not(resideInAPackage(own + "..")))
                            .and(
                                DescribedPredicate.not(
                                    resideInAPackage(
                                        own.endsWith(".mariadb")
                                            ? ROOT + "dialect.mysql.."
                                            : own + ".."))))
                    .check(classes));
  }

  /**
   * Where a default locale has digits of its own, {@code %d} writes those: no database reads them.
   */
  @Test
  void writesNumbersInNoLanguage() throws IOException {
    Pattern number = Pattern.compile("%[,+0-9$-]*d(?!T|ev)");
    for (String module : List.of("runtime", "diff-core", "codegen", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file).replaceAll("printf\\('[^']*'", "");
          assertTrue(
              !number.matcher(source).find() || source.contains("Locale.ROOT"), file.toString());
        }
      }
    }
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should(
            new ArchCondition<>("touch System.out, err, in or exit") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                  if (access.getTargetOwner().isEquivalentTo(System.class)
                      && Set.of("out", "err", "in", "exit").contains(access.getName())) {
                    events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                  }
                }
              }
            })
        .check(classes);
  }
}
