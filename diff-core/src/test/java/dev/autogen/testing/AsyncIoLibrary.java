package dev.autogen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code libaio.so.1}, which MySQL's server is linked with, though it is told not to use it. Many
 * machines lack it. Where {@code apt-get} is, the package is downloaded and unpacked beside the
 * server, by any user, with lists of its own: nothing is installed.
 */
final class AsyncIoLibrary {

  private static final String NAME = "libaio.so.1";

  private AsyncIoLibrary() {}

  /** Puts the library into a folder that the server looks in, unless the system has it. */
  static void provide(Path server, Path libraries) throws IOException {
    if (starts(server)) {
      return;
    }
    Path work = Files.createDirectories(libraries.resolveSibling("aio"));
    try {
      List<String> apt = apt(work);
      Command.run(with(apt, "update"), Map.of(), work);
      download(apt, work);
      Path packaged = find(work, ".deb");
      Command.run(List.of("dpkg-deb", "-x", packaged.toString(), "content"), Map.of(), work);
      Files.copy(find(work.resolve("content"), NAME).toRealPath(), libraries.resolve(NAME));
    } catch (IOException e) {
      throw new IOException(
          "mysqld needs "
              + NAME
              + ", which is not here. Install the package libaio1 (libaio1t64, libaio). To"
              + " download it with apt-get was tried: "
              + e.getMessage(),
          e);
    }
    if (!starts(server)) {
      throw new IOException("mysqld does not start: " + whyNot(server));
    }
  }

  /** With lists of its own: the system's may be missing, and belong to root. */
  private static List<String> apt(Path work) throws IOException {
    Files.createDirectories(work.resolve("state/lists/partial"));
    Files.createDirectories(work.resolve("cache/archives/partial"));
    return List.of(
        "apt-get",
        "-q",
        "-o",
        "Dir::State=" + work.resolve("state"),
        "-o",
        "Dir::State::status=/var/lib/dpkg/status",
        "-o",
        "Dir::Cache=" + work.resolve("cache"),
        "-o",
        "APT::Sandbox::User=" + System.getProperty("user.name"));
  }

  /** Newer distributions have it under another name. */
  private static void download(List<String> apt, Path work) throws IOException {
    try {
      Command.run(with(apt, "download", "libaio1"), Map.of(), work);
    } catch (IOException e) {
      Command.run(with(apt, "download", "libaio1t64"), Map.of(), work);
    }
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> path.getFileName().toString().contains(name))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no " + name + " in what it brought"));
    }
  }

  private static boolean starts(Path server) {
    return whyNot(server).isEmpty();
  }

  private static String whyNot(Path server) {
    try {
      Command.run(List.of(server.toString(), "--no-defaults", "--version"), Map.of());
      return "";
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
