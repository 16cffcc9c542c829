package dev.autogen.dialect;

import dev.autogen.schema.ColumnType;
import java.util.Set;

/** Types that a foreign key may join across: it need not be taken off while one becomes another. */
final class TypeFamily {

  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "numeric");
  private static final Set<String> TEXTS = Set.of("varchar", "char", "text");

  private TypeFamily() {}

  /** The family's name, or the type's own where it stands alone. */
  static String of(ColumnType type) {
    String sql = type.sql();
    int end = sql.indexOf('(');
    String word = end < 0 ? sql : sql.substring(0, end);
    if (INTEGERS.contains(word)) {
      return "number";
    }
    return TEXTS.contains(word) ? "text" : word;
  }
}
