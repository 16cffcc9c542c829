package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameHintsTest {

  private static final Column ID = Column.of("id", new ColumnType("bigint")).withNullable(false);
  private static final Column EMAIL = Column.of("email", new ColumnType("varchar(255)"));
  private static final Column FAX = Column.of("fax", new ColumnType("varchar(40)"));

  @Test
  void carriesRenamesOutInAnOrderThatTheyAllowAndNamesATableEitherWay() {
    Schema theirs = users(ID, EMAIL, FAX);
    Schema ours =
        Schema.of(
            List.of(),
            List.of(
                Table.of(
                    QualifiedName.of("people"),
                    List.of(ID, EMAIL.withName("fax"), FAX.withName("phone")),
                    List.of(),
                    List.of())),
            List.of(),
            List.of());
    for (List<String> hints :
        List.of(
            List.of("users.email=users.fax", "users.fax=people.phone", "users=people"),
            List.of("users=people", "people.email=people.fax", "users.fax=users.phone"))) {
      RenameHints parsed = RenameHints.parse(hints);
      List<Change> renames = parsed.renames(theirs, ours);
      assertEquals(3, renames.size());
      assertEquals(ours, new ChangeSet(renames).applyTo(theirs));
    }
    assertEquals(
        List.of(),
        RenameHints.parse(List.of("users.mail=users.email", "users=people"))
            .renames(
                Schema.of(
                    List.of(),
                    List.of(
                        Table.of(
                            QualifiedName.of("people"), List.of(ID, EMAIL), List.of(), List.of())),
                    List.of(),
                    List.of()),
                ours));
  }

  @Test
  void refusesARenameOfWhatIsNotThere() {
    Schema theirs = users(ID);
    RenameHintException refused =
        assertThrows(
            RenameHintException.class,
            () -> RenameHints.parse(List.of("users.fax=users.phone")).renames(theirs, theirs));
    assertTrue(refused.getMessage().startsWith("Cannot rename users.fax to users.phone"));
    assertThrows(RenameHintException.class, () -> RenameHints.parse(List.of("users.fax")));
  }

  private static Schema users(Column... columns) {
    return Schema.of(
        List.of(),
        List.of(Table.of(QualifiedName.of("users"), List.of(columns), List.of(), List.of())),
        List.of(),
        List.of());
  }
}
