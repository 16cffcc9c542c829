package dev.autogen.dialect.postgresql;

import dev.autogen.schema.Schema;

/** What PostgreSQL does not tell apart, in one spelling. */
record PostgresqlCanonical(PostgresqlTypes types) {

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
