package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.dialect.mysql.MysqlTableText.Link;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import java.util.List;

/**
 * Refuses what the server refuses beside a foreign key that changes its own columns, before
 * anything has run: the manual's "FOREIGN KEY Constraints", "CHECK Constraints" and "CREATE TABLE
 * and Generated Columns". Looks at one table; whether the target fits is not its business.
 */
final class MysqlActions {

  private final MysqlDefinitions definitions;

  MysqlActions(MysqlDefinitions definitions) {
    this.definitions = definitions;
  }

  /** The same for a table that gets one constraint more. */
  void require(MysqlTableText table, Constraint added) {
    if (added instanceof ForeignKey key) {
      requireName(table, key);
    }
    require(table.plusConstraint(definitions.constraint(named(table, added))));
  }

  /** A foreign key that finds no index makes one of its own name. */
  private void requireName(MysqlTableText table, ForeignKey added) {
    boolean taken = table.key(added.name()).isPresent();
    if (taken && table.keys().stream().noneMatch(key -> key.serves(added.columns()))) {
      throw new UnsupportedChangeException(
          ("Foreign key \"%s\" cannot be added: it needs an index over %s, which would have its"
                  + " name, and that is the name of another. Rename or drop the other index first.")
              .formatted(added.name(), String.join(", ", added.columns())));
    }
  }

  /** The same for a table with a column that it gets, or that is defined anew. */
  void require(MysqlTableText table, MysqlColumnText column) {
    String computed = column.get(Part.GENERATED).orElse("");
    int expression = computed.indexOf('(');
    if (expression < 0) {
      require(table.withColumn(column));
      return;
    }
    String named = names(table).inBackticks(computed.substring(expression));
    require(
        table.withColumn(column.with(Part.GENERATED, computed.substring(0, expression) + named)));
  }

  private static Constraint named(MysqlTableText table, Constraint constraint) {
    return constraint instanceof Check check
        ? new Check(check.name(), names(table).inBackticks(check.expression()))
        : constraint;
  }

  private static MysqlColumnNames names(MysqlTableText table) {
    return new MysqlColumnNames(table.columns().stream().map(MysqlColumnText::name));
  }

  /**
   * @param table the table as it is to be
   * @throws UnsupportedChangeException if one of its foreign keys cannot be beside the rest of it
   */
  void require(MysqlTableText table) {
    for (Link link : table.links()) {
      for (String column : link.columns()) {
        requireOwn(table, link, column);
        requireUnchecked(table, link, column);
        requireNotStored(table, link, column);
      }
    }
  }

  /** The column itself: it may have to be null, and a computed one takes no other value. */
  private void requireOwn(MysqlTableText table, Link link, String name) {
    table
        .column(name)
        .ifPresent(
            column -> {
              if (isRequired(table, column) && setsNull(link)) {
                throw refused(
                    link,
                    "sets \"%s\" to null, and that column cannot be null".formatted(name),
                    "Let the column be null, or use another action.");
              }
              if (column.has(Part.GENERATED) && changes(link)) {
                throw refused(
                    link,
                    "changes \"%s\", and that column is computed".formatted(name),
                    "Use no action, or a plain column.");
              }
              if (isVirtual(column) && !definitions.hasKeysOfVirtualColumns()) {
                throw refused(
                    link,
                    "is over \"%s\", which is computed when it is read".formatted(name),
                    "Have the column stored.");
              }
            });
  }

  private static boolean isRequired(MysqlTableText table, MysqlColumnText column) {
    return column.get(Part.NULLABILITY).filter(n -> n.equalsIgnoreCase("not null")).isPresent()
        || table
            .key(MysqlNames.PRIMARY_KEY)
            .filter(key -> key.columns().contains(column.name()))
            .isPresent();
  }

  private void requireUnchecked(MysqlTableText table, Link link, String name) {
    if (!changes(link)) {
      return;
    }
    for (Clause check : table.checks()) {
      if (MysqlTableText.mentions(check.sql(), name)) {
        throw checked(link, name, check.name().orElse(""));
      }
    }
    for (MysqlColumnText column : table.columns()) {
      if (column.get(Part.CHECK).filter(c -> MysqlTableText.mentions(c, name)).isPresent()) {
        throw checked(link, name, column.name());
      }
    }
  }

  private UnsupportedChangeException checked(Link link, String column, String check) {
    return refused(
        link,
        "changes \"%s\", and check \"%s\" speaks of that column".formatted(column, check),
        "Use no action, or leave the column out of the check.");
  }

  private void requireNotStored(MysqlTableText table, Link link, String name) {
    boolean acts = changes(link) || deletes(link) && !definitions.storesBesideDeletion();
    for (MysqlColumnText column : table.columns()) {
      boolean stored =
          column.has(Part.GENERATED)
              && !isVirtual(column)
              && MysqlTableText.mentions(column.get(Part.GENERATED).orElse(""), name);
      if (acts && stored) {
        throw refused(
            link,
            "acts on \"%s\", and \"%s\" is computed from that column and stored"
                .formatted(name, column.name()),
            "Use no action, or compute the column when it is read (virtual).");
      }
    }
  }

  private UnsupportedChangeException refused(Link link, String why, String instead) {
    return new UnsupportedChangeException(
        "Foreign key \"%s\" is one that %s does not take: it %s. %s"
            .formatted(link.name(), definitions.product(), why, instead));
  }

  private static boolean isVirtual(MysqlColumnText column) {
    return column
        .get(Part.GENERATED)
        .filter(
            text ->
                new SqlText(text, Style.BACKSLASHES)
                    .tokens().stream().noneMatch(token -> token.isAny("stored", "persistent")))
        .isPresent();
  }

  /** Whether it gives its columns other values. */
  private static boolean changes(Link link) {
    return setsNull(link) || acts(link, "update", "cascade");
  }

  private static boolean setsNull(Link link) {
    return acts(link, "update", "set") || acts(link, "delete", "set");
  }

  private static boolean deletes(Link link) {
    return acts(link, "delete", "cascade");
  }

  /** Whether its clause says {@code on delete set ...} and the like. */
  private static boolean acts(Link link, String event, String action) {
    List<Token> tokens = new SqlText(link.sql(), Style.BACKSLASHES).tokens();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).is("on") && tokens.get(i + 1).is(event) && tokens.get(i + 2).is(action)) {
        return true;
      }
    }
    return false;
  }
}
