package dev.autogen.dialect;

import dev.autogen.change.ColumnChange.RenameValue;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SQL of values that take other names. All at once: one after the other, a value that takes a
 * name which another gives up could not be told from it.
 */
public final class RenamedValues {

  private RenamedValues() {}

  /** The statement that gives the rows their new values. */
  public static String update(Dialect dialect, RenameValue change) {
    return update(dialect, change, "");
  }

  /**
   * As {@link #update(Dialect, RenameValue)}.
   *
   * @param alongside what it sets besides, after a comma; or the empty string
   */
  public static String update(Dialect dialect, RenameValue change, String alongside) {
    String column = dialect.identifier(change.column());
    String old =
        change.names().keySet().stream().map(dialect::literal).collect(Collectors.joining(", "));
    boolean single = change.names().size() == 1;
    return "update %s set %s = %s%s where %s %s"
        .formatted(
            dialect.identifier(change.table()),
            column,
            single
                ? dialect.literal(change.names().values().iterator().next())
                : value(dialect, column, change),
            alongside,
            column,
            single ? "= " + old : "in (" + old + ")");
  }

  /** What becomes of a value: those that are not renamed stay. */
  public static String value(Dialect dialect, String value, RenameValue change) {
    StringBuilder sql = new StringBuilder("case ").append(value);
    for (Map.Entry<String, String> name : change.names().entrySet()) {
      sql.append(" when ").append(dialect.literal(name.getKey()));
      sql.append(" then ").append(dialect.literal(name.getValue()));
    }
    return sql.append(" else ").append(value).append(" end").toString();
  }
}
