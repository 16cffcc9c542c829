package dev.autogen.inspect;

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
        Optional.ofNullable(row.find("DEFAULT_TEXT")),
        identity(row),
        generated(row),
        Optional.ofNullable(row.find("COLLATION_TEXT")),
        Optional.ofNullable(row.find("REMARKS")));
  }

  private ColumnType type(CatalogRow row) {
    String userType = row.find("USER_TYPE_NAME");
    if (userType == null) {
      return new ColumnType(row.text("FULL_TYPE"));
    }
    String suffix = row.find("USER_TYPE_SUFFIX");
    ColumnType named = names.named(row.text("USER_TYPE_SCHEMA"), userType);
    return new ColumnType(named.sql() + (suffix == null ? "" : suffix));
  }

  private static Optional<Identity> identity(CatalogRow row) {
    return Optional.ofNullable(row.find("IDENTITY_MODE"))
        .map(
            mode ->
                new Identity(
                    Identity.Mode.valueOf(mode),
                    row.number("IDENTITY_START"),
                    row.number("IDENTITY_STEP")));
  }

  private static Optional<Generated> generated(CatalogRow row) {
    return Optional.ofNullable(row.find("GENERATED_TEXT"))
        .map(text -> new Generated(Parentheses.stripped(text), row.yes("GENERATED_STORED")));
  }
}
