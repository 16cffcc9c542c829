package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Definitions;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements for numbered columns, identity and serial. The name of the sequence behind one is
 * asked for where it runs: it need not be the one that PostgreSQL would choose today.
 */
record PostgresqlIdentity(Dialect dialect, Definitions definitions) {

  /** The identity that is there taken away, unless it can be changed into the new one. */
  List<String> before(QualifiedName table, Column from, Column to) {
    if (isAltered(from, to)) {
      return List.of();
    }
    if (!PostgresqlDefinitions.isSerial(from)) {
      return List.of(alter(table, from) + "drop identity");
    }
    return List.of(
        alter(table, from) + "drop default",
        withSequence("'drop sequence ' || " + sequenceOf(table, from.name())));
  }

  /** The new identity, which goes on above the values that are there. */
  List<String> set(QualifiedName table, Column from, Column to) {
    Identity identity = to.identity().orElseThrow();
    if (isAltered(from, to)) {
      return altered(table, from.identity().orElseThrow(), to);
    }
    List<String> statements = new ArrayList<>();
    if (PostgresqlDefinitions.isSerial(to)) {
      statements.addAll(serial(table, to));
    } else {
      statements.add(alter(table, to) + "add " + definitions.identity(identity));
    }
    statements.add(restart(table, to.name(), identity));
    return statements;
  }

  /** The sequence behind a serial column given the type that the column has taken. */
  Optional<String> retyped(QualifiedName table, Column from, Column to) {
    return PostgresqlDefinitions.isSerial(from) && from.identity().equals(to.identity())
        ? Optional.of(
            withSequence(
                "'alter sequence ' || %s || ' as %s'"
                    .formatted(sequenceOf(table, to.name()), definitions.type(to))))
        : Optional.empty();
  }

  /** The statements that make the sequence of a new serial column what its identity says. */
  List<String> adjusted(QualifiedName table, Column column) {
    Identity identity = column.identity().orElseThrow();
    if (identity.start() == 1 && identity.increment() == 1) {
      return List.of();
    }
    return List.of(
        withSequence(
            "'alter sequence ' || %s || ' start with %s increment by %s restart'"
                .formatted(
                    sequenceOf(table, column.name()), identity.start(), identity.increment())));
  }

  private static boolean isAltered(Column from, Column to) {
    return from.identity().isPresent()
        && to.identity().isPresent()
        && PostgresqlDefinitions.isSerial(from) == PostgresqlDefinitions.isSerial(to);
  }

  private List<String> altered(QualifiedName table, Identity from, Column column) {
    Identity to = column.identity().orElseThrow();
    if (PostgresqlDefinitions.isSerial(column)) {
      return List.of(
          withSequence(
              "'alter sequence ' || %s || ' start with %s increment by %s'"
                  .formatted(sequenceOf(table, column.name()), to.start(), to.increment())));
    }
    StringBuilder sql = new StringBuilder(alter(table, column));
    List<String> options = new ArrayList<>();
    if (from.mode() != to.mode()) {
      options.add("set generated " + definitions.mode(to));
    }
    if (from.start() != to.start()) {
      options.add("set start with " + to.start());
    }
    if (from.increment() != to.increment()) {
      options.add("set increment by " + to.increment());
    }
    return List.of(sql.append(String.join(" ", options)).toString());
  }

  /** What {@code serial} stands for: the manual's "Serial Types". */
  private List<String> serial(QualifiedName table, Column column) {
    QualifiedName name = table.named(PostgresqlNames.joined(table.name(), column.name(), "seq"));
    Identity identity = column.identity().orElseThrow();
    String sequence = dialect.identifier(name);
    return List.of(
        "create sequence %s as %s start with %s increment by %s owned by %s.%s"
            .formatted(
                sequence,
                definitions.type(column),
                identity.start(),
                identity.increment(),
                dialect.identifier(table),
                dialect.identifier(column.name())),
        alter(table, column) + "set default nextval(" + dialect.literal(sequence) + "::regclass)");
  }

  private String restart(QualifiedName table, String column, Identity identity) {
    String name = dialect.identifier(column);
    boolean up = identity.increment() > 0;
    return "select setval(%s, %s(coalesce(%s(%s) + (%s), %s), %s), false) from %s"
        .formatted(
            sequenceOf(table, column),
            up ? "greatest" : "least",
            up ? "max" : "min",
            name,
            identity.increment(),
            identity.start(),
            identity.start(),
            dialect.identifier(table));
  }

  private String sequenceOf(QualifiedName table, String column) {
    return "pg_get_serial_sequence(%s, %s)"
        .formatted(dialect.literal(dialect.identifier(table)), dialect.literal(column));
  }

  /** A statement put together where it runs. */
  private String withSequence(String statement) {
    return "do " + dialect.literal("begin execute " + statement + "; end");
  }

  private String alter(QualifiedName table, Column column) {
    return "alter table "
        + dialect.identifier(table)
        + " alter column "
        + dialect.identifier(column.name())
        + " ";
  }
}
