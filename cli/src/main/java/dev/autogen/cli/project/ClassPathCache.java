package dev.autogen.cli.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Class paths that a build tool told, by what its build files held. Kept in the user's cache
 * directory; one that cannot be read or written only costs time.
 */
final class ClassPathCache {

  private final Optional<Path> directory;

  private ClassPathCache(Optional<Path> directory) {
    this.directory = directory;
  }

  static ClassPathCache of(Map<String, String> environment) {
    String own = environment.getOrDefault("AUTOGEN_CACHE_DIR", "");
    if (!own.isBlank()) {
      return new ClassPathCache(Optional.of(Path.of(own)));
    }
    String common = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!common.isBlank()) {
      return new ClassPathCache(Optional.of(Path.of(common, "autogen")));
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String below = system.startsWith("mac") ? "Library/Caches/autogen" : ".cache/autogen";
    return new ClassPathCache(
        Optional.ofNullable(environment.get("HOME")).map(home -> Path.of(home).resolve(below)));
  }

  /**
   * A key for these build files as they are now.
   *
   * @param arguments what the build tool is told besides
   */
  static String key(Path project, Collection<Path> files, List<String> arguments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((project.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update((String.join(" ", arguments) + "\n").getBytes(StandardCharsets.UTF_8));
      for (Path file : files) {
        byte[] content = Files.readAllBytes(file);
        digest.update((file + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    } catch (IOException e) {
      throw new ClassPathException("Cannot read the build files: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The class path kept for a key, if all of it is still there, and nothing in a repository has
   * said since that it depends on something else.
   */
  Optional<List<Path>> find(String key) {
    if (directory.isEmpty() || !Files.isRegularFile(file(key))) {
      return Optional.empty();
    }
    try {
      List<Path> paths = Files.readAllLines(file(key)).stream().map(Path::of).toList();
      FileTime kept = Files.getLastModifiedTime(file(key));
      boolean fresh = true;
      for (Path path : paths) {
        fresh &= Files.exists(path) && !isNewer(pom(path), kept);
      }
      return fresh ? Optional.of(paths) : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** What lies beside a jar in a repository: of a snapshot it may be another one each day. */
  private static Path pom(Path jar) {
    return jar.resolveSibling(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", ".pom"));
  }

  private static boolean isNewer(Path pom, FileTime kept) throws IOException {
    return Files.isRegularFile(pom) && Files.getLastModifiedTime(pom).compareTo(kept) > 0;
  }

  /** Keeps a class path. */
  void put(String key, List<Path> paths) {
    if (directory.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file(key).getParent());
      Path whole = Files.createTempFile(file(key).getParent(), key, ".tmp");
      Files.write(whole, paths.stream().map(Path::toString).toList());
      Files.move(whole, file(key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException unwritable) {
      // Only costs time: the build is asked again.
    }
  }

  private Path file(String key) {
    return directory.orElseThrow().resolve("classpath").resolve(key);
  }

  /** A class path as one text, as build tools print it. */
  static List<Path> parse(String text) {
    return Arrays.stream(text.strip().split(java.util.regex.Pattern.quote(File.pathSeparator)))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }
}
