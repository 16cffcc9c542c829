package dev.autogen.cli;

import dev.autogen.cli.report.Printable;
import dev.autogen.cli.report.Style;
import java.util.function.Supplier;

/** What a command prints: results to one stream, everything else to the other, no secrets. */
final class Output {

  private final Host host;
  private final GlobalOptions options;
  private final Secrets secrets;

  Output(Host host, GlobalOptions options, Secrets secrets) {
    this.host = host;
    this.options = options;
    this.secrets = secrets;
  }

  /** A line of the result. */
  void result(String line) {
    host.out().println(Printable.line(line));
  }

  /** A result of several lines that is safe to print as it is. */
  void text(String text) {
    host.out().print(text);
    host.out().flush();
  }

  /** SQL for a client: as it is, unless it goes to a terminal. */
  void script(String sql) {
    text(host.isTerminal().out() ? Printable.lines(sql) : sql);
  }

  /** Something to know; not printed with {@code -q}. */
  void note(String sentence) {
    if (!options.quiet) {
      host.err().println(Printable.line(secrets.scrub(sentence)));
    }
  }

  /** Something to know for who asked for more with {@code -v}. */
  void detail(String sentence) {
    if (options.verbose) {
      note(sentence);
    }
  }

  /** Why the command could not do its work, and with {@code --stacktrace} where it arose. */
  void error(String sentence, Throwable thrown) {
    host.err().println("autogen: " + Printable.lines(secrets.scrub(sentence)));
    if (options.stacktrace) {
      java.io.StringWriter trace = new java.io.StringWriter();
      thrown.printStackTrace(new java.io.PrintWriter(trace));
      host.err().print(Printable.lines(secrets.scrub(trace.toString())));
    }
    host.err().flush();
  }

  Style style() {
    boolean colour =
        host.isTerminal().out()
            && !options.noColor
            && host.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return colour ? Style.COLOURED : Style.PLAIN;
  }

  /** Does work, and shows that it goes on once it has taken a second on a terminal. */
  <T> T during(String doing, Supplier<T> work) {
    if (!host.isTerminal().err() || options.quiet) {
      return work.get();
    }
    Progress progress = new Progress(host.err(), doing);
    try {
      return work.get();
    } finally {
      progress.end();
    }
  }
}
