package dev.autogen.fuzz;

import dev.autogen.dialect.Dialect;
import java.util.Locale;

/** How long a model's names are, and of which letters. */
enum Spelling {
  /** A word or two. */
  SHORT(""),
  /** As long as the database keeps them. */
  LONG("_and_on"),
  /** As many bytes as the database keeps, two for each letter. */
  LETTERED("\u00fc\u00e9\u0416");

  /** What does not fit with its own beginning is told from others by a digest. */
  private static final int OWN = 26;

  private final String filling;

  Spelling(String filling) {
    this.filling = filling;
  }

  /** One model in ten is of either kind of long names, unless all are asked to be. */
  static Spelling of(long seed) {
    String asked = System.getProperty("fuzz.spelling", "");
    if (!asked.isEmpty()) {
      return valueOf(asked);
    }
    return seed % 10 == 4 ? LONG : seed % 10 == 8 ? LETTERED : SHORT;
  }

  /** The name instead of this one, always the same. */
  String of(String name, Dialect dialect) {
    if (this == SHORT) {
      return name;
    }
    int limit = limit(dialect);
    String own =
        name.length() <= Math.min(OWN, limit - 3)
            ? name
            : "h%08x_%s".formatted(name.hashCode(), name.toLowerCase(Locale.ROOT));
    return dialect.kept((own + filling.repeat(limit)).substring(0, limit));
  }

  /** MySQL cuts letters in two in names of its own, such as that of a column it has dropped. */
  private int limit(Dialect dialect) {
    boolean mysql = dialect.name().equals("mysql");
    return this == LETTERED && mysql ? 20 : mysql || dialect.name().equals("mariadb") ? 64 : 90;
  }
}
