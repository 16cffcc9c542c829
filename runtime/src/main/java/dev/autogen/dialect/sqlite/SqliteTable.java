package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.CreateTableText;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.dialect.sqlite.SqlitePart.What;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table as its {@code create} statement has it.
 *
 * @param name its name
 * @param text the statement
 */
record SqliteTable(String name, CreateTableText text) {

  private static final Map<What, Class<? extends Constraint>> KINDS =
      Map.of(
          What.PRIMARY_KEY, PrimaryKey.class,
          What.UNIQUE, UniqueKey.class,
          What.CHECK, Check.class,
          What.FOREIGN_KEY, ForeignKey.class);

  static SqliteTable parse(String name, String sql) {
    return new SqliteTable(name, CreateTableText.parse(sql, Style.BRACKETS));
  }

  /**
   * A constraint of the table, wherever it is written.
   *
   * @param name its name, or what it is called for want of one
   * @param columns its columns as the table spells them; for a check, those it mentions
   * @param clause the clause that it stands in
   */
  record Placed(String name, List<String> columns, SqlitePart part, Clause clause) {}

  List<String> columnNames() {
    return text.columns().stream().map(clause -> clause.name().orElseThrow()).toList();
  }

  /** The parts of a column; none if there is no such column. */
  List<SqlitePart> parts(String column) {
    return text.column(column).map(SqlitePart::of).orElse(List.of());
  }

  /** The constraints of one kind, in the order in which they are written. */
  List<Placed> constraints(What what) {
    List<Placed> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Clause clause : text.clauses()) {
      for (SqlitePart part : SqlitePart.of(clause)) {
        if (part.what() == what) {
          List<String> columns = columns(part, clause);
          found.add(new Placed(name(part, columns, names), columns, part, clause));
        }
      }
    }
    return found;
  }

  private List<String> columns(SqlitePart part, Clause clause) {
    if (part.what() == What.CHECK) {
      return SqliteExpressions.mentioned(part.text(), columnNames());
    }
    if (clause.kind() == CreateTableText.Kind.COLUMN) {
      return List.of(clause.name().orElseThrow());
    }
    return part.columns().stream().map(this::spelled).toList();
  }

  private String spelled(String column) {
    return SqliteExpressions.find(columnNames(), column).orElse(column);
  }

  private String name(SqlitePart part, List<String> columns, Set<String> names) {
    if (part.name().isPresent() && names.add(part.name().get())) {
      return part.name().get();
    }
    UnnamedConstraint unnamed = new UnnamedConstraint(KINDS.get(part.what()), name, columns);
    while (!names.add(SqliteNames.unnamed(unnamed))) {
      unnamed = unnamed.next();
    }
    return SqliteNames.unnamed(unnamed);
  }

  Optional<Placed> primaryKey() {
    return constraints(What.PRIMARY_KEY).stream().findFirst();
  }

  /** The column that is the number of the row itself, if the table has one. */
  Optional<String> rowNumber() {
    return primaryKey()
        .filter(key -> key.columns().size() == 1 && !isWithoutRowNumbers())
        .filter(
            key -> !(key.clause().kind() == CreateTableText.Kind.COLUMN && key.part().has("desc")))
        .map(key -> key.columns().get(0))
        .filter(
            column ->
                text.column(column)
                    .filter(clause -> SqlitePart.type(clause).equalsIgnoreCase("integer"))
                    .isPresent());
  }

  /** Whether SQLite gives that column its value: it may be left out, or never comes twice. */
  boolean isNumbered(String column) {
    return rowNumber().filter(column::equalsIgnoreCase).isPresent()
        && (countsUp() || parts(column).stream().noneMatch(part -> part.what() == What.NOT_NULL));
  }

  /** Whether it is AUTOINCREMENT. */
  boolean countsUp() {
    return primaryKey().filter(key -> key.part().has("autoincrement")).isPresent();
  }

  boolean isComputed(String column) {
    return parts(column).stream().anyMatch(part -> part.what() == What.GENERATED);
  }

  /** Whether it is WITHOUT ROWID. */
  boolean isWithoutRowNumbers() {
    List<Token> words = new SqlText(text.tail(), Style.BRACKETS).tokens();
    return words.stream().anyMatch(word -> word.is("without"));
  }
}
