package dev.autogen.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.ChangeSet;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.Declaration.Numbering;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyNumbersTest {

  private static final QualifiedName ITEM = QualifiedName.of("item");
  private static final QualifiedName SEQ = QualifiedName.of("item_seq");
  private static final ObjectName ID = ObjectName.column(ITEM, "id");
  private static final Schema PLAIN = schema(item(key()), List.of());
  private static final Schema NUMBERED = schema(item(key()), List.of(Sequence.of(SEQ, 1, 50)));
  private static final Schema IDENTITY =
      schema(
          item(key().withIdentity(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)))), List.of());

  @Test
  void aNewSequenceGoesOnAboveTheRowsThatAreThere() throws SQLException {
    List<String> statements = numbers("h2", IDENTITY, NUMBERED, Map.of()).forth();
    assertEquals(62, next("create sequence item_seq start with 1 increment by 50", statements, 12));
    assertEquals(1, next("create sequence item_seq start with 1 increment by 50", statements));
  }

  @Test
  void aNewTableInItsPlaceDoesSoToo() throws SQLException {
    Schema to = IDENTITY.withTables(IDENTITY.tables().plus(inPlace()));
    List<String> statements = numbers("sqlite", IDENTITY, to, Map.of()).forth();
    assertEquals(
        List.of(
            "insert into item_seq select (select max(n) from (select 1 as n"
                + " union all select max(id) + 50 from item) numbers)"),
        statements);
  }

  @Test
  void theSequenceOfANewTableStartsWhereItIsToldTo() {
    assertEquals(List.of(), numbers("h2", Schema.EMPTY, NUMBERED, Map.of()).forth());
  }

  @Test
  void aSequenceComesBackAboveTheRows() throws SQLException {
    for (KeyNumbers numbers :
        List.of(
            numbers("h2", NUMBERED, IDENTITY, Map.of()),
            numbers(
                "h2",
                NUMBERED,
                PLAIN,
                Map.of(ObjectName.sequence(SEQ), "Item", ObjectName.table(ITEM), "Item")))) {
      assertEquals(
          62, next("create sequence item_seq start with 1 increment by 50", numbers.back(), 12));
    }
    assertEquals(List.of(), numbers("h2", NUMBERED, PLAIN, Map.of()).back());
  }

  @Test
  void aTableInItsPlaceComesBackWithItsRow() {
    Schema from = PLAIN.withTables(PLAIN.tables().plus(inPlace()));
    assertEquals(
        List.of("insert into item_seq select (select max(n) from (select 1 as n) numbers)"),
        numbers("sqlite", from, PLAIN, Map.of()).back());
  }

  @Test
  void eachDatabaseMovesItsSequencesItsWay() {
    assertEquals(
        List.of(
            "select setval('item_seq', (select max(n) from (select 1 as n"
                + " union all select max(id) + 50 from item) numbers)::bigint, false)"),
        numbers("postgresql", IDENTITY, NUMBERED, Map.of()).forth());
  }

  private static long next(String create, List<String> statements, long... rows)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("create table item (id bigint)");
      for (long row : rows) {
        statement.execute("insert into item values (" + row + ")");
      }
      statement.execute(create);
      for (String sql : statements) {
        statement.execute(sql);
      }
      try (ResultSet next = statement.executeQuery("select next value for item_seq")) {
        next.next();
        return next.getLong(1);
      }
    }
  }

  private static KeyNumbers numbers(
      String database, Schema from, Schema to, Map<ObjectName, String> before) {
    Dialect dialect = Dialects.named(database, 16, 0);
    Declaration ours =
        new Declaration(
            to,
            new TreeMap<>(),
            Set.of(),
            new TreeMap<>(Map.of(SEQ, List.of("insert into item_seq values ( 1 )"))),
            new TreeMap<>(Map.of(SEQ, new Numbering(50, Set.of(ID)))),
            1,
            "7.4");
    ChangeSet upgrade = new ChangeSet(SchemaDiff.between(from, to));
    return new KeyNumbers(
        new Plan(from, to, upgrade.changes(), upgrade, Set.of()), ours, before, dialect);
  }

  private static Column key() {
    return Column.of("id", new ColumnType("bigint"));
  }

  private static Table item(Column key) {
    return Table.of(
        ITEM, List.of(key), List.of(new PrimaryKey("item_pkey", List.of("id"))), List.of());
  }

  private static Table inPlace() {
    return Table.of(
        SEQ, List.of(Column.of("next_val", new ColumnType("bigint"))), List.of(), List.of());
  }

  private static Schema schema(Table table, List<Sequence> sequences) {
    return Schema.of(List.of(), List.of(table), sequences, List.of());
  }
}
