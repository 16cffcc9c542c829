package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.inspect.Declaration;
import dev.autogen.migration.Replay;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Foreign keys stand for what Hibernate's own schema tool leaves out. */
class UndemandedTest {

  private static final QualifiedName ITEM = QualifiedName.of("item");
  private static final ForeignKey OWNER =
      ForeignKey.of("fk_owner", List.of("owner"), QualifiedName.of("person"), List.of("id"));
  private static final Schema DECLARED = schema(List.of(OWNER));
  private static final Schema EXPORTED = schema(List.of());

  @Test
  void ofATableThatNoMigrationKnows() {
    assertEquals(EXPORTED, leftOut(EXPORTED, Replay.EMPTY));
  }

  @Test
  void ofATableWhoseEntitiesAMigrationRecorded() {
    Replay recorded = replay(EXPORTED, ObjectName.table(ITEM), name());
    assertEquals(EXPORTED, leftOut(EXPORTED, recorded));
  }

  @Test
  void butNotWhatIsDeclaredAnew() {
    Replay recorded = replay(EXPORTED, ObjectName.table(ITEM));
    assertEquals(DECLARED, leftOut(EXPORTED, recorded));
  }

  @Test
  void norWhatAMigrationMade() {
    Replay made = replay(DECLARED, ObjectName.table(ITEM), name());
    assertEquals(DECLARED, leftOut(EXPORTED, made));
  }

  @Test
  void norWhatTheDatabaseHasUnderWhateverName() {
    ForeignKey renamed =
        ForeignKey.of("by_hand", List.of("owner"), QualifiedName.of("person"), List.of("id"));
    assertEquals(DECLARED, leftOut(schema(List.of(renamed)), Replay.EMPTY));
  }

  @Test
  void norATableThatIsNotThere() {
    assertEquals(DECLARED, leftOut(Schema.EMPTY, Replay.EMPTY));
  }

  @Test
  void norOfAColumnThatIsAdded() {
    Table without = Table.of(ITEM, List.of(), List.of(), List.of());
    Schema theirs = Schema.of(Set.of(), List.of(without), List.of(), List.of());
    assertEquals(DECLARED, leftOut(theirs, Replay.EMPTY));
  }

  private static Schema leftOut(Schema theirs, Replay migrations) {
    Declaration ours =
        new Declaration(DECLARED, new TreeMap<>(), Set.of(), new TreeMap<>(), 1, "7.4");
    return Undemanded.leftOut(ours, EXPORTED, theirs, migrations).schema();
  }

  private static ObjectName name() {
    return ObjectName.constraint(ITEM, OWNER.name());
  }

  private static Replay replay(Schema made, ObjectName... declared) {
    TreeMap<ObjectName, String> names = new TreeMap<>();
    for (ObjectName name : declared) {
      names.put(name, "Item");
    }
    return new Replay(made, names, true);
  }

  private static Schema schema(List<Constraint> constraints) {
    Table item =
        Table.of(
            ITEM, List.of(Column.of("owner", new ColumnType("bigint"))), constraints, List.of());
    return Schema.of(Set.of(), List.of(item), List.of(), List.of());
  }
}
