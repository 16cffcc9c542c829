package dev.autogen.dialect.h2;

import dev.autogen.dialect.Definitions;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;

/** What H2 defines its own way, and what it cannot define at all. */
final class H2Definitions extends Definitions {

  H2Definitions(Dialect dialect) {
    super(dialect);
  }

  @Override
  public String collation(String name) {
    throw new UnsupportedChangeException(
        "H2 has no collation of a column's own, so \""
            + name
            + "\" cannot be set: leave it out of the mapping, or set it for the whole database.");
  }

  @Override
  public String identity(Identity identity) {
    if (identity.mode() == Identity.Mode.SERIAL) {
      throw new UnsupportedChangeException(
          "H2 has no serial columns: declare the column as identity instead.");
    }
    return super.identity(identity);
  }

  @Override
  public String generated(Generated generated) {
    return "generated always as (" + generated.expression() + ")";
  }

  @Override
  protected String deferrability(Deferrability deferrability) {
    if (deferrability != Deferrability.NOT_DEFERRABLE) {
      throw new UnsupportedChangeException(
          "H2 checks constraints with each statement and cannot defer one: declare the constraint"
              + " without deferrability.");
    }
    return "";
  }

  @Override
  public String index(QualifiedName table, Index index) {
    if (index.where().isPresent()) {
      throw impossible(index, "a condition");
    }
    if (index.parts().stream().anyMatch(IndexPart::expression)) {
      throw impossible(index, "an expression; index a generated column instead");
    }
    if (index.parts().stream().anyMatch(part -> !part.operatorClass().isEmpty())) {
      throw impossible(index, "an operator class");
    }
    if (!index.unique() && !index.include().isEmpty()) {
      throw impossible(index, "carried columns unless it is unique");
    }
    return "create "
        + kind(index)
        + "index "
        + dialect.identifier(index.name())
        + " on "
        + dialect.identifier(table)
        + " "
        + parts(index)
        + (index.include().isEmpty() ? "" : " include " + names(index.include()));
  }

  private static String kind(Index index) {
    String method = index.method().orElse("");
    if (method.equals("spatial")) {
      return "spatial ";
    }
    if (!method.isEmpty()) {
      throw impossible(index, "the method " + method);
    }
    if (!index.unique()) {
      return "";
    }
    return index.nullsDistinct() ? "unique " : "unique nulls not distinct ";
  }

  private static UnsupportedChangeException impossible(Index index, String what) {
    return new UnsupportedChangeException(
        "Index \""
            + index.name()
            + "\" cannot be created: an index of H2 cannot have "
            + what
            + ".");
  }
}
