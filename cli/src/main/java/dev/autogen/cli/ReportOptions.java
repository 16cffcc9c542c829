package dev.autogen.cli;

import dev.autogen.cli.report.JsonReport;
import dev.autogen.cli.report.MarkdownReport;
import dev.autogen.cli.report.ReportFormat;
import dev.autogen.cli.report.TextReport;
import picocli.CommandLine.Option;

/** In which format a command reports. */
final class ReportOptions {

  /** The formats there are. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or markdown.",
      defaultValue = "TEXT")
  Format format = Format.TEXT;

  /** What writes the report. */
  ReportFormat writer(dev.autogen.cli.report.Style style) {
    return switch (format) {
      case TEXT -> new TextReport(style);
      case JSON -> new JsonReport();
      case MARKDOWN -> new MarkdownReport();
    };
  }
}
