package dev.autogen.testing;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of database that tests run on. */
public enum Engine {
  POSTGRESQL("PostgreSQL 18"),
  POSTGRESQL_13("PostgreSQL 13"),
  MYSQL("MySQL 8.0"),
  MARIADB("MariaDB 11.4"),
  H2("H2"),
  SQLITE("SQLite");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  /** The name used in messages and on pages. */
  public String label() {
    return label;
  }

  /** The one whose behaviour this one is expected to share: of an older version, the newer. */
  public Engine family() {
    return this == POSTGRESQL_13 ? POSTGRESQL : this;
  }

  /** What the driver calls the product. */
  public String product() {
    return family().label.split(" ")[0];
  }

  /** Those that the tool has a dialect for. */
  public static Set<Engine> served() {
    return EnumSet.allOf(Engine.class);
  }
}
