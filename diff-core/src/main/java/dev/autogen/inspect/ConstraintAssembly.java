package dev.autogen.inspect;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.schema.Check;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes constraints and indexes, each of the rows that the catalog has for it. */
final class ConstraintAssembly {

  private final DatabaseNames names;

  ConstraintAssembly(DatabaseNames names) {
    this.names = names;
  }

  PrimaryKey primaryKey(List<CatalogRow> rows) {
    return new PrimaryKey(names.name(rows.get(0).text("PK_NAME")), columns(rows, "COLUMN_NAME"));
  }

  UniqueKey uniqueKey(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    return new UniqueKey(
        names.name(first.text("CONSTRAINT_NAME")),
        columns(rows, "COLUMN_NAME"),
        first.yes("NULLS_DISTINCT"),
        deferrability(first));
  }

  Check check(CatalogRow row) {
    return new Check(
        names.name(row.text("CONSTRAINT_NAME")), Parentheses.stripped(row.text("CHECK_TEXT")));
  }

  ForeignKey foreignKey(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    return new ForeignKey(
        names.name(first.text("CONSTRAINT_NAME")),
        columns(rows, "COLUMN_NAME"),
        names.qualified(first.text("TARGET_SCHEM"), first.text("TARGET_NAME")),
        columns(rows, "TARGET_COLUMN"),
        action(first.text("ON_DELETE")),
        action(first.text("ON_UPDATE")),
        deferrability(first));
  }

  Index index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    return new Index(
        names.name(first.text("INDEX_NAME")),
        rows.stream().filter(row -> !row.yes("IS_INCLUDED")).map(this::part).toList(),
        first.yes("IS_UNIQUE"),
        first.find("METHOD"),
        first.find("WHERE_TEXT").map(Parentheses::stripped),
        columns(rows.stream().filter(row -> row.yes("IS_INCLUDED")).toList(), "COLUMN_NAME"),
        first.yes("NULLS_DISTINCT"));
  }

  private IndexPart part(CatalogRow row) {
    Optional<String> column = row.find("COLUMN_NAME");
    return new IndexPart(
        column.map(names::name).orElseGet(() -> Parentheses.stripped(row.text("EXPRESSION"))),
        column.isEmpty(),
        row.yes("IS_DESCENDING"),
        row.find("NULLS").map(IndexPart.Nulls::valueOf).orElse(IndexPart.Nulls.DEFAULT),
        row.find("OPERATOR_CLASS").orElse(""),
        row.find("PREFIX_LENGTH")
            .map(length -> OptionalInt.of(Integer.parseInt(length)))
            .orElseGet(OptionalInt::empty));
  }

  private List<String> columns(List<CatalogRow> rows, String column) {
    return rows.stream().map(row -> names.name(row.text(column))).toList();
  }

  private static ForeignKey.Action action(String text) {
    return ForeignKey.Action.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static Deferrability deferrability(CatalogRow row) {
    if (!row.yes("DEFERRABLE")) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.yes("DEFERRED")
        ? Deferrability.INITIALLY_DEFERRED
        : Deferrability.INITIALLY_IMMEDIATE;
  }
}
