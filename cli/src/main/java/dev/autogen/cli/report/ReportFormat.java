package dev.autogen.cli.report;

/** A way to write a report down. */
public interface ReportFormat {

  /** The whole report, ending in a line feed. */
  String write(Report report);
}
