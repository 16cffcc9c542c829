package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.schema.ColumnType;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type is created in PostgreSQL and read back: declared and reported are one type. */
@Execution(value = ExecutionMode.SAME_THREAD, reason = "Its tests share a database.")
class PostgresqlTypesIT {

  private static TestDatabase database;

  @BeforeAll
  static void create() throws SQLException {
    database = TestDatabases.create(Engine.POSTGRESQL);
    database.execute(
        "create type color as enum ('A', 'B')",
        "create type \"Mixed\" as enum ('A')",
        "create schema shop",
        "create type shop.size as enum ('S')");
  }

  @AfterAll
  static void drop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          bool | boolean
          tinyint | smallint
          int2 | smallint
          int4 | integer
          int8 | bigint
          float(24) | real
          float4 | real
          float(53) | double precision
          float8 | double precision
          decimal(38,2) | numeric(38,2)
          numeric(10) | numeric(10,0)
          numeric | numeric
          char | char(1)
          character(3) | char(3)
          bpchar | bpchar
          bpchar(4) | char(4)
          character varying(255) | varchar(255)
          varchar | varchar
          text | text
          clob | text
          date | date
          time | time
          time(3) without time zone | time(3)
          timetz | time with time zone
          timestamp | timestamp
          timestamp(3) without time zone | timestamp(3)
          timestamptz | timestamp with time zone
          timestamp(6) with time zone | timestamp(6) with time zone
          uuid | uuid
          json | json
          jsonb | jsonb
          binary(16) | bytea
          varbinary(255) | bytea
          blob | bytea
          bytea | bytea
          oid | oid
          inet | inet
          xml | xml
          interval | interval
          interval second(6) | interval second(6)
          interval day to second(2) | interval day to second(2)
          bit | bit(1)
          bit varying(9) | bit varying(9)
          "char" | "char"
          integer array | integer[]
          integer array[7] | integer[]
          varchar(20)[][] | varchar(20)[]
          timestamp(6) with time zone array | timestamp(6) with time zone[]
          Color | color
          public.color | color
          color[] | color[]
          "Mixed" | "Mixed"
          shop.size | shop.size
          """)
  void isWhatPostgresqlReports(String declared, String canonical) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      Dialect dialect = Dialects.of(connection);
      ColumnType type = dialect.canonical(new ColumnType(declared));
      assertEquals(canonical, type.sql());
      assertEquals(type, dialect.canonical(type), "idempotent");
      String neutral = dialect.neutralValue(type).map(value -> " default " + value).orElse("");
      statement.execute("create table t (c " + dialect.sql(type) + neutral + ")");
      statement.execute("insert into t default values");
      try {
        CatalogRow row = dialect.catalog().columns(List.of("public")).rows(connection).get(0);
        ColumnType reported = new ColumnType(row.text("FULL_TYPE"));
        assertEquals(canonical, dialect.canonical(reported).sql(), reported.sql());
      } finally {
        statement.execute("drop table t");
      }
    }
  }
}
