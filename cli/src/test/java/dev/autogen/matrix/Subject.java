package dev.autogen.matrix;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.TableChange;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenameHints;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.plan.Fills;
import dev.autogen.schema.ObjectName;
import dev.autogen.testing.TestDatabase;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tool under test, on one database. */
final class Subject {

  private final TestDatabase database;
  private final Case measured;
  private final Set<ObjectName> base = new HashSet<>();

  Subject(TestDatabase database, Case measured) {
    this.database = database;
    this.measured = measured;
  }

  /** Records what the entities before the change declare. The database is still empty. */
  void recordBefore() throws SQLException {
    base.addAll(compare(measured.before(), List.of()).declared().keySet());
  }

  /** What the tool finds between the database and the entities after the change. */
  Comparison compareAfter() throws SQLException {
    return compare(measured.after(), measured.hints());
  }

  private Comparison compare(Class<?> side, List<String> hints) throws SQLException {
    try (Connection connection = database.connect()) {
      Dialect dialect = Dialects.of(connection);
      return new Comparer(
              entities(side),
              DatabaseScope.DEFAULT,
              base,
              RenameHints.parse(values("--rename", hints)),
              Fills.parse(values("--fill", hints)),
              Unmanaged.KEEP)
          .withDatabase(connection, dialect);
    }
  }

  void run(ChangeSet changes) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      Dialect dialect = Dialects.of(connection);
      for (Change change : changes.changes()) {
        for (String sql : change.accept(dialect.ddl())) {
          statement.execute(sql);
        }
      }
    }
  }

  void recordAfter(Comparison comparison) {
    base.addAll(comparison.declared().keySet());
    base.removeAll(comparison.withdrawn());
  }

  /** Columns whose values are gone after a downgrade: those that the upgrade dropped. */
  Set<String> lost(Comparison found, Set<String> converted) {
    Set<String> lost = new HashSet<>(converted);
    found
        .plan()
        .upgrade()
        .of(ColumnChange.DropColumn.class)
        .forEach(drop -> lost.add(drop.table() + "." + drop.column().name()));
    found
        .plan()
        .upgrade()
        .of(TableChange.DropTable.class)
        .forEach(drop -> lost.add(drop.definition().name() + ".*"));
    return lost;
  }

  private static EntityOptions entities(Class<?> side) {
    return EntityOptions.of(List.of(classPath()))
        .withClasses(Hibernate.classes(side).stream().map(Class::getName).toList());
  }

  private static Path classPath() {
    try {
      return Path.of(Case.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> values(String option, List<String> hints) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < hints.size(); i += 2) {
      if (hints.get(i).equals(option)) {
        values.add(hints.get(i + 1));
      }
    }
    return values;
  }
}
