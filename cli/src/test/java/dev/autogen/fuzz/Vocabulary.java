package dev.autogen.fuzz;

import dev.autogen.dialect.Dialect;
import dev.autogen.fuzz.Sample.Family;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Table;
import dev.autogen.testing.Engine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one engine's models are made of.
 *
 * @param dialect the engine's
 * @param samples its types
 * @param features what it has
 * @param spelling of the names
 */
record Vocabulary(Dialect dialect, List<Sample> samples, Set<Feature> features, Spelling spelling) {

  /** The named enum type of models, where there are such. */
  static final QualifiedName ENUM = QualifiedName.of("mood");

  private static final Map<String, List<String>> CONVERSIONS =
      Map.ofEntries(
          Map.entry("varchar(20)", List.of("varchar(60)", "integer", "text")),
          Map.entry("varchar(60)", List.of("varchar(20)", "text")),
          Map.entry("text", List.of("varchar(60)")),
          Map.entry("smallint", List.of("integer", "bigint")),
          Map.entry("integer", List.of("bigint", "varchar(20)", "numeric(10,2)")),
          Map.entry("bigint", List.of("integer", "numeric(12,3)")),
          Map.entry("numeric(10,2)", List.of("numeric(12,3)", "varchar(20)")),
          Map.entry("numeric(12,3)", List.of("numeric(10,2)")),
          Map.entry("date", List.of("timestamp(6)", "datetime(6)")),
          Map.entry("timestamp(6)", List.of("timestamp(3)", "date")),
          Map.entry("timestamp(3)", List.of("timestamp(6)")),
          Map.entry("datetime(6)", List.of("datetime(3)", "date")),
          Map.entry("datetime(3)", List.of("datetime(6)")),
          Map.entry("enum('A','B','C')", List.of("enum('X','A','B','C')", "enum('C','B','A')")),
          Map.entry("enum('C','B','A')", List.of("enum('A','B','C')")));

  Vocabulary {
    samples = List.copyOf(samples);
    features = Set.copyOf(features);
  }

  static Vocabulary of(Engine engine, Dialect dialect) {
    List<Sample> samples = new ArrayList<>(common());
    samples.addAll(own(engine, dialect));
    return new Vocabulary(dialect, samples, features(engine), Spelling.SHORT);
  }

  /** The same with names of another kind. */
  Vocabulary with(Spelling other) {
    return new Vocabulary(dialect, samples, features, other);
  }

  private static List<Sample> common() {
    return List.of(
        Sample.of("smallint", Family.WHOLE, "1", "2", "3"),
        Sample.of("integer", Family.WHOLE, "1", "2", "3"),
        Sample.of("bigint", Family.WHOLE, "1", "2", "3"),
        Sample.of("numeric(10,2)", Family.DECIMAL, "1.25", "2.5", "3"),
        Sample.of("numeric(12,3)", Family.DECIMAL, "1.25", "2.5", "3"),
        Sample.of("varchar(20)", Family.TEXT, "'1'", "'2'", "'it''s'"),
        Sample.of("varchar(60)", Family.TEXT, "'1'", "'2'", "'say \"3\"'"),
        Sample.of("date", Family.MOMENT, "'2024-02-28'", "'2024-02-29'", "'2024-03-01'"));
  }

  private static List<Sample> own(Engine engine, Dialect dialect) {
    Sample truth = Sample.of("boolean", Family.PLAIN, "false", "true", "true");
    Sample id = Sample.of("uuid", Family.PLAIN, uuid(1), uuid(2), uuid(3));
    return switch (engine.family()) {
      case POSTGRESQL, POSTGRESQL_13 ->
          List.of(
              truth,
              id,
              moment(6).computed("now()"),
              moment(3).computed("localtimestamp"),
              Sample.of("text", Family.TEXT, "'1'", "'2'", "'it''s'"),
              Sample.of("double precision", Family.PLAIN, "1.5", "2.5", "3"),
              Sample.of("timestamp(6) with time zone", Family.PLAIN, at(1), at(2), at(3)),
              Sample.of("jsonb", Family.PLAIN, "'{}'", "'{\"a\": 1}'", "'{\"b\": [2]}'"),
              Sample.of("json", Family.LARGE, "'{}'", "'{\"a\": 1}'", "'{\"b\": [2]}'"),
              Sample.of("bytea", Family.PLAIN, "'\\x01'", "'\\x02'", "'\\x'"),
              Sample.of("inet", Family.PLAIN, "'10.0.0.1'", "'10.0.0.2'", "'::1'"),
              Sample.of("integer[]", Family.PLAIN, "'{1}'", "'{1,2}'", "'{}'"),
              Sample.of(dialect.named(ENUM).sql(), Family.PLAIN, "'A'", "'B'", "'C'"));
      case H2 ->
          List.of(
              truth,
              id,
              moment(6).computed("localtimestamp"),
              moment(3).computed("localtimestamp(3)"),
              Sample.of("clob", Family.LARGE, "'1'", "'2'", "'it''s'"),
              Sample.of("timestamp(6) with time zone", Family.PLAIN, at(1), at(2), at(3)),
              Sample.of("json", Family.LARGE, "json '{}'", "json '[1]'", "json '{\"b\":2}'"),
              Sample.of("varbinary(16)", Family.PLAIN, "X'01'", "X'02'", "X''"),
              Sample.of("integer array", Family.LARGE, "array[1]", "array[1,2]", "array[3]"),
              enumOf("'A','B','C'"),
              enumOf("'C','B','A'"),
              enumOf("'X','A','B','C'"));
      case MYSQL, MARIADB ->
          List.of(
              truth,
              datetime(6).computed("current_timestamp(6)"),
              datetime(3).computed("current_timestamp(3)"),
              Sample.of("integer unsigned", Family.PLAIN, "1", "2", "3"),
              Sample.of("text", Family.LARGE, "'1'", "'2'", "'it''s'"),
              Sample.of("json", Family.LARGE, "'{}'", "'{\"a\": 1}'", "'{\"b\": [2]}'"),
              Sample.of("varbinary(16)", Family.PLAIN, "X'01'", "X'02'", "X'03'"),
              Sample.of("double precision", Family.PLAIN, "1.5", "2.5", "3"),
              enumOf("'A','B','C'"),
              enumOf("'C','B','A'"),
              enumOf("'X','A','B','C'"));
      case SQLITE ->
          List.of(
              Sample.of("text", Family.TEXT, "'1'", "'2'", "'it''s'"),
              Sample.of("real", Family.PLAIN, "1.5", "2.5", "3"),
              Sample.of("blob", Family.PLAIN, "X'01'", "X'02'", "X'03'"),
              moment(6).computed("current_timestamp"));
    };
  }

  private static Sample datetime(int digits) {
    Sample moment = moment(digits);
    return Sample.of(
        "datetime(" + digits + ")",
        moment.family(),
        moment.first(),
        moment.second(),
        moment.third());
  }

  private static Sample moment(int digits) {
    return Sample.of(
        "timestamp(" + digits + ")",
        Family.MOMENT,
        "'2024-02-28 00:00:00'",
        "'2024-02-29 00:00:00'",
        "'2024-03-01 12:00:00'");
  }

  private static Sample enumOf(String labels) {
    return Sample.of("enum(" + labels + ")", Family.PLAIN, "'A'", "'B'", "'C'");
  }

  private static String uuid(int n) {
    return "'00000000-0000-0000-0000-00000000000" + n + "'";
  }

  private static String at(int day) {
    return "'2024-02-0" + day + " 12:00:00+00'";
  }

  private static Set<Feature> features(Engine engine) {
    return switch (engine.family()) {
      case POSTGRESQL, POSTGRESQL_13 ->
          // Virtual columns came with PostgreSQL 18, and the tests run on older ones too.
          allBut(Feature.VIRTUAL_COLUMNS);
      case H2 ->
          allBut(
              Feature.NAMED_ENUMS,
              Feature.DEFERRABLE_KEYS,
              Feature.PARTIAL_INDEXES,
              Feature.EXPRESSION_INDEXES,
              Feature.STORED_COLUMNS);
      case MYSQL, MARIADB -> {
        Set<Feature> features =
            EnumSet.of(
                Feature.COMMENTS,
                Feature.DESCENDING_INDEXES,
                Feature.STORED_COLUMNS,
                Feature.VIRTUAL_COLUMNS);
        if (engine == Engine.MARIADB) {
          features.add(Feature.SEQUENCES);
          features.add(Feature.COMPUTED_FROM_CASCADES);
        } else {
          features.add(Feature.EXPRESSION_INDEXES);
        }
        yield features;
      }
      case SQLITE ->
          EnumSet.of(
              Feature.COMPUTED_FROM_CASCADES,
              Feature.CHECKED_CASCADES,
              Feature.DESCENDING_INDEXES,
              Feature.PARTIAL_INDEXES,
              Feature.EXPRESSION_INDEXES,
              Feature.STORED_COLUMNS,
              Feature.VIRTUAL_COLUMNS);
    };
  }

  private static Set<Feature> allBut(Feature... missing) {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    List.of(missing).forEach(features::remove);
    return features;
  }

  /** What follows the name of a table to insert a row of defaults. */
  String emptyRow() {
    return features.contains(Feature.SCHEMAS) || !features.contains(Feature.COMMENTS)
        ? " default values"
        : " () values ()";
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** The values of a column's type. */
  Sample of(Column column) {
    return find(column.type().sql())
        .orElseThrow(() -> new IllegalStateException("no values for " + column));
  }

  private Optional<Sample> find(String type) {
    return samples.stream().filter(sample -> isOf(sample, type)).findFirst();
  }

  private boolean isOf(Sample sample, String type) {
    return dialect.canonical(new ColumnType(sample.type())).sql().equals(type);
  }

  /** What a column of that type can become without losing a row. */
  List<Sample> conversions(Sample from) {
    return CONVERSIONS.getOrDefault(from.type(), List.of()).stream()
        .flatMap(to -> samples.stream().filter(sample -> sample.type().equals(to)))
        .toList();
  }

  /** A column as the engine spells it. */
  Column canonical(Column column) {
    Table table = Table.of(QualifiedName.of("any"), List.of(column), List.of(), List.of());
    return canonical(table).column(column.name());
  }

  /** A table as the engine spells it. */
  Table canonical(Table table) {
    Schema schema = Schema.of(List.of(), List.of(table), List.of(), List.of());
    return dialect.canonical(schema).table(table.name());
  }

  /**
   * The schema.
   *
   * @throws SchemaException if the engine has no such tables
   */
  Schema possible(Schema schema) {
    for (Table table : schema.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        boolean sets = key.onDelete() == Action.SET_NULL || key.onUpdate() != Action.NO_ACTION;
        boolean checked = key.columns().stream().anyMatch(c -> Uses.inChecks(table, c));
        if (sets && checked && !has(Feature.CHECKED_CASCADES)) {
          throw new SchemaException(key.name() + " changes a column of a check.");
        }
      }
    }
    return schema;
  }

  /** A name as the engine tells it from others: SQLite takes two that differ in case for one. */
  String name(String text) {
    return dialect.fromDatabase(dialect.toDatabase(spelling.of(text, dialect)));
  }

  /** A column's name as it stands in an expression. */
  String sql(Column column) {
    return dialect.identifier(column.name());
  }
}
