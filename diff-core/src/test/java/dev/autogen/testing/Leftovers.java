package dev.autogen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders that carry the number of the process that uses them, as the end of their name. */
final class Leftovers {

  private Leftovers() {}

  /** A name for a folder of this process. */
  static String own(String prefix) {
    return prefix + "-" + ProcessHandle.current().pid();
  }

  /**
   * Deletes those of processes that have ended, however they did. What cannot be deleted, because
   * someone else is at it, stays: it is in nobody's way.
   */
  static void delete(Path parent, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      for (Path folder : all.filter(path -> isLeft(path, prefix)).toList()) {
        try {
          deleteTree(folder);
        } catch (IOException | UncheckedIOException e) {
          System.out.println("Left behind: " + e.getMessage());
        }
      }
    }
  }

  private static boolean isLeft(Path folder, String prefix) {
    String name = folder.getFileName().toString();
    if (!name.matches(Pattern.quote(prefix) + "-\\d+")) {
      return false;
    }
    long process = Long.parseLong(name.substring(prefix.length() + 1));
    return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Copies a folder with all that is in it. */
  static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
