package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type is created in MySQL and MariaDB and read back: declared and reported are one type. */
@Execution(value = ExecutionMode.SAME_THREAD, reason = "Its tests share a database.")
class MysqlTypesIT {

  private static final Map<Engine, TestDatabase> DATABASES = new EnumMap<>(Engine.class);

  @BeforeAll
  static void create() {
    DATABASES.put(Engine.MYSQL, TestDatabases.create(Engine.MYSQL));
    DATABASES.put(Engine.MARIADB, TestDatabases.create(Engine.MARIADB));
  }

  @AfterAll
  static void drop() throws SQLException {
    for (TestDatabase database : DATABASES.values()) {
      database.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          boolean | boolean
          bool | boolean
          tinyint(1) | boolean
          tinyint | tinyint
          tinyint(4) | tinyint
          tinyint(1) unsigned | tinyint unsigned
          smallint | smallint
          int2 unsigned | smallint unsigned
          mediumint(9) | mediumint
          int | integer
          INTEGER(11) | integer
          int(5) zerofill | integer(5) unsigned zerofill
          bigint unsigned | bigint unsigned
          bigint zerofill | bigint(20) unsigned zerofill
          bit | bit(1)
          bit(8) | bit(8)
          float | float
          float(23) | float
          float(53) | double precision
          double | double precision
          real | double precision
          double precision | double precision
          float(7,4) | float(7,4)
          double unsigned | double precision unsigned
          decimal | numeric(10,0)
          dec(8) | numeric(8,0)
          numeric(38,2) | numeric(38,2)
          decimal(10,2) unsigned | numeric(10,2) unsigned
          char | char(1)
          national character(3) | char(3)
          character varying(255) | varchar(255)
          varchar(255) | varchar(255)
          varchar(20) character set latin1 | varchar(20)
          tinytext | tinytext
          text | text
          text(100) | text
          text(20000) | mediumtext
          long varchar | mediumtext
          longtext | longtext
          binary | binary(1)
          binary(16) | binary(16)
          varbinary(255) | varbinary(255)
          blob | blob
          blob(200) | tinyblob
          blob(70000) | mediumblob
          longblob | longblob
          date | date
          time | time(0)
          time(6) | time(6)
          datetime | datetime(0)
          datetime(6) | datetime(6)
          timestamp | timestamp(0)
          timestamp(6) | timestamp(6)
          year(4) | year
          json | json
          enum ('B', 'it''s', 'A') | enum('B','it''s','A')
          set('x','y') | set('x','y')
          point | point
          geometry | geometry
          """)
  void isWhatTheDatabaseReports(String declared, String canonical) throws SQLException {
    requireReported(Engine.MYSQL, declared, canonical);
    requireReported(Engine.MARIADB, declared, canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          MYSQL | uuid | binary(16)
          MYSQL | geometrycollection | geomcollection
          MARIADB | uuid | uuid
          MARIADB | inet4 | inet4
          MARIADB | inet6 | inet6
          MARIADB | geometrycollection | geometrycollection
          """)
  void isWhatOneDatabaseReports(Engine engine, String declared, String canonical)
      throws SQLException {
    requireReported(engine, declared, canonical);
  }

  private static void requireReported(Engine engine, String declared, String canonical)
      throws SQLException {
    try (Connection connection = DATABASES.get(engine).connect();
        Statement statement = connection.createStatement()) {
      Dialect dialect = Dialects.of(connection);
      ColumnType type = dialect.canonical(new ColumnType(declared));
      assertEquals(type, dialect.canonical(type), "idempotent");
      statement.execute("create table t (c " + dialect.sql(type) + ")");
      try {
        Column column = column(connection, dialect);
        assertEquals(canonical, column.type().sql(), engine.label() + " reports " + declared);
        if (dialect.neutralValue(column.type()).isPresent()) {
          statement.execute(
              "insert into t values (" + dialect.neutralValue(column.type()).get() + ")");
        }
      } finally {
        statement.execute("drop table t");
      }
    }
  }

  private static Column column(Connection connection, Dialect dialect) {
    return new DatabaseSource(connection, dialect, DatabaseScope.DEFAULT)
        .read()
        .table(QualifiedName.of("t"))
        .column("c");
  }
}
