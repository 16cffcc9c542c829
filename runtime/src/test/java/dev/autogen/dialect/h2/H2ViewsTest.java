package dev.autogen.dialect.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.Mentioned;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2ViewsTest {

  private static final QualifiedName ITEM = QualifiedName.of("item");

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table item (id int primary key, name varchar(20), note int)");
      statement.execute("create table other (id int primary key, name varchar(20))");
      statement.execute("create view shown as select i.name from item i");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void refusesRenamesThatAViewWouldNotLiveThrough() {
    assertEquals(
        "Table \"item\" cannot be renamed to \"thing\": view shown speaks of it, and H2 does not"
            + " rewrite it. Put op.execute(\"drop view shown\") before the rename, and create it"
            + " anew after it, with the new name.",
        refused(new RenameTable(ITEM, QualifiedName.of("thing"))));
    assertEquals(
        "Column \"item.name\" cannot be renamed to \"title\": view shown speaks of it, and H2 does"
            + " not rewrite it. Put op.execute(\"drop view shown\") before the rename, and create"
            + " it anew after it, with the new name.",
        refused(new RenameColumn(ITEM, "name", "title")));
  }

  @Test
  void renamesWhatNoViewSpeaksOf() throws SQLException {
    assertEquals(1, statements(new RenameColumn(ITEM, "note", "remark")).size());
    assertEquals(1, statements(new RenameColumn(QualifiedName.of("other"), "name", "n")).size());
    assertEquals(
        1, statements(new RenameTable(QualifiedName.of("other"), QualifiedName.of("more"))).size());
  }

  /** Its own catalog has names in upper case there, and no other spelling of them. */
  @Test
  void findsTheCatalogWhereNamesKeepTheirCase() throws SQLException {
    for (String setting : List.of("DATABASE_TO_UPPER=FALSE", "DATABASE_TO_LOWER=TRUE")) {
      try (Connection other = DriverManager.getConnection("jdbc:h2:mem:;" + setting);
          Statement statement = other.createStatement()) {
        statement.execute("create table item (id int primary key, name varchar(20))");
        Dialect dialect = Dialects.of(other);
        RenameTable rename = new RenameTable(ITEM, QualifiedName.of("thing"));
        assertEquals(1, dialect.statements(List.of(rename), Schema.EMPTY, other).size());
        String created = "create table item (id int)";
        assertFalse(new H2Traces(dialect).of(Mentioned.in(created), other).isEmpty(), setting);
        statement.execute("create view shown as select i.name from item i");
        assertThrows(
            UnsupportedChangeException.class,
            () -> dialect.statements(List.of(rename), Schema.EMPTY, other),
            setting);
      }
    }
  }

  private String refused(Change change) {
    return assertThrows(UnsupportedChangeException.class, () -> statements(change)).getMessage();
  }

  private List<String> statements(Change change) throws SQLException {
    return Dialects.of(connection).statements(List.of(change), Schema.EMPTY, connection);
  }
}
