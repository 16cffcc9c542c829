package dev.autogen.noise;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/**
 * Ways to name tables, columns and sequences, each a strategy that Hibernate takes by its class.
 */
public abstract class Naming extends PhysicalNamingStrategyStandardImpl {

  private static final long serialVersionUID = 1L;

  /** The name instead of this one. */
  protected abstract Identifier named(Identifier name);

  @Override
  public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
    return name == null ? null : named(name);
  }

  @Override
  public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
    return name == null ? null : named(name);
  }

  @Override
  public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment environment) {
    return name == null ? null : named(name);
  }

  /** {@code Item_Detail}, in quotes. */
  public static final class Mixed extends Naming {
    private static final long serialVersionUID = 1L;

    @Override
    protected Identifier named(Identifier name) {
      StringBuilder text = new StringBuilder();
      boolean first = true;
      for (char letter : name.getText().toCharArray()) {
        text.append(first ? Character.toUpperCase(letter) : letter);
        first = letter == '_';
      }
      return Identifier.toIdentifier(text.toString(), true);
    }
  }

  /**
   * As long as MySQL's names may be; PostgreSQL cuts the last letter. What Hibernate calls by a
   * table's name and {@code _SEQ} gets another beginning. A table of MySQL leaves room for the
   * number that its unnamed checks have behind its name.
   */
  public static final class Of64 extends Naming {
    private static final long serialVersionUID = 1L;

    @Override
    protected Identifier named(Identifier name) {
      return padded(name, 64);
    }

    @Override
    public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
      boolean mysql = environment.getDialect().getClass() == MySQLDialect.class;
      return name == null ? null : padded(name, mysql ? 57 : 64);
    }

    @Override
    public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment environment) {
      return padded(name, 64);
    }

    private static Identifier padded(Identifier name, int length) {
      String beginning = name.getText().endsWith("_SEQ") ? "sq_" : "";
      String text = beginning + name.getText() + "_" + "x".repeat(length);
      return new Identifier(text.substring(0, length), name.isQuoted());
    }
  }

  /** Without catalogs, where those are something else than schemas. */
  public static final class Schemas extends Naming {
    private static final long serialVersionUID = 1L;

    @Override
    protected Identifier named(Identifier name) {
      return name;
    }

    @Override
    public Identifier toPhysicalCatalogName(Identifier name, JdbcEnvironment environment) {
      return null;
    }
  }
}
