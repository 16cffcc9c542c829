package dev.autogen.cli.report;

/** Colours for a terminal, or none. */
public enum Style {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

  public String added(String text) {
    return in("\u001b[32m", text);
  }

  public String changed(String text) {
    return in("\u001b[33m", text);
  }

  public String removed(String text) {
    return in("\u001b[31m", text);
  }

  public String strong(String text) {
    return in("\u001b[1;31m", text);
  }

  public String faint(String text) {
    return in("\u001b[2m", text);
  }

  private String in(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
  }
}
