package dev.autogen.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project in a folder, and someone who types commands there. */
final class Shell {

  /** What a command came to. */
  record Result(int code, String out, String err) {}

  final Path directory;
  final Map<String, String> environment = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private int revisions;

  Shell(Path directory) {
    this.directory = directory;
    environment.put("AUTOGEN_CACHE_DIR", directory.resolve(".cache").toString());
  }

  /** A project on an embedded database whose entities are those of a package of these tests. */
  static Shell withEntities(Path directory, String name) throws IOException {
    Shell shell = new Shell(directory);
    shell.configure(
        "url: jdbc:h2:file:./db/shop",
        "user: sa",
        "password: s3cret-word",
        "classpath: [" + Path.of("target", "test-classes").toAbsolutePath() + "]",
        "packages: [dev.autogen.cli." + name + "]",
        "migrations: src");
    return shell;
  }

  void configure(String... lines) throws IOException {
    Files.writeString(directory.resolve("autogen.yaml"), String.join("\n", lines) + "\n");
  }

  /** What will be typed at the next question. */
  Shell answering(String answer) {
    answers.add(answer);
    return this;
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Keyboard keyboard =
        new Keyboard() {
          @Override
          public Optional<String> line(PrintStream prompts, String question) {
            prompts.print(question);
            return Optional.ofNullable(answers.poll());
          }

          @Override
          public Optional<String> secret(PrintStream prompts, String question) {
            return line(prompts, question);
          }
        };
    Host host =
        new Host(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            keyboard,
            new Host.Terminals(false, false),
            environment,
            directory,
            Clock.fixed(Instant.parse("2026-11-21T10:12:00Z"), ZoneOffset.UTC),
            () -> String.format("%012x", ++revisions));
    int code = Autogen.run(host, arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** As {@link #run}, and fails unless it ends with that code. */
  Result expecting(int code, String... arguments) {
    Result result = run(arguments);
    if (result.code() != code) {
      throw new AssertionError(
          String.join(" ", arguments) + " ended with " + result.code() + ":\n" + result);
    }
    return result;
  }

  /** Every file but the database's and the cache's, with its content. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("db/") && !name.startsWith(".cache/")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  List<String> migrations() throws IOException {
    return files().keySet().stream().filter(name -> name.endsWith(".java")).toList();
  }
}
