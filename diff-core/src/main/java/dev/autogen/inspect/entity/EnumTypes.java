package dev.autogen.inspect.entity;

import dev.autogen.schema.EnumType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;

/**
 * Reads the enum types that Hibernate creates beside the tables. It keeps them as SQL only; the
 * order of their labels is that of the SQL.
 *
 * @param types the types
 * @param domains for each domain over an enum, in lower case, what it stands for: where a database
 *     has no enum types, Hibernate emulates them so
 */
record EnumTypes(List<EnumType> types, Map<String, String> domains) {

  static EnumTypes read(BootMetadata boot, ModelNames names) {
    Dialect dialect = boot.hibernateDialect();
    SqlStringGenerationContext context = boot.sqlContext();
    List<EnumType> types = new ArrayList<>();
    Map<String, String> domains = new LinkedHashMap<>();
    for (AuxiliaryDatabaseObject object :
        boot.metadata().getDatabase().getAuxiliaryDatabaseObjects()) {
      if (object.appliesToDialect(dialect)) {
        for (String sql : object.sqlCreateStrings(context)) {
          read(sql, names, types, domains);
        }
      }
    }
    return new EnumTypes(types, domains);
  }

  /** {@code create type color as enum ('red','green')}, or the same with {@code domain}. */
  private static void read(
      String sql, ModelNames names, List<EnumType> types, Map<String, String> domains) {
    List<SqlTokens.Token> tokens = SqlTokens.of(sql);
    int as = indexOf(tokens, "as");
    boolean isEnum =
        as > 2
            && tokens.size() > as + 2
            && tokens.get(0).is("create")
            && tokens.get(as + 1).is("enum")
            && tokens.get(as + 2).isGroup();
    if (!isEnum) {
      return;
    }
    String name = sql.substring(tokens.get(as - 1).start(), tokens.get(as - 1).end());
    String schema =
        as > 4 && tokens.get(as - 2).text().equals(".") ? tokens.get(as - 3).text() : "";
    if (tokens.get(1).is("domain")) {
      String meant = sql.substring(tokens.get(as + 1).start(), tokens.get(as + 2).end());
      domains.put(name.toLowerCase(Locale.ROOT), meant);
    } else if (tokens.get(1).is("type")) {
      types.add(
          new EnumType(
              new dev.autogen.schema.QualifiedName(
                  // Hibernate leaves its default schema out of these, so that the connection's
                  // counts.
                  schema.isEmpty() ? "" : names.schemaOf(schema), names.ofText(name)),
              labels(tokens.get(as + 2).inner())));
    }
  }

  private static int indexOf(List<SqlTokens.Token> tokens, String word) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).is(word)) {
        return at;
      }
    }
    return -1;
  }

  /** A quote in a label is doubled, so that it reads as two tokens without space between. */
  private static List<String> labels(String list) {
    List<String> labels = new ArrayList<>();
    int lastEnd = -1;
    for (SqlTokens.Token token : SqlTokens.of(list)) {
      if (token.text().startsWith("'")) {
        String text = token.inner();
        if (token.start() == lastEnd) {
          labels.set(labels.size() - 1, labels.get(labels.size() - 1) + "'" + text);
        } else {
          labels.add(text);
        }
        lastEnd = token.end();
      }
    }
    return labels;
  }
}
