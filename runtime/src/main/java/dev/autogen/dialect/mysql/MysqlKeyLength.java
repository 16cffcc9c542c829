package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.TypeText;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.dialect.mysql.MysqlTableText.Key;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses keys and indexes that are longer than InnoDB can store: MySQL has an error for them,
 * MariaDB cuts an index without a word. Counts text and bytes; numbers and times are too short to
 * matter.
 */
final class MysqlKeyLength {

  /** In bytes: the manual's "InnoDB Limits", for the usual page size and row format. */
  private static final long LIMIT = 3072;

  private static final Map<String, Integer> BYTES =
      Map.of(
          "utf8mb4", 4, "utf16", 4, "utf16le", 4, "utf32", 4, "utf8mb3", 3, "utf8", 3, "ucs2", 2);

  /** Where it says both, the character set comes first; a collation begins with its name. */
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?:character set|charset|collate)[ =]+([a-z0-9]+)", Pattern.CASE_INSENSITIVE);

  private final Dialect dialect;

  MysqlKeyLength(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @param columns those of the key, in order; what is no column of the table counts nothing
   * @throws UnsupportedChangeException if the key is too long
   */
  void require(MysqlTableText table, String key, List<String> columns) {
    require(table, key, columns, Optional.empty());
  }

  /**
   * The same for all keys and indexes of a column that is defined anew.
   *
   * @param wanted its new definition
   */
  void require(MysqlTableText table, MysqlColumnText wanted) {
    for (Key key : table.keys()) {
      if (key.columns().contains(wanted.name()) && key.isOrdered()) {
        require(table, key.name(), key.columns(), Optional.of(wanted));
      }
    }
  }

  private void require(
      MysqlTableText table, String key, List<String> columns, Optional<MysqlColumnText> wanted) {
    long bytes =
        columns.stream()
            .flatMap(
                name ->
                    wanted.filter(w -> w.name().equals(name)).or(() -> table.column(name)).stream())
            .mapToLong(column -> bytes(table, column))
            .sum();
    if (bytes > LIMIT) {
      throw new UnsupportedChangeException(
          "\"%s\" cannot be over %s: it takes up to %s bytes, and %s stores no more than %s."
                  .formatted(key, String.join(", ", columns), bytes, dialect.name(), LIMIT)
              + " Shorten a column, or index a part of it by a statement of your own, such as"
              + " create index i on t (c(700)).");
    }
  }

  private static long bytes(MysqlTableText table, MysqlColumnText column) {
    String text = TypeText.normalized(column.get(Part.TYPE).orElse("").toLowerCase(Locale.ROOT));
    TypeText type = TypeText.parse(text).orElse(new TypeText(text, List.of()));
    return switch (type.name()) {
      case "char", "varchar" -> type.argument(1) * width(table, column);
      case "binary", "varbinary" -> type.argument(1);
      default -> 0;
    };
  }

  private static int width(MysqlTableText table, MysqlColumnText column) {
    String characters =
        column
            .get(Part.CHARACTER_SET)
            .or(() -> column.get(Part.COLLATION))
            .orElse(table.text().tail());
    Matcher charset = CHARSET.matcher(characters);
    String name = charset.find() ? charset.group(1) : "utf8mb4";
    return BYTES.getOrDefault(name.toLowerCase(Locale.ROOT), 1);
  }
}
