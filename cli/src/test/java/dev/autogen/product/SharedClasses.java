package dev.autogen.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The product's classes in an archive that each process maps at its start, as the launcher keeps
 * one: a start costs half of the time then. The first command that loads them all writes it.
 */
final class SharedClasses {

  private static final AtomicBoolean CLAIMED = new AtomicBoolean();

  private static volatile List<String> options = List.of();

  private SharedClasses() {}

  /** What {@code java} is told so that it maps the archive; nothing while there is none. */
  static List<String> options() {
    return options;
  }

  /** Whether this command is the one to write the archive: true for one command at most. */
  static boolean areWrittenBy(String... arguments) {
    return List.of(arguments).contains("check") && CLAIMED.compareAndSet(false, true);
  }

  /** Where {@link #areWrittenBy} has the archive written: a new file beside the jar. */
  static Path newArchive() throws IOException {
    Path archive = Files.createTempFile(Product.jar().getParent(), "autogen", ".jsa");
    Files.delete(archive);
    archive.toFile().deleteOnExit();
    return archive;
  }

  /** From now on that archive is mapped, if the command left one. */
  static void use(Path archive) {
    if (Files.exists(archive)) {
      options = List.of("-XX:SharedArchiveFile=" + archive);
    }
  }
}
