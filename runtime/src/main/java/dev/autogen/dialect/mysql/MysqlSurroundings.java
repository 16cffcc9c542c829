package dev.autogen.dialect.mysql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.dialect.mysql.MysqlTableText.Key;
import dev.autogen.schema.Check;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What a change happens among: the tables as they are, and the changes that are made in the same
 * statement.
 *
 * @param tables the tables before the batch
 * @param batch the changes that are done together, that itself with them
 */
public record MysqlSurroundings(MysqlTables tables, List<Change> batch) {

  public MysqlSurroundings {
    batch = List.copyOf(batch);
  }

  /** Whether nothing else is done in the same statement. */
  boolean isAlone() {
    return batch.size() < 2;
  }

  /** The other columns of its table that are changed. */
  List<AlterColumn> alteredBeside(AlterColumn change) {
    return batch.stream()
        .filter(AlterColumn.class::isInstance)
        .map(AlterColumn.class::cast)
        .filter(other -> other.table().equals(change.table()))
        .filter(other -> !other.from().name().equals(change.from().name()))
        .toList();
  }

  /** The names of the keys and indexes of a table that go, in their order. */
  List<String> dropped(QualifiedName table) {
    return batch.stream()
        .filter(change -> change.object().owner().equals(table))
        .map(MysqlSurroundings::dropped)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> dropped(Change change) {
    if (change instanceof DropIndex drop) {
      return Optional.of(drop.index().name());
    }
    return change instanceof DropConstraint drop
            && !(drop.constraint() instanceof Check)
            && !(drop.constraint() instanceof ForeignKey)
        ? Optional.of(MysqlKeys.stored(drop.constraint()))
        : Optional.empty();
  }

  /** The keys and indexes of a table that come, in their order. */
  List<Key> added(QualifiedName table, MysqlDefinitions definitions) {
    return batch.stream()
        .filter(change -> change.object().owner().equals(table))
        .map(change -> added(change, definitions))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Key> added(Change change, MysqlDefinitions definitions) {
    if (change instanceof CreateIndex create) {
      return Optional.of(key(create.index(), definitions));
    }
    return change instanceof AddConstraint add
            && !(add.constraint() instanceof Check)
            && !(add.constraint() instanceof ForeignKey)
        ? Optional.of(
            new Key(MysqlKeys.stored(add.constraint()), add.constraint().columns(), true, ""))
        : Optional.empty();
  }

  /** An index as the table will have it. */
  static Key key(Index index, MysqlDefinitions definitions) {
    String sql = definitions.index(index);
    return new Key(
        index.name(),
        index.parts().stream().map(MysqlSurroundings::column).toList(),
        index.unique(),
        index.method().isEmpty() ? sql : sql.toUpperCase(java.util.Locale.ROOT));
  }

  /** The column of a key, or what no column is called. */
  static String column(IndexPart part) {
    return part.expression() || part.prefix().isPresent() ? "(" + part.text() : part.text();
  }
}
