package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One column's length, precision or scale made another, over rows that fit both. */
final class LengthCases {

  private static final String TIME_AS_TEXT =
      "insert into item (id, content) values (1, '2026-01-02 03:04:05.123')";
  private static final String JSON_ARRAY = "insert into item (id, content) values (1, '[1, 2]')";
  private static final String LONGER_BYTES =
      "~ column item.content varbinary(100) → varbinary(200)";

  private LengthCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("type", "varchar longer", Length40.class, Length80.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(40) → varchar(80)"),
        Case.of("type", "varchar shorter, rows fit", Length80.class, Length40.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(80) → varchar(40)"),
        Case.of("type", "precision", Decimal.class, MorePrecise.class)
            .rows("insert into item (id, content) values (1, 12.34), (2, null)")
            .expect("~ column item.content numeric(10,2) → numeric(14,2)"),
        Case.of("type", "precision and scale up", Decimal.class, MoreScale.class)
            .rows("insert into item (id, content) values (1, 12.34)")
            .converts("item.content")
            .expect("~ column item.content numeric(10,2) → numeric(14,4)"),
        Case.of("type", "precision and scale down", MoreScale.class, Decimal.class)
            .rows("insert into item (id, content) values (1, 12.34)")
            .converts("item.content")
            .expect("~ column item.content numeric(14,4) → numeric(10,2)"),
        Case.of("type", "time precision down", Micros.class, Millis.class)
            .rows("insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05.123')")
            .rowsOn(SQLITE, TIME_AS_TEXT)
            .converts("item.content")
            .expect("~ column item.content timestamp(6) → timestamp(3)")
            .expectOn(MYSQL, "~ column item.content datetime(6) → datetime(3)")
            .expectOn(MARIADB, "~ column item.content datetime(6) → datetime(3)")
            .expectOn(SQLITE),
        Case.of("type", "time precision up", Millis.class, Micros.class)
            .rows("insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05.123')")
            .rowsOn(SQLITE, TIME_AS_TEXT)
            .converts("item.content")
            .expect("~ column item.content timestamp(3) → timestamp(6)")
            .expectOn(MYSQL, "~ column item.content datetime(3) → datetime(6)")
            .expectOn(MARIADB, "~ column item.content datetime(3) → datetime(6)")
            .expectOn(SQLITE),
        Case.of("type", "array length", Array7.class, Array9.class)
            .rows("insert into item (id, content) values (1, array[1, 2])")
            .rowsOn(MYSQL, JSON_ARRAY)
            .rowsOn(MARIADB, JSON_ARRAY)
            .rowsOn(SQLITE, JSON_ARRAY)
            .expect()
            .expectOn(H2, "~ column item.content *"),
        Case.of("type", "varbinary length", Bytes100.class, Bytes200.class)
            .rows("insert into item (id, content) values (1, null)")
            .expect()
            .expectOn(H2, LONGER_BYTES)
            .expectOn(MYSQL, LONGER_BYTES)
            .expectOn(MARIADB, LONGER_BYTES),
        Case.of("type", "columnDefinition", Defined33.class, Defined44.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(33) → varchar(44)"),
        Case.of("type", "char length", Char2.class, Char3.class)
            .rows("insert into item (id, content) values (1, 'ab')")
            .converts("item.content")
            .expect("~ column item.content char(2) → char(3)")
            .expectOn(MYSQL, "~ column item.content varchar(2) → varchar(3)")
            .expectOn(MARIADB, "~ column item.content varchar(2) → varchar(3)"));
  }

  interface Length40 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String content;
    }
  }

  interface Length80 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 80)
      String content;
    }
  }

  interface Decimal {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(precision = 10, scale = 2)
      BigDecimal content;
    }
  }

  interface MorePrecise {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(precision = 14, scale = 2)
      BigDecimal content;
    }
  }

  interface MoreScale {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(precision = 14, scale = 4)
      BigDecimal content;
    }
  }

  interface Micros {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(secondPrecision = 6)
      LocalDateTime content;
    }
  }

  interface Millis {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(secondPrecision = 3)
      LocalDateTime content;
    }
  }

  interface Array7 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Array(length = 7)
      Integer[] content;
    }
  }

  interface Array9 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Array(length = 9)
      Integer[] content;
    }
  }

  interface Bytes100 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 100)
      byte[] content;
    }
  }

  interface Bytes200 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 200)
      byte[] content;
    }
  }

  interface Defined33 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "varchar(33)")
      String content;
    }
  }

  interface Defined44 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "varchar(44)")
      String content;
    }
  }

  interface Char2 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @JdbcTypeCode(SqlTypes.CHAR)
      @Column(length = 2)
      String content;
    }
  }

  interface Char3 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @JdbcTypeCode(SqlTypes.CHAR)
      @Column(length = 3)
      String content;
    }
  }
}
