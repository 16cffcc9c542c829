package dev.autogen.product;

import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code cli/target/autogen.jar} in a project directory.
 *
 * @param project the directory, as {@code -C} has it
 * @param environment variables besides those of this process
 */
record Product(Path project, Map<String, String> environment) {

  /** The longest that one command may take, in minutes. */
  private static final long PATIENCE = 5;

  /** What a command came to. */
  record Result(int exit, String out, String err) {

    /** This, if it ended with that exit code. */
    Result expecting(int wanted) {
      if (exit != wanted) {
        throw new AssertionError("exit " + exit + " instead of " + wanted + "\n" + this);
      }
      return this;
    }

    @Override
    public String toString() {
      return "exit " + exit + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
    }
  }

  /** In a directory, on a database. */
  static Product in(Path project, TestDatabase database) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("AUTOGEN_URL", database.url());
    environment.put("AUTOGEN_USER", database.user());
    environment.put("AUTOGEN_PASSWORD", database.password());
    return new Product(project, environment);
  }

  /** Runs one command to its end. */
  Result run(String... arguments) {
    try {
      if (SharedClasses.areWrittenBy(arguments)) {
        Path archive = SharedClasses.newArchive();
        Result result = run(List.of("-XX:ArchiveClassesAtExit=" + archive), arguments);
        SharedClasses.use(archive);
        return result;
      }
      return run(SharedClasses.options(), arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Result run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("autogen", ".out");
    Path err = Files.createTempFile("autogen", ".err");
    Process process = start(options, out, err, arguments);
    if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + String.join(" ", arguments));
    }
    return new Result(process.exitValue(), take(out), take(err));
  }

  /** Starts one command and leaves it running. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    return start(SharedClasses.options(), out, err, arguments);
  }

  private Process start(List<String> options, Path out, Path err, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HibernateProcess.QUICK);
    command.add("-Xlog:disable");
    command.addAll(options);
    command.addAll(List.of("-jar", jar().toString(), "--no-input"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    String repository = System.getProperty("maven.repo.local");
    if (repository != null) {
      builder
          .environment()
          .merge("MAVEN_OPTS", "-Dmaven.repo.local=" + repository, (a, b) -> a + " " + b);
    }
    return builder.start();
  }

  static Path jar() {
    Path jar = Path.of("target", "autogen.jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      throw new AssertionError(
          String.format(Locale.ROOT, "%s is not there: run `mvn verify`, which builds it", jar));
    }
    return jar;
  }

  private static String take(Path file) throws IOException {
    String text = Files.readString(file);
    Files.delete(file);
    return text;
  }
}
