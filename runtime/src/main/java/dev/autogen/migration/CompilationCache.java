package dev.autogen.migration;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Migrations compiled before, kept in the user's cache folder by the digest of what they were
 * compiled from. An entry that is missing, damaged or cannot be written only costs time.
 */
final class CompilationCache {

  private static final Duration KEPT = Duration.ofDays(30);

  /** Between two looks at all entries, whose number is of no matter to most runs. */
  private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

  private static final String SWEPT = ".swept";
  private static final String SUFFIX = ".classes";

  private final Path folder;

  CompilationCache(Path folder) {
    this.folder = folder;
  }

  /**
   * {@code $AUTOGEN_CACHE_DIR}, or {@code autogen} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}.
   */
  static CompilationCache ofUser() {
    String own = System.getenv("AUTOGEN_CACHE_DIR");
    String all = System.getenv("XDG_CACHE_HOME");
    Path root;
    if (own != null && !own.isBlank()) {
      root = Path.of(own);
    } else if (all != null && !all.isBlank()) {
      root = Path.of(all, "autogen");
    } else {
      root = Path.of(System.getProperty("user.home", "."), ".cache", "autogen");
    }
    return new CompilationCache(root.resolve("migrations"));
  }

  /** What is kept under that key. */
  Optional<Compilation> find(String key) {
    try {
      byte[] bytes = Files.readAllBytes(file(key));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      long checksum = in.readLong();
      byte[] content = in.readAllBytes();
      return checksum(content) == checksum
          ? Optional.of(CompilationFormat.read(content))
          : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps it under a key, for whoever asks next. */
  void keep(String key, Compilation compilation) {
    try {
      Files.createDirectories(folder);
      byte[] content = CompilationFormat.write(compilation);
      Path written = Files.createTempFile(folder, key, ".part");
      try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(written))) {
        out.writeLong(checksum(content));
        out.write(content);
      }
      Files.move(
          written, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      removeOld();
    } catch (IOException | RuntimeException unwritable) {
      // The next run compiles again.
    }
  }

  /** Tells of damage alone, and is many times faster than a digest that no one could forge. */
  private static long checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return checksum.getValue();
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }

  private void removeOld() throws IOException {
    Path swept = folder.resolveSibling(folder.getFileName() + SWEPT);
    if (Files.exists(swept) && !isOlder(swept, BETWEEN_SWEEPS)) {
      return;
    }
    Files.writeString(swept, "");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (isOlder(file, KEPT)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Duration age) throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(age));
    return Files.getLastModifiedTime(file).compareTo(limit) < 0;
  }
}
