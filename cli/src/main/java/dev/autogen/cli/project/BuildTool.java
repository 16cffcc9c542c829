package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a build tool and waits for it. */
final class BuildTool {

  private static final int PATIENCE_MINUTES = 10;
  private static final int SHOWN_LINES = 4;

  private BuildTool() {}

  /** The wrapper that lies in the directory or in one above it, or else the tool on the PATH. */
  static String find(Path directory, String wrapper, String tool) {
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve(wrapper);
      if (Files.isExecutable(candidate)) {
        return candidate.toString();
      }
    }
    return tool;
  }

  /**
   * Runs a command to its end; returns nothing but throws if it fails.
   *
   * @throws ClassPathException with the end of what it printed
   */
  static void run(Path directory, List<String> command) {
    try {
      Path printed = Files.createTempFile("autogen", ".log");
      try {
        run(directory, command, printed);
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException e) {
      throw new ClassPathException(
          "Cannot run \""
              + command.get(0)
              + "\" to ask for the class path: "
              + reason(e)
              + ". Install it, or name the whole class path with --classpath.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClassPathException("Asking the build for its class path was interrupted.", e);
    }
  }

  /** What is printed goes to a file: a tool that hangs would keep a pipe open. */
  private static void run(Path directory, List<String> command, Path printed)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
            .redirectOutput(printed.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw failed(command, "it did not end in " + PATIENCE_MINUTES + " minutes.");
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    if (process.exitValue() != 0) {
      byte[] text = Files.readAllBytes(printed);
      throw failed(command, "it says: " + end(new String(text, Charset.defaultCharset())));
    }
  }

  /**
   * What the system says, which is the same words on each: 2 is ENOENT and ERROR_FILE_NOT_FOUND.
   */
  private static String reason(IOException thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.contains("error=2,")
        ? "it is not on the PATH"
        : message.replaceFirst("^.*error=\\d+, ", "");
  }

  private static java.io.File nullDevice() {
    return new java.io.File(java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static ClassPathException failed(List<String> command, String why) {
    return new ClassPathException(
        "The build did not tell its class path ("
            + command.get(0)
            + "); "
            + why
            + " Going on without its dependencies; if classes are missing, mend the build or name the"
            + " whole class path with --classpath.");
  }

  /** The first lines that are marked as errors, or else the last lines. */
  private static String end(String printed) {
    List<String> lines =
        printed
            .replaceAll("\u001b\\[[0-9;]*m", "")
            .lines()
            .map(String::strip)
            .filter(
                line -> !line.isEmpty() && !line.endsWith("encountered while processing the POMs:"))
            .toList();
    List<String> errors =
        lines.stream()
            .filter(line -> line.startsWith("[ERROR]") || line.startsWith("[FATAL]"))
            .map(line -> line.replaceFirst("^(\\[\\w+]\\s*)+", ""))
            .filter(line -> !line.isEmpty())
            .toList();
    List<String> told =
        errors.isEmpty()
            ? lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())
            : errors.subList(0, 1);
    String text = String.join(" ", told);
    return text.endsWith(".") ? text : text + ".";
  }
}
