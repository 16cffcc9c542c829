package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Mentions;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rows get in a required column that comes back after its values are gone: something of
 * its type that the keys and checks over it let pass, so far as they can be read.
 */
final class NeutralValues {

  private static final Pattern QUOTED = Pattern.compile(".*?'((?:[^']|'')*)'");
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final String COUNT = "bigint";
  private static final Set<String> NUMBERS =
      Set.of("integer", "bigint", "numeric", "double precision");
  private static final Pattern LONG_TEXT =
      Pattern.compile("varchar|text|clob|varchar\\((?:[2-9]\\d|\\d{3,})\\)");

  private final Dialect dialect;
  private final Schema schema;
  private final List<Change> changes;

  /**
   * @param schema what is there before the changes, under the names that it keeps
   */
  NeutralValues(Dialect dialect, Schema schema, List<Change> changes) {
    this.dialect = dialect;
    this.schema = schema;
    this.changes = changes;
  }

  /** An expression over the other columns of the row, or empty where nothing is known to do. */
  Optional<String> of(QualifiedName name, Column column) {
    Optional<Table> table = schema.tables().find(name.toString());
    Optional<String> usual = ofType(column);
    if (table.isEmpty()) {
      return usual;
    }
    Optional<ForeignKey> key =
        table.get().foreignKeys().stream()
            .filter(found -> found.columns().contains(column.name()))
            .findFirst();
    if (key.isPresent()) {
      return referring(table.get(), column, key.get(), usual);
    }
    return ownKey(table.get(), column).or(() -> checked(table.get(), column, usual));
  }

  private Optional<String> ofType(Column column) {
    return schema.enumTypes().stream()
        .filter(type -> dialect.named(type.name()).equals(column.type()))
        .filter(type -> !type.labels().isEmpty())
        .findFirst()
        .map(type -> dialect.literal(type.labels().get(0)))
        .or(() -> dialect.neutralValue(column.type()));
  }

  private Optional<String> checked(Table table, Column column, Optional<String> usual) {
    List<String> checks =
        table.checks().stream()
            .map(Check::expression)
            .filter(text -> Mentions.mentions(text, column.name()))
            .toList();
    if (checks.isEmpty() || usual.isEmpty()) {
      return usual;
    }
    String text = usual.get();
    Matcher quoted = QUOTED.matcher(text);
    String value = quoted.matches() ? quoted.group(1).replace("''", "'") : text;
    return Admitted.value(column.name(), checks, value)
        .map(
            found -> found.equals(value) ? text : quoted.matches() ? dialect.literal(found) : found)
        .or(() -> usual);
  }

  /** What tells the row from others, where the column is to do so too and has room for it. */
  private Optional<String> ownKey(Table table, Column column) {
    if (!isUnique(table, column)) {
      return Optional.empty();
    }
    String type = column.type().sql();
    Optional<Column> key = singleKey(table);
    return key.filter(found -> takes(type, found.type().sql()))
        .map(found -> dialect.identifier(found.name()))
        .or(() -> key.filter(found -> takes(type, COUNT)).map(found -> place(table, found)))
        .or(() -> key.flatMap(found -> dialect.numbered(column.type(), number(table, found))));
  }

  private String number(Table table, Column key) {
    return INTEGERS.contains(key.type().sql()) ? dialect.identifier(key.name()) : place(table, key);
  }

  /**
   * How many rows of the table come before the row in the order of its key, and itself. Keys are
   * distinct; MySQL reads a table that it updates where it is told to look for that first.
   */
  private String place(Table table, Column key) {
    return "(select count(*) from (select distinct %1$s as autogen_key from %2$s) o where o.autogen_key <= %1$s)"
        .formatted(dialect.identifier(key.name()), dialect.identifier(table.name()));
  }

  private static boolean takes(String type, String key) {
    boolean integer = INTEGERS.contains(key);
    String word = type.replaceFirst("\\(.*", "");
    return type.equals(key)
        || (integer && (NUMBERS.contains(word) || LONG_TEXT.matcher(type).matches()));
  }

  private static boolean isUnique(Table table, Column column) {
    return Stream.concat(
            Stream.concat(
                table.primaryKey().stream().map(PrimaryKey::columns),
                table.uniqueKeys().stream().map(UniqueKey::columns)),
            table.indexes().stream().filter(Index::unique).map(Index::columns))
        .anyMatch(columns -> columns.contains(column.name()));
  }

  /**
   * The primary key, if it is one column that is there when the other comes back: the one that the
   * changes give the table, or the one that stays.
   */
  private Optional<Column> singleKey(Table table) {
    Optional<PrimaryKey> added =
        changes.stream()
            .filter(AddConstraint.class::isInstance)
            .map(AddConstraint.class::cast)
            .filter(add -> add.table().equals(table.name()))
            .map(AddConstraint::constraint)
            .filter(PrimaryKey.class::isInstance)
            .map(PrimaryKey.class::cast)
            .findFirst();
    if (added.isPresent()) {
      List<String> columns = added.get().columns();
      return columns.size() == 1 ? after(table, columns.get(0)) : Optional.empty();
    }
    return table
        .primaryKey()
        .map(PrimaryKey::columns)
        .filter(columns -> columns.size() == 1 && !isDropped(table.name(), columns.get(0)))
        .flatMap(columns -> after(table, columns.get(0)));
  }

  /** A column as it is once the changes are made. */
  private Optional<Column> after(Table table, String name) {
    for (Change change : changes) {
      if (change.object().equals(ObjectName.column(table.name(), name))) {
        if (change instanceof AddColumn add) {
          return Optional.of(add.column());
        }
        if (change instanceof AlterColumn alter) {
          return Optional.of(alter.to());
        }
      }
    }
    return table.columns().find(name);
  }

  private boolean isDropped(QualifiedName table, String column) {
    ObjectName name = ObjectName.column(table, column);
    return changes.stream()
        .anyMatch(
            change ->
                (change instanceof DropColumn && change.object().equals(name))
                    || (change instanceof DropTable drop
                        && drop.definition().name().equals(table)));
  }

  /** Empty if what is referred to is gone: no row can be there before it. */
  private Optional<String> referring(
      Table table, Column column, ForeignKey key, Optional<String> usual) {
    String target = key.targetColumns().get(key.columns().indexOf(column.name()));
    if (key.targetColumns().stream().anyMatch(found -> isDropped(key.target(), found))) {
      return Optional.empty();
    }
    if (key.target().equals(table.name())) {
      return Optional.of(dialect.identifier(target));
    }
    if (key.columns().size() == 1 && isUnique(table, column) && singleKey(table).isPresent()) {
      return Optional.of(inTurn(table, key, target, singleKey(table).get()));
    }
    return Optional.of(first(table, key, target, usual));
  }

  /**
   * The first row of the target that has what the row has in those columns of the key that stay.
   */
  private String first(Table table, ForeignKey key, String target, Optional<String> usual) {
    List<String> staying =
        key.columns().stream().filter(column -> !isDropped(table.name(), column)).toList();
    if (staying.isEmpty()) {
      return "(select %s from %s order by %s limit 1)"
          .formatted(
              dialect.identifier(target),
              dialect.identifier(key.target()),
              key.targetColumns().stream()
                  .map(dialect::identifier)
                  .collect(Collectors.joining(", ")));
    }
    List<String> columns = new ArrayList<>();
    List<String> matches = new ArrayList<>();
    for (String column : staying) {
      String other = key.targetColumns().get(key.columns().indexOf(column));
      String alias = "autogen_key_" + columns.size();
      columns.add(dialect.identifier(other) + " as " + alias);
      matches.add("d." + alias + " = " + dialect.identifier(column));
    }
    String found =
        "(select d.autogen_value from (select %s as autogen_value, %s from %s) d where %s"
            + " order by d.autogen_value limit 1)";
    String value =
        found.formatted(
            dialect.identifier(target),
            String.join(", ", columns),
            dialect.identifier(key.target()),
            String.join(" and ", matches));
    return usual.map(other -> "coalesce(" + value + ", " + other + ")").orElse(value);
  }

  /** Each row another row of the target: by the place among all rows in the order of the keys. */
  private String inTurn(Table table, ForeignKey key, String target, Column own) {
    String id = dialect.identifier(own.name());
    String text =
        "(select d.autogen_value from (select %1$s as autogen_value,"
            + " row_number() over (order by %1$s) as autogen_place from %2$s) d"
            + " where d.autogen_place = (select count(*) from"
            + " (select distinct %3$s as autogen_key from %4$s) o where o.autogen_key <= %3$s))";
    return text.formatted(
        dialect.identifier(target),
        dialect.identifier(key.target()),
        id,
        dialect.identifier(table.name()));
  }
}
