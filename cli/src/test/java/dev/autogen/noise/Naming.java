package dev.autogen.noise;

import java.util.List;
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
   * Longer than they are, to lengths at and above the limits: 63, 64 and 90 characters, one name of
   * one length and the next of another. In MySQL and MariaDB, which refuse names above 64, none is
   * longer; a table of MySQL leaves room for the number that its unnamed checks have behind its
   * name. A name begins with a digest of what it was, so that none is another's beginning; one that
   * is this long already stays, because Envers hands names in twice.
   */
  public abstract static class Longer extends Naming {
    private static final long serialVersionUID = 1L;

    private static final List<Integer> LENGTHS = List.of(63, 64, 90);
    private static final int NUMBERED = 57;

    private final String filling;

    Longer(String filling) {
      this.filling = filling;
    }

    @Override
    protected Identifier named(Identifier name) {
      throw new IllegalStateException("How long " + name + " may be depends on the database.");
    }

    @Override
    public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
      boolean numbered = environment.getDialect().getClass() == MySQLDialect.class;
      return name == null ? null : numbered ? filled(name, NUMBERED) : longer(name, environment);
    }

    @Override
    public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
      return name == null ? null : longer(name, environment);
    }

    @Override
    public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment environment) {
      return name == null ? null : longer(name, environment);
    }

    private Identifier longer(Identifier name, JdbcEnvironment environment) {
      List<Integer> lengths =
          environment.getDialect() instanceof MySQLDialect ? LENGTHS.subList(0, 2) : LENGTHS;
      return filled(name, lengths.get(Math.floorMod(name.getText().hashCode(), lengths.size())));
    }

    private Identifier filled(Identifier name, int length) {
      String old = name.getText();
      if (old.startsWith("n_") && (old.length() == NUMBERED || LENGTHS.contains(old.length()))) {
        return name;
      }
      String text = "n_%08x_%s_%s".formatted(old.hashCode(), old, filling.repeat(length));
      return new Identifier(text.substring(0, length), name.isQuoted());
    }
  }

  /** Longer by letters of ASCII. */
  public static final class Stretched extends Longer {
    private static final long serialVersionUID = 1L;

    public Stretched() {
      super("x");
    }
  }

  /** Longer by letters of two bytes each. */
  public static final class Lettered extends Longer {
    private static final long serialVersionUID = 1L;

    public Lettered() {
      super("\u00fc\u00e9\u0436");
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
