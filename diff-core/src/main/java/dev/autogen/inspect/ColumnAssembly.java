package dev.autogen.inspect;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import java.util.Optional;

/** Makes columns of the catalog's rows. */
final class ColumnAssembly {

  private final DatabaseNames names;

  ColumnAssembly(DatabaseNames names) {
    this.names = names;
  }

  Column column(CatalogRow row) {
    return new Column(
        names.name(row.text("COLUMN_NAME")),
        type(row),
        !row.yes("NOT_NULL"),
        row.find("DEFAULT_TEXT"),
        identity(row),
        generated(row),
        row.find("COLLATION_TEXT"),
        row.find("REMARKS"));
  }

  private ColumnType type(CatalogRow row) {
    Optional<String> userType = row.find("USER_TYPE_NAME");
    if (userType.isEmpty()) {
      return new ColumnType(row.text("FULL_TYPE"));
    }
    ColumnType named = names.named(row.text("USER_TYPE_SCHEMA"), userType.get());
    return new ColumnType(named.sql() + row.find("USER_TYPE_SUFFIX").orElse(""));
  }

  private static Optional<Identity> identity(CatalogRow row) {
    return row.find("IDENTITY_MODE")
        .map(
            mode ->
                new Identity(
                    Identity.Mode.valueOf(mode),
                    row.number("IDENTITY_START"),
                    row.number("IDENTITY_STEP")));
  }

  private static Optional<Generated> generated(CatalogRow row) {
    return row.find("GENERATED_TEXT")
        .map(text -> new Generated(Parentheses.stripped(text), row.yes("GENERATED_STORED")));
  }
}
