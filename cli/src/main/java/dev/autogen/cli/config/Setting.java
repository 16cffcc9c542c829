package dev.autogen.cli.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value as it was given, before {@code ${...}} is filled in.
 *
 * @param value the value
 * @param place where it was given, for errors: {@code autogen.yaml:3}, {@code --url}
 */
record Setting(Value value, String place) {

  /**
   * This one where another was given before: Hibernate's settings add to each other key by key; any
   * other value replaces the one below.
   */
  Setting over(@Nullable Setting below) {
    if (below != null && below.value() instanceof Pairs lower && value instanceof Pairs upper) {
      Map<String, String> pairs = new LinkedHashMap<>(lower.pairs());
      pairs.putAll(upper.pairs());
      return new Setting(new Pairs(pairs), place);
    }
    return this;
  }

  /** Whether a flag or an environment variable gave it. */
  boolean isGivenOutsideFile() {
    return place.startsWith("--") || place.startsWith("AUTOGEN_");
  }

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
      pairs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }
  }
}
