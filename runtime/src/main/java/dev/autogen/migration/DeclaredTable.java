package dev.autogen.migration;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What entities newly declare of one table. The origin of a column is the attribute of its name, of
 * a property of a column that of the column, of anything else that of the table; {@link #from}
 * states another for the calls that follow.
 */
public final class DeclaredTable {

  private final Declarations declarations;
  private final QualifiedName table;
  private final String origin;
  private Optional<String> stated = Optional.empty();

  DeclaredTable(Declarations declarations, QualifiedName table, String origin) {
    this.declarations = declarations;
    this.table = table;
    this.origin = origin;
  }

  /** All that the following calls name comes from here. */
  public DeclaredTable from(String otherOrigin) {
    stated = Optional.of(otherOrigin);
    return this;
  }

  /** Columns whose attributes have their names: {@code created_at} of {@code createdAt}. */
  public DeclaredTable columns(String... names) {
    return declare(Kind.COLUMN, column -> Origins.ofColumn(origin, column), names);
  }

  /** Attributes whose columns have their names: {@code createdAt} of {@code createdat}. */
  public DeclaredTable attributes(String... paths) {
    for (String path : paths) {
      column(Origins.columnOf(path), Origins.ofAttribute(origin, path));
    }
    return this;
  }

  /** A column of another name than its attribute's: {@code mail}, {@code User.contact.email}. */
  public DeclaredTable column(String name, String columnOrigin) {
    declarations.declare(ObjectName.column(table, name), columnOrigin);
    return this;
  }

  /** Columns that have a default. */
  public DeclaredTable defaults(String... columns) {
    return declare(Kind.COLUMN_DEFAULT, this::originOfColumn, columns);
  }

  /** Columns that the database numbers. */
  public DeclaredTable identities(String... columns) {
    return declare(Kind.COLUMN_IDENTITY, this::originOfColumn, columns);
  }

  /** Columns that the database computes. */
  public DeclaredTable generated(String... columns) {
    return declare(Kind.COLUMN_GENERATED, this::originOfColumn, columns);
  }

  /** Columns that have a collation. */
  public DeclaredTable collations(String... columns) {
    return declare(Kind.COLUMN_COLLATION, this::originOfColumn, columns);
  }

  /** Columns that have a comment. */
  public DeclaredTable columnComments(String... columns) {
    return declare(Kind.COLUMN_COMMENT, this::originOfColumn, columns);
  }

  /** The table's comment. */
  public DeclaredTable comment() {
    return declare(Kind.TABLE_COMMENT, none -> origin, "");
  }

  /** What the engine is told of the table, or of a sequence, besides: the names of options. */
  public DeclaredTable options(String... names) {
    return declare(Kind.OPTION, name -> origin, names);
  }

  /** Keys and checks. */
  public DeclaredTable constraints(String... names) {
    return declare(Kind.CONSTRAINT, name -> origin, names);
  }

  /** Indexes. */
  public DeclaredTable indexes(String... names) {
    return declare(Kind.INDEX, name -> origin, names);
  }

  private String originOfColumn(String column) {
    String declared = declarations.declared().get(ObjectName.column(table, column));
    return declared == null ? Origins.ofColumn(origin, column) : declared;
  }

  private DeclaredTable declare(Kind kind, UnaryOperator<String> usual, String... names) {
    for (String name : names) {
      declarations.declare(
          new ObjectName(kind, table, name), stated.orElseGet(() -> usual.apply(name)));
    }
    return this;
  }
}
