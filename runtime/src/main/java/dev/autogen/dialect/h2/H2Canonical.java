package dev.autogen.dialect.h2;

import dev.autogen.schema.Schema;

/** What H2 does not tell apart, in one spelling. */
record H2Canonical(H2Types types) {

  Schema schema(Schema schema) {
    return schema.withTables(
        schema
            .tables()
            .map(
                table ->
                    table.withColumns(
                        table
                            .columns()
                            .map(column -> column.withType(types.canonical(column.type()))))));
  }
}
