package dev.autogen.dialect.mysql;

import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.dialect.mysql.MysqlTableText.Key;
import dev.autogen.dialect.mysql.MysqlTableText.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column that takes another name. MySQL does not let it do so under checks and computed columns
 * that use it: they are written anew in the same statement. That copies the table, in which a
 * column of a foreign key can take no other name: there the checks go before and come back after,
 * and so do the table's own foreign keys where a computed column is in the way. Indexes over an
 * expression with the column always go before.
 *
 * @param text the table as it is
 * @param users what speaks of the column
 */
public record MysqlColumnRename(
    Dialect dialect, RenameColumn change, MysqlTableText text, Users users) {

  /**
   * What speaks of a column and does not follow it by itself.
   *
   * @param columns those that are computed from it, or have a default that is
   * @param checks the conditions over it
   */
  public record Users(List<MysqlColumnText> columns, List<Clause> checks) {

    /** Nothing does. */
    public static final Users NONE = new Users(List.of(), List.of());

    public Users {
      columns = List.copyOf(columns);
      checks = List.copyOf(checks);
    }
  }

  static Users users(MysqlTableText text, RenameColumn change) {
    return new Users(
        text.columns().stream()
            .filter(column -> column.has(Part.GENERATED) || column.has(Part.DEFAULT))
            .filter(column -> !column.name().equalsIgnoreCase(change.from()))
            .filter(column -> MysqlTableText.mentions(column.definition(), change.from()))
            .toList(),
        text.checks().stream()
            .filter(check -> MysqlTableText.mentions(check.sql(), change.from()))
            .toList());
  }

  /** The statement for a table of which nothing is known. */
  static String alone(Dialect dialect, RenameColumn change) {
    return "alter table "
        + dialect.identifier(change.table())
        + " rename column "
        + dialect.identifier(change.from())
        + " to "
        + dialect.identifier(change.to());
  }

  static String renaming(String sql, RenameColumn change) {
    return MysqlTableText.renaming(sql, change.from(), change.to());
  }

  List<String> statements() {
    boolean apart = isOfKey();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (Key index : text.computedFrom(change.from())) {
      before.add("drop index " + MysqlNames.quoted(index.name()));
      after.add("add " + renaming(index.sql(), change));
    }
    List<String> checks = new ArrayList<>();
    for (Clause check : users.checks()) {
      String drop = "drop check " + MysqlNames.quoted(check.name().orElse(""));
      (apart ? before : checks).add(drop);
      (apart ? after : checks).add(added(check));
    }
    if (!users.columns().isEmpty()) {
      for (Link link : ownLinks()) {
        before.add("drop foreign key " + MysqlNames.quoted(link.name()));
        after.add("add " + renamed(link));
      }
    }
    StringBuilder rename = new StringBuilder(alone(dialect, change));
    users
        .columns()
        .forEach(c -> rename.append(", modify column ").append(renaming(c.sql(), change)));
    checks.forEach(part -> rename.append(", ").append(part));
    List<String> statements = new ArrayList<>();
    addAltering(before, statements);
    statements.add(rename.toString());
    addAltering(after, statements);
    return statements;
  }

  private void addAltering(List<String> parts, List<String> statements) {
    if (!parts.isEmpty()) {
      statements.add(
          "alter table " + dialect.identifier(change.table()) + " " + String.join(", ", parts));
    }
  }

  /** Whether a foreign key may have it: one of the table, or one of another that refers to it. */
  private boolean isOfKey() {
    return !ownLinks().isEmpty()
        || text.keys().stream().anyMatch(key -> has(key.columns(), change.from()));
  }

  private List<Link> ownLinks() {
    return text.links().stream().filter(link -> has(link.columns(), change.from())).toList();
  }

  private static boolean has(List<String> columns, String column) {
    return columns.stream().anyMatch(column::equalsIgnoreCase);
  }

  private String added(Clause check) {
    return "add constraint "
        + MysqlNames.quoted(check.name().orElse(""))
        + " "
        + renaming(MysqlTableText.nameless(check.sql()), change);
  }

  /** Of the columns that it refers to, only those of the table itself have the new name. */
  private String renamed(Link link) {
    SqlText sql = new SqlText(link.sql(), Style.BACKSLASHES);
    StringBuilder renamed = new StringBuilder();
    int at = 0;
    boolean own = true;
    boolean follows = false;
    for (Token token : sql.tokens()) {
      if (token.is("references")) {
        follows = true;
      } else if (follows) {
        own = token.value().equalsIgnoreCase(change.table().name());
        follows = false;
      } else if (token.is(".")) {
        own = false;
      } else if (token.isGroup() && own) {
        renamed.append(link.sql(), at, token.start()).append(renamed(sql.items(token)));
        at = token.end();
      }
    }
    return renamed.append(link.sql().substring(at)).toString();
  }

  private String renamed(List<List<Token>> columns) {
    return columns.stream()
        .map(item -> item.get(0).value())
        .map(name -> name.equalsIgnoreCase(change.from()) ? change.to() : name)
        .map(MysqlNames::quoted)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
