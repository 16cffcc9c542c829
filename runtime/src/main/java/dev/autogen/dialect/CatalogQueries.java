package dev.autogen.dialect;

import java.util.Collection;

/**
 * One catalog query for each kind of object. Each returns all objects of the given schemas, in one
 * statement or, where the database tells what it is asked only of a table at a time, by reading
 * texts; the number of statements does not grow with that of tables.
 *
 * <p>The result columns are listed at each method; each is text, but for those marked as number or
 * yes/no (a text: {@code YES} or {@code NO}). Names are in stored spelling, as are the schemas
 * given. The first columns are those that JDBC's metadata has, so that a reader of such views can
 * be given them; the rest is what JDBC leaves out. {@code null} is what the database does not say.
 *
 * <p>What is nobody's business does not appear: views, partitions, foreign and temporary tables,
 * objects of an extension, indexes that serve a constraint, indexes that a failed statement left
 * behind invalid, exclusion constraints.
 */
public interface CatalogQueries {

  /** The schema that unqualified names mean for this connection: one row, one column. */
  String defaultSchema();

  /** The schemas of the database, its own left out: {@code SCHEMA_NAME}. */
  CatalogQuery namespaces();

  /**
   * {@code TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS}, and {@code IS_PARTITIONED}: yes
   * for a table whose rows, or some of them, are another's. {@code PARTITION_KEY}, where there are
   * partitions: the text that tells by which columns.
   */
  CatalogQuery tables(Collection<String> schemas);

  /**
   * By table, in the order of the columns: {@code TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME
   * DATA_TYPE TYPE_NAME COLUMN_SIZE DECIMAL_DIGITS NULLABLE ORDINAL_POSITION COLUMN_DEF
   * IS_AUTOINCREMENT IS_GENERATEDCOLUMN REMARKS}, and
   *
   * <ul>
   *   <li>{@code FULL_TYPE}: the type with length and precision, as the database writes it
   *   <li>{@code USER_TYPE_SCHEMA USER_TYPE_NAME USER_TYPE_SUFFIX}: the enum type or domain that it
   *       names instead, if it does, and what follows the name ({@code []})
   *   <li>{@code NOT_NULL}: yes/no
   *   <li>{@code DEFAULT_TEXT}: the default, that of an identity or a generated column left out
   *   <li>{@code IDENTITY_MODE}: {@code BY_DEFAULT}, {@code ALWAYS} or {@code SERIAL}; {@code
   *       IDENTITY_START IDENTITY_STEP}: numbers
   *   <li>{@code GENERATED_TEXT}, {@code GENERATED_STORED}: yes/no
   *   <li>{@code COLLATION_TEXT}: the collation, where it is not the type's own
   * </ul>
   */
  CatalogQuery columns(Collection<String> schemas);

  /**
   * What {@link #columns} cannot tell of a column: {@code TABLE_SCHEM TABLE_NAME COLUMN_NAME}, and
   * any of the further ones of {@link #columns}. What a row has here takes precedence.
   */
  default CatalogQuery columnDetails(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  /**
   * What {@link #tables} cannot tell of a table: {@code TABLE_SCHEM TABLE_NAME}, and {@code
   * TABLE_OPTIONS}: what the engine is told of it besides its columns, in its own words.
   */
  default CatalogQuery tableDetails(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  /**
   * The parts of composite types that are no table's, in all schemas, by type and in their order:
   * {@code TYPE_SCHEM TYPE_NAME PART_NAME PART_TYPE}, and {@code IS_VISIBLE}, yes/no: whether a
   * name without a schema means the type.
   */
  default CatalogQuery structTypes() {
    return CatalogQuery.NONE;
  }

  /**
   * By table, in the order of the key: {@code TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ
   * PK_NAME}.
   */
  CatalogQuery primaryKeys(Collection<String> schemas);

  /**
   * One row for each column of a unique key, in the order of the key: {@code TABLE_SCHEM TABLE_NAME
   * CONSTRAINT_NAME COLUMN_NAME}, {@code NULLS_DISTINCT DEFERRABLE DEFERRED}: yes/no.
   */
  CatalogQuery uniqueKeys(Collection<String> schemas);

  /** {@code TABLE_SCHEM TABLE_NAME CONSTRAINT_NAME CHECK_TEXT}: the condition alone. */
  CatalogQuery checks(Collection<String> schemas);

  /**
   * One row for each column of a foreign key, in the order of the key: {@code TABLE_SCHEM
   * TABLE_NAME CONSTRAINT_NAME COLUMN_NAME TARGET_SCHEM TARGET_NAME TARGET_COLUMN}, {@code
   * ON_DELETE ON_UPDATE} ({@code NO ACTION}, {@code SET NULL} and so on), {@code DEFERRABLE
   * DEFERRED}: yes/no.
   */
  CatalogQuery foreignKeys(Collection<String> schemas);

  /**
   * One row for each part of an index, in order: {@code TABLE_SCHEM TABLE_NAME INDEX_NAME}, {@code
   * IS_UNIQUE}: yes/no, {@code METHOD} where it is not the usual one, {@code WHERE_TEXT}, {@code
   * NULLS_DISTINCT}: yes/no, {@code COLUMN_NAME} or else {@code EXPRESSION}, {@code IS_INCLUDED}:
   * yes/no, {@code IS_DESCENDING}: yes/no, {@code NULLS}: {@code FIRST} or {@code LAST} where that
   * is not where the database puts them, {@code OPERATOR_CLASS} where it is not the type's own,
   * {@code PREFIX_LENGTH}: number where only the beginning of a value is looked at.
   */
  CatalogQuery indexes(Collection<String> schemas);

  /**
   * Sequences, those of identity columns left out: {@code SEQUENCE_SCHEMA SEQUENCE_NAME}, {@code
   * START_VALUE INCREMENT}: numbers, {@code MINIMUM MAXIMUM}: numbers where they are not those that
   * the database takes by itself, {@code CACHE}: number, {@code IS_CYCLE}: yes/no, {@code
   * IS_SERIAL}: yes/no, whether a column that owns it has it as its default.
   */
  CatalogQuery sequences(Collection<String> schemas);

  /**
   * One row for each label, in their order: {@code TYPE_SCHEM TYPE_NAME LABEL}, {@code
   * CASTS_FROM_TEXT CASTS_TO_TEXT}: yes/no, whether text becomes a value, and a value text, without
   * being asked.
   */
  CatalogQuery enumTypes(Collection<String> schemas);

  /**
   * What there is about objects that the model does not hold, so that one which is dropped cannot
   * be made again with it: {@code TABLE_SCHEM TABLE_NAME} of the table, sequence or enum type,
   * {@code OBJECT_KIND}: {@code TABLE}, {@code COLUMN}, {@code CONSTRAINT}, {@code INDEX}, {@code
   * SEQUENCE} or {@code ENUM_TYPE}, {@code OBJECT_NAME} within the table, {@code DETAIL}: what it
   * is, in words, and {@code RESTORED_BY}: the statement that gives it to the object once that is
   * there again, if one does.
   */
  default CatalogQuery unmodelled(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  /**
   * SQL as somebody wrote it, from the way in which the catalog shows it: all letters for what they
   * are.
   *
   * @param column where it stands: {@code FULL_TYPE}, {@code DEFAULT_TEXT}, {@code GENERATED_TEXT},
   *     {@code CHECK_TEXT}, {@code EXPRESSION} or {@code WHERE_TEXT}
   */
  default String written(String column, String shown) {
    return shown;
  }

  /** How to build tables that nobody else sees. */
  ScratchTables scratch();
}
