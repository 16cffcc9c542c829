package dev.autogen.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common: the project they are about. */
abstract class Command implements Callable<Integer> {

  @ParentCommand @Nullable Autogen autogen;

  /** The project; read anew by each call. */
  final Project project() {
    return Objects.requireNonNull(autogen).project();
  }
}
