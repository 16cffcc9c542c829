package dev.autogen.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long a command that changes the database waits for another one. */
final class LockTimeout {

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      converter = Time.class,
      description = "How long to wait for another run to end: 30s, 5m, 500ms; 10m unless said.")
  Duration time = Duration.ofMinutes(10);

  /** Reads a time: a number, of seconds unless it says otherwise. */
  static final class Time implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    @Override
    public Duration convert(String text) {
      Matcher matcher = TEXT.matcher(text.strip());
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "\"" + text + "\" is no time. Write a number with ms, s, m or h: 30s");
      }
      long number = Long.parseLong(matcher.group(1));
      String unit = matcher.group(2) == null ? "s" : matcher.group(2);
      return switch (unit) {
        case "ms" -> Duration.ofMillis(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofSeconds(number);
      };
    }
  }
}
