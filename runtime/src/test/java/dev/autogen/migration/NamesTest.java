package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SchemaException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name reads as it is written, whatever is in it. */
class NamesTest {

  @Test
  void aDotSeparatesSchemaAndName() {
    assertEquals(new QualifiedName("crm", "users"), Names.parse("crm.users"));
    assertEquals(QualifiedName.of("users"), Names.parse("users"));
  }

  @Test
  void quotesHoldADot() {
    assertEquals(QualifiedName.of("odd.name"), Names.parse("\"odd.name\""));
    assertEquals(new QualifiedName("crm", "odd.name"), Names.parse("crm.\"odd.name\""));
    assertEquals(QualifiedName.of("say \"no\""), Names.parse("say \"no\""));
  }

  @Test
  void everyNameComesBack() {
    List<String> parts = List.of("users", "", ".", "a.b", "\"", "\"q\"", "a\"b.c", " ", "*/");
    for (String schema : parts) {
      for (String name : parts) {
        QualifiedName qualified = new QualifiedName(schema, name);
        assertEquals(qualified, Names.parse(Names.text(qualified)));
      }
    }
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThrows(SchemaException.class, () -> Names.parse("\"users"));
    assertThrows(SchemaException.class, () -> Names.parse("\"a\"b"));
  }
}
