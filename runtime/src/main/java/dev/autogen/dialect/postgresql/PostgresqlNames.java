package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.Check;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** How PostgreSQL cuts, quotes and makes up names. */
final class PostgresqlNames {

  /** NAMEDATALEN less one, in bytes: the manual's "Identifiers and Key Words". */
  private static final int BYTES = 63;

  /** Key words that are "reserved" in the manual's appendix, and those for types and functions. */
  private static final String RESERVED =
      "all analyse analyze and any array as asc asymmetric authorization binary both case cast"
          + " check collate collation column concurrently constraint create cross current_catalog"
          + " current_date current_role current_schema current_time current_timestamp current_user"
          + " default deferrable desc distinct do else end except false fetch for foreign freeze"
          + " from full grant group having ilike in initially inner intersect into is isnull join"
          + " lateral leading left like limit localtime localtimestamp natural not notnull null"
          + " offset on only or order outer overlaps placing primary references returning right"
          + " select session_user similar some symmetric system_user table tablesample then to"
          + " trailing true union unique user using variadic verbose when where window with";

  private PostgresqlNames() {}

  static Identifiers identifiers() {
    return new Identifiers(
        Identifiers.Folding.LOWER, Set.of(RESERVED.split(" ")), true, PostgresqlNames::kept);
  }

  /**
   * The name that PostgreSQL's {@code ChooseIndexName} and {@code ChooseConstraintName} take. Where
   * it is taken, they try the next number behind its last word, and cut what is before that anew.
   */
  static String implicit(UnnamedConstraint constraint) {
    String number = constraint.attempt() == 0 ? "" : String.valueOf(constraint.attempt());
    String table = constraint.table();
    List<String> columns = constraint.columns();
    if (constraint.kind() == PrimaryKey.class) {
      return joined(table, "", "pkey" + number);
    }
    if (constraint.kind() == Check.class) {
      return joined(table, columns.size() == 1 ? columns.get(0) : "", "check" + number);
    }
    String label = constraint.kind() == ForeignKey.class ? "fkey" : "key";
    return joined(table, columnPart(columns), label + number);
  }

  /** {@code ChooseIndexNameAddition}: the columns joined, no more of them than a name can hold. */
  private static String columnPart(List<String> columns) {
    StringBuilder part = new StringBuilder();
    for (String column : columns) {
      if (bytes(part.toString()) > BYTES) {
        break;
      }
      part.append(part.isEmpty() ? "" : "_").append(column);
    }
    return part.toString();
  }

  /** {@code makeObjectName}: of the two names, the longer is cut first, byte by byte. */
  static String joined(String table, String columns, String label) {
    int room = BYTES - bytes(label) - 1 - (columns.isEmpty() ? 0 : 1);
    int first = bytes(table);
    int second = bytes(columns);
    while (first + second > room) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String middle = columns.isEmpty() ? "" : "_" + cut(columns, second);
    return cut(table, first) + middle + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** What PostgreSQL keeps of a name. */
  static String kept(String name) {
    return cut(name, BYTES);
  }

  /** The longest beginning of {@code text} of so many bytes, no character cut in two. */
  private static String cut(String text, int limit) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += bytes(Character.toString(character));
      if (used > limit) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }
}
