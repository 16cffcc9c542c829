package dev.autogen.cli.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting that {@code autogen.yaml} knows, with its flag and its environment variable. */
public enum Key {
  URL("url", Kind.TEXT),
  USER("user", Kind.TEXT),
  PASSWORD("password", Kind.TEXT),
  CLASSPATH("classpath", Kind.PATHS),
  PACKAGES("packages", Kind.LIST),
  ENTITIES("entities", Kind.LIST),
  PERSISTENCE_UNIT("persistenceUnit", Kind.TEXT),
  MIGRATIONS("migrations", Kind.TEXT),
  PACKAGE("package", Kind.TEXT),
  SCHEMAS("schemas", Kind.LIST),
  INCLUDE("include", Kind.LIST),
  EXCLUDE("exclude", Kind.LIST),
  HIBERNATE("hibernate", Kind.MAP),
  NAMING("naming", Kind.TEXT),
  DIALECT("dialect", Kind.TEXT),
  DIALECT_VERSION("dialectVersion", Kind.TEXT),
  ENVIRONMENTS("environments", Kind.ENVIRONMENTS);

  /** What form a key's value has. */
  public enum Kind {
    TEXT("text"),
    LIST("a list of texts"),
    PATHS("a list of paths"),
    MAP("keys and values"),
    ENVIRONMENTS("keys and values");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What a value of this kind is called in an error. */
    String words() {
      return words;
    }
  }

  private final String yaml;
  private final Kind kind;

  Key(String yaml, Kind kind) {
    this.yaml = yaml;
    this.kind = kind;
  }

  /** The name in {@code autogen.yaml}: {@code persistenceUnit}. */
  public String yaml() {
    return yaml;
  }

  public Kind kind() {
    return kind;
  }

  /** The flag: {@code --persistence-unit}. A password has none, since arguments are public. */
  public String flag() {
    return this == PASSWORD
        ? "--password-file"
        : "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable: {@code AUTOGEN_PERSISTENCE_UNIT}. */
  public String environmentVariable() {
    return "AUTOGEN_" + name();
  }

  /** The key of that name in {@code autogen.yaml}. */
  public static Optional<Key> named(String yaml) {
    return Arrays.stream(values()).filter(key -> key.yaml.equals(yaml)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Key::yaml).toList();
  }
}
