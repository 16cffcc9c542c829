package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files by which Gradle knows what a project depends on: all scripts, version catalogs, locks
 * and properties of its build, and all of {@code buildSrc} and of builds that it includes. What is
 * not in files of the build, as a user's own properties, is not among them.
 */
record GradleFiles(Path directory) {

  private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");
  private static final Pattern INCLUDED =
      Pattern.compile("\\bincludeBuild\\s*\\(?\\s*[\"']([^\"']+)[\"']");

  /** What a build makes, and what it makes it from. */
  private static final Set<String> OUTPUT = Set.of("build", "bin", "out", "target", "node_modules");

  private static final String SOURCES = "src";

  GradleFiles {
    directory = directory.toAbsolutePath().normalize();
  }

  /** All of them, each once. */
  SortedSet<Path> all() {
    Path root = root();
    SortedSet<Path> files = new TreeSet<>();
    add(files, root, false);
    add(files, root.resolve("buildSrc"), true);
    for (String name : SETTINGS) {
      Matcher included = INCLUDED.matcher(text(root.resolve(name)));
      while (included.find()) {
        add(files, root.resolve(included.group(1)).normalize(), true);
      }
    }
    return files;
  }

  /** Where the settings are: here or in the nearest directory above; here where there are none. */
  private Path root() {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (SETTINGS.stream().map(at::resolve).anyMatch(Files::isRegularFile)) {
        return at;
      }
    }
    return directory;
  }

  private static void add(Set<Path> files, Path top, boolean withSources) {
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean passed =
                name.startsWith(".")
                    || OUTPUT.contains(name)
                    || !withSources && name.equals(SOURCES);
            return passed && !folder.equals(top)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && (withSources || isOfBuild(file.getFileName().toString()))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(top, visitor);
    } catch (IOException unreadable) {
      // What cannot be read does not tell Gradle anything either.
    }
  }

  private static boolean isOfBuild(String name) {
    return Stream.of(".gradle", ".gradle.kts", ".versions.toml", ".lockfile")
            .anyMatch(name::endsWith)
        || name.equals("gradle.properties")
        || name.equals("gradle-wrapper.properties");
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException absent) {
      return "";
    }
  }
}
