package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Reads one foreign key of the bound mapping. */
final class ForeignKeyReader {

  private final BootMetadata boot;
  private final ModelNames names;

  ForeignKeyReader(BootMetadata boot, ModelNames names) {
    this.boot = boot;
    this.names = names;
  }

  ForeignKey read(org.hibernate.mapping.ForeignKey key) {
    String text = text(key.getKeyDefinition()) + " " + text(key.getOptions());
    Action declared = action(key.getOnDeleteAction());
    return new ForeignKey(
        name(key),
        names.of(key.getColumns()),
        names.of(key.getReferencedTable()),
        names.of(referenced(key)),
        declared == Action.NO_ACTION ? action(text, "delete") : declared,
        action(text, "update"),
        IndexOptions.deferrability(text));
  }

  /**
   * A key that a column's own definition states: {@code references other (id) on delete cascade}.
   *
   * @param self the column's table
   * @return the key, without a name
   */
  ForeignKey read(String column, String reference, QualifiedName self) {
    StringBuilder text = new StringBuilder();
    String stated = "";
    List<SqlTokens.Token> tokens = SqlTokens.of(reference);
    for (SqlTokens.Token token : tokens.subList(1, tokens.size())) {
      if (token.isGroup()) {
        stated = names.ofText(token.inner());
      }
      if (token.isGroup() || token.is("on")) {
        break;
      }
      text.append(token.text());
    }
    String[] parts = text.toString().split("\\.");
    String table = names.ofText(parts[parts.length - 1]);
    QualifiedName target =
        parts.length > 1
            ? new QualifiedName(names.schemaOf(parts[parts.length - 2]), table)
            : self.named(table);
    return new ForeignKey(
        "",
        List.of(column),
        target,
        List.of(stated.isEmpty() ? keyOf(target, column) : stated),
        action(reference, "delete"),
        action(reference, "update"),
        IndexOptions.deferrability(reference));
  }

  /** The primary key of a mapped table. */
  private String keyOf(QualifiedName target, String column) {
    for (Namespace namespace : boot.metadata().getDatabase().getNamespaces()) {
      for (Table table : namespace.getTables()) {
        if (names.of(table).equals(target) && table.hasPrimaryKey()) {
          return names.of(table.getPrimaryKey().getColumn(0));
        }
      }
    }
    throw new InspectionException(
        "The definition of column \""
            + column
            + "\" refers to table \""
            + target
            + "\", which no entity maps, without saying to which column. Add the column in"
            + " parentheses.");
  }

  private String name(org.hibernate.mapping.ForeignKey key) {
    return names.of(
        boot.metadata()
            .getDatabase()
            .getJdbcEnvironment()
            .getIdentifierHelper()
            .toIdentifier(key.getName()));
  }

  private static List<Column> referenced(org.hibernate.mapping.ForeignKey key) {
    return key.isReferenceToPrimaryKey()
        ? key.getReferencedTable().getPrimaryKey().getColumns()
        : key.getReferencedColumns();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Action action(@Nullable OnDeleteAction action) {
    return action == null ? Action.NO_ACTION : Action.valueOf(action.name());
  }

  private static Action action(String text, String event) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    int at = words.indexOf("on " + event + " ");
    if (at >= 0) {
      String rest = words.substring(at + event.length() + 4);
      for (Action action : Action.values()) {
        if (rest.startsWith(action.sql())) {
          return action;
        }
      }
    }
    return Action.NO_ACTION;
  }
}
