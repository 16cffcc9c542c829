package dev.autogen.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.inspect.NotCompared;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnreadWordsTest {

  @Test
  void tellsOfWhatIsToBeMadeWithoutThem() {
    QualifiedName t = QualifiedName.of("t");
    Table table =
        Table.of(
            t,
            List.of(),
            List.of(UniqueKey.of("uk_old", List.of("b"))),
            List.of(Index.of("ix_old", "a")));
    Schema theirs = Schema.of(List.of(), List.of(table), List.of(), List.of());
    ObjectName added = ObjectName.index(t, "ix_new");
    ObjectName excluded = ObjectName.index(QualifiedName.of("excluded"), "ix_new");
    Map<ObjectName, String> unread =
        Map.of(
            ObjectName.index(t, "ix_old"),
            "x",
            ObjectName.index(t, "uk_old"),
            "x",
            added,
            "y",
            excluded,
            "y");
    assertEquals(
        List.of(added),
        UnreadWords.of(new TreeMap<>(unread), theirs, theirs).stream()
            .map(NotCompared::object)
            .toList());
  }
}
