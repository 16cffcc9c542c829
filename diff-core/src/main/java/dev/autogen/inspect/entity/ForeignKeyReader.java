package dev.autogen.inspect.entity;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
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
   */
  ForeignKey read(
      String name, String column, String reference, QualifiedName self, String targetKey) {
    List<SqlTokens.Token> tokens = SqlTokens.of(reference);
    StringBuilder target = new StringBuilder();
    String columns = targetKey;
    for (SqlTokens.Token token : tokens.subList(1, tokens.size())) {
      if (token.isGroup()) {
        columns = names.ofText(token.inner());
        break;
      }
      if (token.is("on")) {
        break;
      }
      target.append(token.text());
    }
    String[] parts = target.toString().split("\\.");
    String table = names.ofText(parts[parts.length - 1]);
    return new ForeignKey(
        name,
        List.of(column),
        parts.length > 1 ? new QualifiedName(names.schemaOf(parts[0]), table) : self.named(table),
        List.of(columns),
        action(reference, "delete"),
        action(reference, "update"),
        IndexOptions.deferrability(reference));
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
