package dev.autogen.cli;

import dev.autogen.testing.TestDatabase;
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

/** A project in a folder, and someone who types commands there, all within this process. */
public final class Shell {

  /** What a command came to. */
  public record Result(int code, String out, String err) {}

  final Path directory;
  final Map<String, String> environment = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private int revisions;

  public Shell(Path directory) {
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

  /** The project's database from now on. */
  public Shell on(TestDatabase database) {
    environment.put("AUTOGEN_URL", database.url());
    environment.put("AUTOGEN_USER", database.user());
    environment.put("AUTOGEN_PASSWORD", database.password());
    return this;
  }

  void configure(String... lines) throws IOException {
    Files.writeString(directory.resolve("autogen.yaml"), String.join("\n", lines) + "\n");
  }

  /** What will be typed at the next question. */
  Shell answering(String answer) {
    answers.add(answer);
    return this;
  }

  public Result run(String... arguments) {
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
  public Result expecting(int code, String... arguments) {
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
    for (String name : names()) {
      files.put(name, Files.readString(directory.resolve(name)));
    }
    return files;
  }

  /** The migration classes that there are. */
  public List<String> migrations() throws IOException {
    return names().stream()
        .filter(name -> name.contains("db/migrations/") && name.endsWith(".java"))
        .toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("db/") && !name.startsWith(".cache/"))
          .sorted()
          .toList();
    }
  }
}
