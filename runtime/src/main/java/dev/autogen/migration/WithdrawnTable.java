package dev.autogen.migration;

import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;

/** What entities no longer declare of one table, though the migration leaves it where it is. */
public final class WithdrawnTable {

  private final Declarations declarations;
  private final QualifiedName name;

  WithdrawnTable(Declarations declarations, QualifiedName name) {
    this.declarations = declarations;
    this.name = name;
  }

  /** The table itself. */
  public WithdrawnTable table() {
    return withdraw(Kind.TABLE, "");
  }

  /** The table's comment. */
  public WithdrawnTable comment() {
    return withdraw(Kind.TABLE_COMMENT, "");
  }

  /** What the engine is told of the table, or of a sequence, besides: the names of options. */
  public WithdrawnTable options(String... names) {
    return withdraw(Kind.OPTION, names);
  }

  /** Columns. */
  public WithdrawnTable columns(String... names) {
    return withdraw(Kind.COLUMN, names);
  }

  /** Defaults of columns. */
  public WithdrawnTable defaults(String... columns) {
    return withdraw(Kind.COLUMN_DEFAULT, columns);
  }

  /** Numbering of columns. */
  public WithdrawnTable identities(String... columns) {
    return withdraw(Kind.COLUMN_IDENTITY, columns);
  }

  /** Computation of columns. */
  public WithdrawnTable generated(String... columns) {
    return withdraw(Kind.COLUMN_GENERATED, columns);
  }

  /** Collations of columns. */
  public WithdrawnTable collations(String... columns) {
    return withdraw(Kind.COLUMN_COLLATION, columns);
  }

  /** Comments of columns. */
  public WithdrawnTable columnComments(String... columns) {
    return withdraw(Kind.COLUMN_COMMENT, columns);
  }

  /** Keys and checks. */
  public WithdrawnTable constraints(String... names) {
    return withdraw(Kind.CONSTRAINT, names);
  }

  /** Indexes. */
  public WithdrawnTable indexes(String... names) {
    return withdraw(Kind.INDEX, names);
  }

  private WithdrawnTable withdraw(Kind kind, String... names) {
    for (String object : names) {
      declarations.withdraw(new ObjectName(kind, name, object));
    }
    return this;
  }
}
