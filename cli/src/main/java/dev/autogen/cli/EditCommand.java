package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code autogen edit}: opens a migration in the person's editor. */
@Command(
    name = "edit",
    sortOptions = false,
    description = "Open a migration in the editor that VISUAL or EDITOR names.")
final class EditCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "REV",
      arity = "0..1",
      defaultValue = "head",
      description = "An id, the beginning of one, head.")
  String revision = "head";

  @Override
  public Integer call() {
    Project project = project();
    RevisionGraph graph = project.migrations();
    MigrationScript script = Lookup.of(project, graph, revision).targets().script(revision);
    Path file =
        script
            .origin()
            .source()
            .orElseThrow(() -> new Failure("There is no source of revision " + script + "."));
    List<String> command = command(project.host().environment(), file);
    try {
      int code =
          new ProcessBuilder(command)
              .directory(project.host().directory().toFile())
              .inheritIO()
              .start()
              .waitFor();
      if (code != 0) {
        throw new Failure("The editor ended with code " + code + ".");
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new Failure("Cannot start the editor \"" + command.get(0) + "\".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted while the editor was open.", e);
    }
  }

  /** The variable may hold options, and is read by a shell where there is one, as git does. */
  private static List<String> command(Map<String, String> environment, Path file) {
    String editor =
        Stream.of("VISUAL", "EDITOR")
            .map(name -> environment.getOrDefault(name, "").strip())
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    new Failure(
                        "There is no editor: set VISUAL or EDITOR, or open \"" + file + "\"."));
    if (File.separatorChar == '/') {
      return List.of("sh", "-c", editor + " \"$1\"", "sh", file.toString());
    }
    List<String> words = new ArrayList<>(List.of(editor.split("\\s+")));
    words.add(file.toString());
    return words;
  }
}
