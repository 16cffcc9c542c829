package dev.autogen.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The binaries of an engine, as the build fetches them into the local Maven repository.
 *
 * @param name what the build calls it: {@code mysql}
 * @param file where it is, if the build has said
 */
record Archive(String name, Optional<Path> file) {

  static Archive of(String name) {
    return new Archive(
        name, Optional.ofNullable(System.getProperty("engines." + name)).map(Path::of));
  }

  /** The file, which must be there, and for this machine. */
  Path require() throws IOException {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!machine.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new IOException(
          "There are binaries for Linux on x86-64 only, and this is " + machine + ".");
    }
    return file.filter(Files::exists)
        .orElseThrow(
            () ->
                new IOException(
                    file.map(path -> "There is no " + path + "; `mvn verify` fetches it.")
                        .orElse("The build names no archive in -Dengines." + name + ".")));
  }

  /**
   * Unpacks a part of it.
   *
   * @param place for a name in the archive, the name below {@code folder}, or nothing at all: ""
   */
  void unpack(Path folder, UnaryOperator<String> place) throws IOException {
    try (ZipFile zip = new ZipFile(require().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.isDirectory() ? "" : place.apply(entry.getName());
        if (!name.isEmpty()) {
          Path target = folder.resolve(name);
          Files.createDirectories(target.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
  }
}
