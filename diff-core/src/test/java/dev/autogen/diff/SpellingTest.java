package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static Table table(String name, String... columns) {
    return Table.of(
        QualifiedName.parse(name),
        List.of(columns).stream().map(c -> Column.of(c, new ColumnType("integer"))).toList(),
        List.of(),
        List.of());
  }

  private static Schema schema(Table table) {
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }

  private final Spelling spelling =
      new Spelling(
          schema(table("users", "fax", "status", "Mixed", "two", "Two")),
          schema(table("crm.people", "phone")));

  @ParameterizedTest
  @CsvSource({
    "USERS.FAX, users.fax",
    "Users, users",
    "CRM.PEOPLE.PHONE, crm.people.phone",
    "users.mixed, users.Mixed",
    "users.fax, users.fax"
  })
  void findsWhatTheMappingWritesInAnotherCase(String written, String name) {
    assertEquals(name, spelling.of(written));
  }

  @ParameterizedTest
  @CsvSource({"users.TWO", "users.Two", "nothing.LIKE.it"})
  void leavesWhatCouldBeSeveralOrIsThere(String written) {
    assertEquals(written, spelling.of(written));
  }

  @Test
  void leavesTheValueBehindAColumn() {
    assertEquals("users.status.FAX", spelling.of("USERS.STATUS.FAX"));
  }
}
