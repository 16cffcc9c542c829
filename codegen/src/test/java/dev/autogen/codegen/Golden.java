package dev.autogen.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected files: {@code make golden} writes them anew, for a person to review. */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void assertMatches(MigrationSource source) throws IOException {
    Path file = FOLDER.resolve(source.className() + ".java.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, source.text());
    }
    assertEquals(Files.readString(file), source.text());
  }
}
