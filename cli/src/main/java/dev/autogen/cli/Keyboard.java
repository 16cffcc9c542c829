package dev.autogen.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A person who can be asked, or nobody. */
public interface Keyboard {

  /** Nobody: what is asked has no answer. */
  Keyboard NONE =
      new Keyboard() {
        @Override
        public Optional<String> line(PrintStream prompts, String question) {
          return Optional.empty();
        }

        @Override
        public Optional<String> secret(PrintStream prompts, String question) {
          return Optional.empty();
        }
      };

  /** The answer to a question, or empty if there is nobody to ask. */
  Optional<String> line(PrintStream prompts, String question);

  /** The answer to a question, typed unseen, or empty if there is nobody to ask. */
  Optional<String> secret(PrintStream prompts, String question);

  /** Whoever sits at the terminal that the process was started from. */
  final class OfTerminal implements Keyboard {

    @Override
    public Optional<String> line(PrintStream prompts, String question) {
      prompts.print(question);
      prompts.flush();
      try {
        return Optional.ofNullable(
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                .readLine());
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /** Empty where standard output is not the terminal: then nothing can hide what is typed. */
    @Override
    public Optional<String> secret(PrintStream prompts, String question) {
      Console console = System.console();
      return console == null
          ? Optional.empty()
          : Optional.ofNullable(console.readPassword("%s", question)).map(String::valueOf);
    }
  }
}
