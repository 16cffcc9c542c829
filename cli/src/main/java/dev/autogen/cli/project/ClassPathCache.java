package dev.autogen.cli.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** A key for these build files as they are now. */
  static String key(Path project, Collection<Path> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(project.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
      for (Path file : files) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    } catch (IOException e) {
      throw new ClassPathException("Cannot read the build files: " + e.getMessage() + ".", e);
    }
  }

  /** The class path kept for a key, if all of it is still there. */
  Optional<List<Path>> find(String key) {
    if (directory.isEmpty() || !Files.isRegularFile(file(key))) {
      return Optional.empty();
    }
    try {
      List<Path> paths = Files.readAllLines(file(key)).stream().map(Path::of).toList();
      return paths.stream().allMatch(Files::exists) ? Optional.of(paths) : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
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
