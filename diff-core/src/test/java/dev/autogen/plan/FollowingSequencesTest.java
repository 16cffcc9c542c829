package dev.autogen.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.Change;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.Declaration.Numbering;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowingSequencesTest {

  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final QualifiedName PEOPLE = QualifiedName.of("people");
  private static final QualifiedName OLD = QualifiedName.of("users_seq");
  private static final QualifiedName NEW = QualifiedName.of("people_seq");
  private static final List<Change> ASKED = List.of(new RenameTable(USERS, PEOPLE));

  @Test
  void aSequenceThatIsCalledAfterItsTableFollowsIt() {
    assertEquals(
        List.of(new RenameSequence(OLD, NEW)),
        following(ASKED, sequences(USERS, OLD), sequences(PEOPLE, NEW)));
  }

  @Test
  void soDoesATableInItsPlace() {
    assertEquals(
        List.of(new RenameTable(OLD, NEW)),
        following(ASKED, tables(USERS, OLD), tables(PEOPLE, NEW)));
  }

  @Test
  void oneThatIsNamedOtherwiseStays() {
    QualifiedName ids = QualifiedName.of("ids");
    assertEquals(List.of(), following(ASKED, sequences(USERS, ids), sequences(PEOPLE, ids), ids));
    assertEquals(List.of(), following(ASKED, sequences(USERS, ids), sequences(PEOPLE, NEW)));
    assertEquals(List.of(), following(List.of(), sequences(PEOPLE, OLD), sequences(PEOPLE, NEW)));
  }

  @Test
  void oneThatIsTakenOrStillDeclaredStays() {
    assertEquals(List.of(), following(ASKED, sequences(USERS, OLD, NEW), sequences(PEOPLE, NEW)));
    assertEquals(List.of(), following(ASKED, sequences(USERS, OLD), sequences(PEOPLE, OLD, NEW)));
  }

  private static List<Change> following(List<Change> asked, Schema theirs, Schema declared) {
    return following(asked, theirs, declared, NEW);
  }

  private static List<Change> following(
      List<Change> asked, Schema theirs, Schema declared, QualifiedName generator) {
    Numbering numbering = new Numbering(50, Set.of(ObjectName.column(PEOPLE, "id")));
    return FollowingSequences.of(
        asked,
        new Declaration(
            declared,
            new TreeMap<>(),
            Set.of(),
            new TreeMap<>(),
            new TreeMap<>(Map.of(generator, numbering)),
            1,
            "7.4"),
        theirs);
  }

  private static Schema sequences(QualifiedName table, QualifiedName... names) {
    return Schema.of(
        List.of(),
        List.of(table(table)),
        Stream.of(names).map(name -> Sequence.of(name, 1, 50)).toList(),
        List.of());
  }

  private static Schema tables(QualifiedName... names) {
    return Schema.of(
        List.of(),
        Stream.of(names).map(FollowingSequencesTest::table).toList(),
        List.of(),
        List.of());
  }

  private static Table table(QualifiedName name) {
    return Table.of(name, List.of(Column.of("id", new ColumnType("bigint"))), List.of(), List.of());
  }
}
