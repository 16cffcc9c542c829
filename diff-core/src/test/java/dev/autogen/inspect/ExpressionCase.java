package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A declared table {@code t} beside the one that a database has. */
final class ExpressionCase {

  static final QualifiedName TABLE = QualifiedName.of("t");

  private final TestDatabase database;
  private String user;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> checks = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final List<EnumType> enumTypes = new ArrayList<>();
  private final Set<ObjectName> implicitNames = new HashSet<>();

  ExpressionCase(TestDatabase database) {
    this.database = database;
    this.user = database.user();
  }

  /** As another user of H2, which has no password and may not touch settings. */
  ExpressionCase as(String otherUser) {
    user = otherUser;
    return this;
  }

  /**
   * @param defaultValue the default, or the empty string
   */
  ExpressionCase column(String name, String type, String defaultValue) {
    columns.add(
        Column.of(name, new ColumnType(type))
            .withDefaultValue(Optional.of(defaultValue).filter(text -> !text.isEmpty())));
    return this;
  }

  ExpressionCase generated(String name, String type, String expression) {
    columns.add(
        Column.of(name, new ColumnType(type))
            .withGenerated(
                Optional.of(
                    new Generated(
                        expression, database.engine() == dev.autogen.testing.Engine.POSTGRESQL))));
    return this;
  }

  ExpressionCase check(String name, String expression) {
    checks.add(new Check(name, expression));
    return this;
  }

  ExpressionCase unnamedCheck(String name, String expression) {
    implicitNames.add(ObjectName.constraint(TABLE, name));
    return check(name, expression);
  }

  ExpressionCase index(Index index) {
    indexes.add(index);
    return this;
  }

  ExpressionCase enumType(String name, String... labels) {
    enumTypes.add(new EnumType(QualifiedName.of(name), List.of(labels)));
    return this;
  }

  Schema ours() {
    return Schema.of(
        List.of(), List.of(Table.of(TABLE, columns, checks, indexes)), List.of(), enumTypes);
  }

  Schema theirs() throws SQLException {
    try (Connection connection = database.connect()) {
      return new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT).read();
    }
  }

  Declaration compared() throws SQLException {
    return run().declaration();
  }

  DeclaredExpressions.Compared run() throws SQLException {
    if (user.equals(database.user())) {
      try (Connection connection = database.connect()) {
        return run(connection);
      }
    }
    String withoutSettings = database.url().split(";")[0];
    try (Connection connection = DriverManager.getConnection(withoutSettings, user, "")) {
      return run(connection);
    }
  }

  DeclaredExpressions.Compared run(Connection connection) throws SQLException {
    Dialect dialect = Dialects.of(connection);
    Declaration ours =
        new Declaration(ours(), new TreeMap<>(), implicitNames, new TreeMap<>(), 1, "7.4");
    return new DeclaredExpressions(connection, dialect).compare(ours, theirs());
  }

  Table comparedTable() throws SQLException {
    return compared().schema().table(TABLE);
  }

  String defaultOf(String column) throws SQLException {
    return comparedTable().column(column).defaultValue().orElse("");
  }

  String checkOf(String name) throws SQLException {
    return ((Check) comparedTable().constraints().find(name).orElseThrow()).expression();
  }

  /** {@code t.a: why}, one a line. */
  String notCompared() throws SQLException {
    return run().notCompared().stream()
        .map(one -> one.object() + ": " + one.reason())
        .collect(Collectors.joining("\n"));
  }

  String value(String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return String.valueOf(CatalogCrawl.value(connection, query));
    }
  }
}
