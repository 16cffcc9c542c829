package dev.autogen.dialect.mariadb;

import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.dialect.mysql.MysqlNames;
import dev.autogen.schema.Check;
import dev.autogen.schema.UniqueKey;

/** How MariaDB makes names up. */
final class MariadbNames {

  private MariadbNames() {}

  /** A column's own condition has no name but the column's; those of the table are numbered. */
  static String implicit(UnnamedConstraint constraint) {
    if (constraint.kind() == UniqueKey.class) {
      int number = constraint.attempt() + 1;
      return constraint.columns().get(0) + (number == 1 ? "" : "_" + number);
    }
    if (constraint.kind() != Check.class) {
      return MysqlNames.implicit(constraint);
    }
    boolean own = !constraint.column().isEmpty();
    return own && constraint.attempt() == 0
        ? constraint.column()
        : "CONSTRAINT_" + (constraint.attempt() + (own ? 0 : 1));
  }
}
