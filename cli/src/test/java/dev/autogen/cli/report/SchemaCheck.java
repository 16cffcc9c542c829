package dev.autogen.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

/** Checks a value against the few words of JSON Schema that the published schema uses. */
final class SchemaCheck {

  private SchemaCheck() {}

  static void check(Object value, Map<?, ?> schema, Map<?, ?> root, String where) {
    if (schema.get("$ref") instanceof String reference) {
      String name = reference.substring("#/$defs/".length());
      check(value, (Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get(name), root, where);
      return;
    }
    if (schema.containsKey("const")) {
      assertEquals(schema.get("const"), value, where);
    }
    if (schema.get("enum") instanceof List<?> values) {
      assertTrue(values.contains(value), where + " is " + value);
    }
    if ("string".equals(schema.get("type"))) {
      assertInstanceOf(String.class, value, where);
    }
    if ("boolean".equals(schema.get("type"))) {
      assertInstanceOf(Boolean.class, value, where);
    }
    if ("array".equals(schema.get("type"))) {
      List<?> list = assertInstanceOf(List.class, value, where);
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), (Map<?, ?>) schema.get("items"), root, where + "[" + i + "]");
      }
    }
    if ("object".equals(schema.get("type"))) {
      members(assertInstanceOf(Map.class, value, where), schema, root, where);
    }
  }

  /** A member that the schema does not know is a member that nobody documented. */
  private static void members(Map<?, ?> object, Map<?, ?> schema, Map<?, ?> root, String where) {
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    if (schema.get("required") instanceof List<?> required) {
      required.forEach(name -> assertTrue(object.containsKey(name), where + " lacks " + name));
    }
    object.forEach(
        (name, member) -> {
          assertTrue(properties.containsKey(name), where + " has an unknown member " + name);
          check(member, (Map<?, ?>) properties.get(name), root, where + "." + name);
        });
  }
}
