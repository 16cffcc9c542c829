package dev.autogen.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class QualifiedNameTest {

  @Test
  void namesWithDotsAreNotMixedUp() {
    QualifiedName inSchema = new QualifiedName("a", "b");
    QualifiedName dotted = QualifiedName.of("a.b");
    assertNotEquals(inSchema.toString(), dotted.toString());
    Schema both =
        Schema.of(
            List.of("a"),
            List.of(Table.named(inSchema), Table.named(dotted)),
            List.of(),
            List.of());
    assertEquals(dotted, both.table(dotted).name());
    assertEquals(inSchema, both.table(inSchema).name());
  }

  @Test
  void readsWhatItPrints() {
    for (String schema : List.of("", "crm", "a.b", "\"x", "a\"b")) {
      for (String name : List.of("users", "odd.name", "\"", "say \"hi\"", "\"in.quotes\"")) {
        QualifiedName both = new QualifiedName(schema, name);
        assertEquals(both, QualifiedName.parse(both.toString()));
      }
    }
  }
}
