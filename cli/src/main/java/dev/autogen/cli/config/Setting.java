package dev.autogen.cli.config;

import java.util.List;
import java.util.Map;

/**
 * One value as it was given, before {@code ${...}} is filled in.
 *
 * @param value the value
 * @param place where it was given, for errors: {@code autogen.yaml:3}, {@code --url}
 */
record Setting(Value value, String place) {

  /** The forms that a value can have. */
  sealed interface Value {}

  /** One text. */
  record Text(String text) implements Value {}

  /** Several texts. */
  record Texts(List<String> texts) implements Value {
    Texts {
      texts = List.copyOf(texts);
    }
  }

  /** Keys and texts. */
  record Pairs(Map<String, String> pairs) implements Value {
    Pairs {
      pairs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(pairs));
    }
  }
}
