package dev.autogen.fuzz;

/** What some engines have and others do not. */
enum Feature {
  /** Schemas besides the default one. */
  SCHEMAS,
  SEQUENCES,
  /** Enum types with a name of their own. */
  NAMED_ENUMS,
  COMMENTS,
  DEFERRABLE_KEYS,
  DESCENDING_INDEXES,
  PARTIAL_INDEXES,
  EXPRESSION_INDEXES,
  STORED_COLUMNS,
  VIRTUAL_COLUMNS,
  /** Identity that can be taken from a column and given to one. */
  LOOSE_IDENTITY,
  /** {@code generated always as identity}. */
  IDENTITY_ALWAYS,
  /** Stored columns computed from one that a foreign key changes: MySQL refuses them. */
  COMPUTED_FROM_CASCADES,
  /** Conditions on a column that a foreign key sets to null: MySQL and MariaDB refuse them. */
  CHECKED_CASCADES,
  /** Names of primary keys. */
  NAMED_PRIMARY_KEYS
}
