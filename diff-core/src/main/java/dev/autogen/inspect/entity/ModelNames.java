package dev.autogen.inspect.entity;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Turns Hibernate's names into names of the model.
 *
 * @param dialect settles the case
 * @param defaultSchema the schema of a table whose mapping names none; the empty string for the one
 *     that the connection starts in
 * @param connectionSchema the schema that the connection starts in
 * @param byCatalog whether what the model calls a schema is what Hibernate calls a catalog: then it
 *     leaves schemas out
 */
record ModelNames(
    Dialect dialect, String defaultSchema, String connectionSchema, boolean byCatalog) {

  /** A prefix and a digest of 128 bits in base 35: Hibernate's {@code NamingHelper}. */
  private static final Pattern GENERATED =
      Pattern.compile("([`\"]?)(?:FK|UK|IDX)[0-9a-y]{20,25}\\1");

  /** Whether Hibernate made the name up, in quotes or not, because nobody stated one. */
  static boolean isGenerated(String name) {
    return GENERATED.matcher(name).matches();
  }

  String of(Identifier identifier) {
    return dialect.fromMapping(identifier.getText(), identifier.isQuoted());
  }

  String of(Column column) {
    return dialect.fromMapping(column.getName(), column.isQuoted());
  }

  List<String> of(List<Column> columns) {
    return columns.stream().map(this::of).toList();
  }

  /** A name as it stands in a mapping or in SQL, with its quotes if it has any. */
  String ofText(String text) {
    boolean quoted =
        text.length() > 2
            && (text.charAt(0) == '`' || text.charAt(0) == '"')
            && text.charAt(0) == text.charAt(text.length() - 1);
    return dialect.fromMapping(quoted ? text.substring(1, text.length() - 1) : text, quoted);
  }

  QualifiedName of(Table table) {
    return of(table.getQualifiedTableName());
  }

  QualifiedName of(org.hibernate.boot.model.relational.QualifiedName name) {
    @Nullable Identifier schema = byCatalog ? name.getCatalogName() : name.getSchemaName();
    return new QualifiedName(schema(schema), of(name.getObjectName()));
  }

  /** The schema as the model has it: empty where it is the connection's own. */
  String schema(@Nullable Identifier schema) {
    return schema == null ? defaultSchema : relative(of(schema));
  }

  /** The same for a schema that stands in SQL. */
  String schemaOf(String text) {
    return relative(ofText(text));
  }

  private String relative(String schema) {
    return schema.equals(connectionSchema) ? "" : schema;
  }

  static ModelNames of(Dialect dialect, BootMetadata boot, String connectionSchema) {
    ModelNames names = new ModelNames(dialect, "", connectionSchema, boot.isByCatalog());
    return new ModelNames(
        dialect,
        boot.defaultSchema().map(schema -> names.relative(names.ofText(schema))).orElse(""),
        connectionSchema,
        boot.isByCatalog());
  }

  /** A piece of SQL with each name in it as long as the database keeps it. */
  String cut(String sql) {
    StringBuilder cut = new StringBuilder();
    int copied = 0;
    for (SqlTokens.Token token : SqlTokens.of(sql)) {
      String text = token.text();
      String kept = text;
      if (token.isGroup()) {
        kept = text.charAt(0) + cut(text.substring(1));
      } else if (token.isQuotedName()) {
        kept = text.charAt(0) + dialect.kept(text.substring(1, text.length() - 1)) + text.charAt(0);
      } else if (token.isWord()) {
        kept = dialect.kept(text);
      }
      cut.append(sql, copied, token.start()).append(kept);
      copied = token.end();
    }
    return cut.append(sql.substring(copied)).toString();
  }

  /** Which of these columns a piece of SQL mentions, in its order. */
  List<String> mentioned(String sql, Set<String> columns) {
    Set<String> found = new LinkedHashSet<>();
    mentioned(sql, columns, found);
    return List.copyOf(found);
  }

  private void mentioned(String sql, Set<String> columns, Set<String> found) {
    for (SqlTokens.Token token : SqlTokens.of(sql)) {
      if (token.isGroup()) {
        mentioned(token.inner(), columns, found);
      } else if (token.isWord() || token.isQuotedName()) {
        String name = ofText(token.text());
        if (columns.contains(name)) {
          found.add(name);
        }
      }
    }
  }
}
