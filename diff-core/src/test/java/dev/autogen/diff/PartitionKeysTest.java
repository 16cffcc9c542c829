package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.inspect.Declaration;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartitionKeysTest {

  private static final QualifiedName EVENTS = QualifiedName.of("events");
  private static final PrimaryKey BY_ID = new PrimaryKey("events_pkey", List.of("id"));
  private static final UniqueKey BY_CODE = UniqueKey.of("uk_code", List.of("code"));

  @Test
  void takesAKeyThatHoldsTheColumnsOfThePartitionsToo() {
    PrimaryKey wider = new PrimaryKey("events_pkey", List.of("id", "day"));
    UniqueKey widerCode = UniqueKey.of("uk_code", List.of("day", "code"));
    assertEquals(
        List.of(wider, widerCode), taken("RANGE (day)", List.of(wider, widerCode)).toList());
    assertEquals(
        List.of(wider, widerCode), taken("year(`day`)", List.of(wider, widerCode)).toList());
  }

  @Test
  void keepsTheDeclaredKeyWhereAnotherColumnIsInIt() {
    PrimaryKey other = new PrimaryKey("events_pkey", List.of("id", "code"));
    assertEquals(List.of(BY_ID, BY_CODE), taken("RANGE (day)", List.of(other)).toList());
    PrimaryKey without = new PrimaryKey("events_pkey", List.of("day"));
    assertEquals(List.of(BY_ID, BY_CODE), taken("RANGE (day)", List.of(without)).toList());
  }

  @Test
  void keepsTheDeclaredKeyOfATableWithoutPartitions() {
    PrimaryKey wider = new PrimaryKey("events_pkey", List.of("id", "day"));
    assertEquals(List.of(BY_ID, BY_CODE), taken("", List.of(wider)).toList());
  }

  private static ByName<Constraint> taken(String by, List<Constraint> found) {
    Declaration ours =
        new Declaration(
            events(List.of(BY_ID, BY_CODE)), new TreeMap<>(), Set.of(), new TreeMap<>(), 1, "7.4");
    return PartitionKeys.taken(ours, events(found), Map.of(EVENTS, by))
        .schema()
        .table(EVENTS)
        .constraints();
  }

  private static Schema events(List<Constraint> constraints) {
    List<Column> columns =
        List.of("id", "code", "day").stream()
            .map(name -> Column.of(name, new ColumnType("integer")))
            .toList();
    return Schema.of(
        List.of(),
        List.of(Table.of(EVENTS, columns, constraints, List.of())),
        List.of(),
        List.of());
  }
}
