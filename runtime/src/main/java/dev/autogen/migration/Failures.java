package dev.autogen.migration;

import dev.autogen.dialect.UnsupportedChangeException;
import java.sql.SQLException;
import java.util.Locale;

/** Words for what went wrong. */
final class Failures {

  private static final int SHOWN = 300;

  private Failures() {}

  /** What the database or Java says, in one line, without the noise of a stack trace. */
  static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (!(cause instanceof SQLException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    Throwable told = cause instanceof SQLException ? cause : thrown;
    String message = told.getMessage();
    if (message == null || message.isBlank()) {
      return told.getClass().getSimpleName();
    }
    String text = message.strip().replaceAll("\\s*\\R\\s*", " ");
    boolean forPeople = told instanceof SQLException || told instanceof UnsupportedChangeException;
    return forPeople ? text : told.getClass().getSimpleName() + ": " + text;
  }

  /** The line of a class in which something was thrown: {@code " (line 12)"}, or nothing. */
  static String line(Throwable thrown, String className) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(className) && frame.getLineNumber() > 0) {
        return " (line " + frame.getLineNumber() + ")";
      }
    }
    return "";
  }

  /** A statement as a message shows it: in one line, cut where it is long. */
  static String shown(String statement) {
    String line = statement.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
  }

  /** A sentence's end, unless there is one. */
  static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("!") ? text : text + ".";
  }

  static String plural(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
