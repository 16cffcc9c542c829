package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is declared is what Hibernate creates: table by table, on real databases. */
class FreshDatabaseIT {

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB", "H2"})
  void declaresWhatHibernateCreates(Engine engine) throws SQLException {
    compare(engine, Application.shop());
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB", "H2"})
  void declaresWhatHibernateCreatesUnderSpringNaming(Engine engine) throws SQLException {
    compare(engine, Application.shop().withNaming(EntityOptions.SPRING_NAMING));
  }

  @Test
  void declaresWhatHibernateCreatesOnPostgresqlAlone() throws SQLException {
    compare(
        Engine.POSTGRESQL,
        EntityOptions.of(Application.classPath())
            .withPackages(List.of("dev.autogen.inspect.model.postgresql")));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB", "H2"})
  void declaresWhatHibernateCreatesForAudits(Engine engine) throws SQLException {
    compare(
        engine,
        EntityOptions.of(Application.classPath(org.hibernate.envers.Audited.class))
            .withPackages(List.of("dev.autogen.inspect.model.audited")));
  }

  private static void compare(Engine engine, EntityOptions options) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine);
        Connection connection = database.connect()) {
      Dialect dialect = Dialects.of(connection);
      if (engine == Engine.POSTGRESQL) {
        database.execute("create extension if not exists citext");
      }
      Declaration declared = FreshDatabase.create(options, dialect, connection);
      DatabaseScope scope = DatabaseScope.DEFAULT.plusSchemas(declared.schema().namespaces());
      Schema created = new DatabaseSource(connection, dialect, scope).read();
      assertEquals(
          lines(created, engine == Engine.H2), lines(declared.schema(), engine == Engine.H2));
    }
  }

  /** Everything but expressions, which a database rewrites, and names that H2 makes up. */
  private static String lines(Schema schema, boolean randomNames) {
    List<String> tables =
        schema.tables().stream().map(table -> lines(table, randomNames)).sorted().toList();
    return String.join("\n", tables)
        + "\nsequences "
        + new TreeSet<>(schema.sequences().stream().map(Object::toString).toList())
        + "\nenums "
        + schema.enumTypes();
  }

  private static Index withoutExpressions(Index index) {
    return index
        .withParts(
            index.parts().stream().map(p -> p.expression() ? p.withText("some") : p).toList())
        .withWhere(index.where().map(condition -> "some"));
  }

  /** H2 calls constraints CONSTRAINT_ and some digits. */
  private static Constraint withoutRandomName(Constraint constraint) {
    return constraint.name().matches("constraint_.*|.*_(pkey|key|check)\\d*")
        ? constraint.withName("?")
        : constraint;
  }

  private static String lines(Table table, boolean randomNames) {
    StringBuilder text = new StringBuilder("table " + table.name() + " " + table.comment());
    table.columns().stream()
        .map(
            column ->
                column
                    .withDefaultValue(column.defaultValue().map(value -> "some"))
                    .withGenerated(
                        column
                            .generated()
                            .map(g -> new dev.autogen.schema.Generated("some", g.stored()))))
        .map(column -> "\n  " + column)
        .sorted()
        .forEach(text::append);
    table.constraints().stream()
        .map(
            constraint ->
                constraint instanceof dev.autogen.schema.Check check
                    ? new dev.autogen.schema.Check(check.name(), "some")
                    : constraint)
        .map(constraint -> randomNames ? withoutRandomName(constraint) : constraint)
        .map(constraint -> "\n  " + constraint)
        .sorted()
        .forEach(text::append);
    table.indexes().stream()
        .map(FreshDatabaseIT::withoutExpressions)
        .map(index -> "\n  " + index)
        .sorted()
        .forEach(text::append);
    return text.toString();
  }
}
