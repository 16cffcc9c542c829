package dev.autogen.dialect.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.schema.ColumnType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type is created in H2 and read back: declared and reported are one canonical type. */
class H2TypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          boolean | boolean
          bool | boolean
          bit | boolean
          tinyint | tinyint
          smallint | smallint
          integer | integer
          int4 | integer
          bigint | bigint
          real | real
          float(24) | real
          float(53) | double precision
          float | double precision
          double precision | double precision
          numeric(19,2) | numeric(19,2)
          decimal(38) | numeric(38,0)
          numeric | numeric
          char | char(1)
          char(2) | char(2)
          CHARACTER VARYING(255) | varchar(255)
          varchar | varchar
          nvarchar(7) | varchar(7)
          clob | clob
          character large object(1000) | clob(1000)
          clob(10K) | clob(10240)
          varchar(7 octets) | varchar(7)
          date | date
          time | time(0)
          time(6) | time(6)
          time(6) with time zone | time(6) with time zone
          timestamp | timestamp(6)
          timestamp(9) | timestamp(9)
          timestamp(6)  with time zone | timestamp(6) with time zone
          uuid | uuid
          json | json
          binary(16) | binary(16)
          varbinary(255) | varbinary(255)
          varbinary | varbinary
          blob | blob
          enum('A', 'b''c') | enum('A','b''c')
          interval second | interval second(2,6)
          interval second(18, 9) | interval second(18,9)
          interval day to second | interval day to second
          geometry | geometry
          geometry(point, 4326) | geometry(point,4326)
          integer array | integer array
          varchar(20) array[7] | varchar(20) array[7]
          decfloat | decfloat
          varchar_ignorecase(9) | varchar_ignorecase(9)
          """)
  void isWhatH2Reports(String declared, String canonical) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      Dialect dialect = Dialects.of(connection);
      ColumnType type = dialect.canonical(new ColumnType(declared));
      assertEquals(canonical, type.sql());
      assertEquals(type, dialect.canonical(type), "idempotent");
      String neutral = dialect.neutralValue(type).map(value -> " default " + value).orElse("");
      statement.execute("create table t (c " + dialect.sql(type) + neutral + ")");
      statement.execute("insert into t default values");
      CatalogRow row = dialect.catalog().columns(List.of("PUBLIC")).rows(connection).get(0);
      ColumnType reported = new ColumnType(row.text("FULL_TYPE"));
      assertEquals(canonical, dialect.canonical(reported).sql(), reported.sql());
    }
  }
}
