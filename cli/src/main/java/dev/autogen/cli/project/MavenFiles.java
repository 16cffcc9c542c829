package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files by which Maven knows what a module depends on: its pom.xml, those of its parents and of
 * the other modules of its build, and Maven's own settings in {@code .mvn}. What is not in files of
 * the build, as a parent in a repository, is not among them.
 */
record MavenFiles(Path directory) {

  private static final String POM = "pom.xml";
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
  private static final Pattern RELATIVE_PATH =
      Pattern.compile("<relativePath\\s*(?:/>|>([^<]*)</relativePath>)");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]*)</module>");

  MavenFiles {
    directory = directory.toAbsolutePath().normalize();
  }

  /** The module's own pom.xml and those in the directories above it, as far as they go. */
  List<Path> upwards() {
    List<Path> poms = new ArrayList<>();
    for (Path at = directory;
        at != null && Files.isRegularFile(at.resolve(POM));
        at = at.getParent()) {
      poms.add(at.resolve(POM));
    }
    return poms;
  }

  /** All of them, each once. */
  SortedSet<Path> all() {
    SortedSet<Path> files = new TreeSet<>();
    Deque<Path> left = new ArrayDeque<>(upwards());
    while (!left.isEmpty()) {
      Path pom = left.pop();
      if (Files.isRegularFile(pom) && files.add(pom)) {
        left.addAll(named(pom));
      }
    }
    for (Path at = directory; at != null; at = at.getParent()) {
      for (String name : List.of("maven.config", "jvm.config", "extensions.xml")) {
        Optional.of(at.resolve(".mvn").resolve(name))
            .filter(Files::isRegularFile)
            .ifPresent(files::add);
      }
    }
    return files;
  }

  /** The poms of the parent and the modules that a pom names. */
  private static List<Path> named(Path pom) {
    String text = COMMENT.matcher(text(pom)).replaceAll("");
    List<Path> named = new ArrayList<>();
    Matcher parent = PARENT.matcher(text);
    if (parent.find()) {
      Matcher path = RELATIVE_PATH.matcher(parent.group(1));
      String relative = path.find() ? path.group(1) : "..";
      if (relative != null && !relative.isBlank()) {
        named.add(pom(pom.resolveSibling(relative.strip())));
      }
    }
    Matcher module = MODULE.matcher(text);
    while (module.find()) {
      named.add(pom(pom.resolveSibling(module.group(1).strip())));
    }
    return named;
  }

  private static Path pom(Path named) {
    return (Files.isDirectory(named) ? named.resolve(POM) : named).normalize();
  }

  private static String text(Path pom) {
    try {
      return new String(Files.readAllBytes(pom), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
