package dev.autogen.cli;

import dev.autogen.cli.report.Printable;
import dev.autogen.cli.report.Style;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command prints: results to one stream, everything else to the other, no secrets. */
final class Output {

  private final Host host;
  private final GlobalOptions options;
  private final Secrets secrets;
  private volatile @Nullable Progress progress;

  Output(Host host, GlobalOptions options, Secrets secrets) {
    this.host = host;
    this.options = options;
    this.secrets = secrets;
  }

  /** A line of the result. */
  void result(String line) {
    printing(() -> host.out().println(Printable.line(line)));
  }

  /** A result of several lines that is safe to print as it is. */
  void text(String text) {
    printing(
        () -> {
          host.out().print(text);
          host.out().flush();
        });
  }

  private void printing(Runnable work) {
    Progress shown = progress;
    if (shown == null) {
      work.run();
    } else {
      shown.aside(work);
    }
  }

  /** SQL for a client: as it is, unless it goes to a terminal. */
  void script(String sql) {
    text(host.isTerminal().out() ? Printable.lines(sql) : sql);
  }

  /** Something to know; not printed with {@code -q}. */
  void note(String sentence) {
    if (!options.quiet) {
      printing(() -> host.err().println(Printable.line(secrets.scrub(sentence))));
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
    if (!host.isTerminal().err() || options.quiet || progress != null) {
      return work.get();
    }
    Progress own = new Progress(host.err(), doing);
    progress = own;
    try {
      return work.get();
    } finally {
      progress = null;
      own.end();
    }
  }
}
