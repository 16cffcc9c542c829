package dev.autogen.inspect.entity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars of an application that the tool has its own version of. They are known by their file
 * names, so that no jar need be opened for it.
 */
public final class ToolJars {

  private static final List<String> REPLACED =
      List.of(
          "hibernate-core",
          "hibernate-models",
          "hibernate-envers",
          "hibernate-community-dialects",
          "jakarta.persistence-api");

  private ToolJars() {}

  /** Whether the tool uses its own version in place of this class path entry. */
  static boolean replaces(Path entry) {
    return REPLACED.stream().anyMatch(jar -> isVersionOf(jar, entry) && toolHas(jar));
  }

  /** Envers and the community dialects are the tool's only where it is packaged with them. */
  private static boolean toolHas(String jar) {
    return switch (jar) {
      case "hibernate-envers" -> toolHasClass("org/hibernate/envers/Audited.class");
      case "hibernate-community-dialects" ->
          toolHasClass("org/hibernate/community/dialect/SQLiteDialect.class");
      default -> true;
    };
  }

  private static boolean toolHasClass(String resource) {
    return org.hibernate.Version.class.getClassLoader().getResource(resource) != null;
  }

  static boolean isVersionOf(String jar, Path entry) {
    return versionOf(jar, entry).isPresent();
  }

  /** The version in a file name such as {@code hibernate-core-7.2.14.Final.jar}. */
  private static Optional<String> versionOf(String jar, Path entry) {
    if (entry.getFileName() == null) {
      return Optional.empty();
    }
    Matcher name =
        Pattern.compile(Pattern.quote(jar) + "-(\\d[\\w.+-]*)\\.jar")
            .matcher(entry.getFileName().toString());
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** The version of the Hibernate on a class path, as its jar's file name has it. */
  public static Optional<String> hibernateOn(List<Path> classPath) {
    return classPath.stream().flatMap(e -> versionOf("hibernate-core", e).stream()).findFirst();
  }
}
