package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Length;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One column's type made another, over rows that fit both. */
final class TypeCases {

  private TypeCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("type", "varchar longer", Length40.class, Length80.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(40) → varchar(80)"),
        Case.of("type", "varchar shorter, rows fit", Length80.class, Length40.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(80) → varchar(40)"),
        Case.of("type", "varchar to text", Length40.class, Text.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(40) → *"),
        Case.of("type", "text to varchar", Text.class, Length40.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content * → varchar(40)"),
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
        Case.of("type", "smallint to integer", Small.class, Int.class)
            .rows("insert into item (id, content) values (1, 7)")
            .expect("~ column item.content smallint → integer"),
        Case.of("type", "integer to bigint", Int.class, Big.class)
            .rows("insert into item (id, content) values (1, 7)")
            .expect("~ column item.content integer → bigint"),
        Case.of("type", "bigint to integer", Big.class, Int.class)
            .rows("insert into item (id, content) values (1, 7)")
            .expect("~ column item.content bigint → integer"),
        Case.of("type", "single to double precision", Single.class, Double.class)
            .rows("insert into item (id, content) values (1, 0.5)")
            .expect("~ column item.content * → double precision"),
        Case.of("type", "time precision down", Micros.class, Millis.class)
            .rows("insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05.123')")
            .converts("item.content")
            .expect("~ column item.content timestamp(6) → timestamp(3)"),
        Case.of("type", "time precision up", Millis.class, Micros.class)
            .rows("insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05.123')")
            .converts("item.content")
            .expect("~ column item.content timestamp(3) → timestamp(6)"),
        Case.of("type", "timestamp with time zone", Micros.class, WithZone.class)
            .rows("insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05')")
            .converts("item.content")
            .expect("~ column item.content timestamp(6) → timestamp(6) with time zone"),
        Case.of("type", "timestamp without time zone", WithZone.class, Micros.class)
            .rows(
                "insert into item (id, content) values (1, timestamp with time zone '2026-01-02 03:04:05+00')")
            .converts("item.content")
            .expect("~ column item.content timestamp(6) with time zone → timestamp(6)"),
        Case.of("type", "date to timestamp", Day.class, Micros.class)
            .rows("insert into item (id, content) values (1, date '2026-01-02')")
            .converts("item.content")
            .expect("~ column item.content date → timestamp(6)"),
        Case.of("type", "varchar to integer (cast)", Length40.class, Int.class)
            .rows("insert into item (id, content) values (1, '12'), (2, null)")
            .expect("~ column item.content varchar(40) → integer"),
        Case.of("type", "integer to varchar", Int.class, Length40.class)
            .rows("insert into item (id, content) values (1, 12), (2, null)")
            .expect("~ column item.content integer → varchar(40)"),
        Case.of("type", "varchar to uuid (cast)", Length40.class, Uuid.class)
            .rows(
                "insert into item (id, content) values (1, '123e4567-e89b-12d3-a456-426614174000')")
            .expect("~ column item.content varchar(40) → uuid"),
        Case.of("type", "varchar to json (cast)", Length40.class, Json.class)
            .rows("insert into item (id, content) values (1, '{}')")
            .converts("item.content")
            .expect("~ column item.content varchar(40) → *"),
        Case.of("type", "array of integer to array of bigint", IntArray.class, LongArray.class)
            .rows("insert into item (id, content) values (1, array[1, 2])")
            .expect("~ column item.content *"),
        Case.of("type", "array length", Array7.class, Array9.class)
            .rows("insert into item (id, content) values (1, array[1, 2])")
            .expect()
            .expectOn(H2, "~ column item.content *"),
        Case.of("type", "varbinary length", Bytes100.class, Bytes200.class)
            .rows("insert into item (id, content) values (1, null)")
            .expect()
            .expectOn(H2, "~ column item.content varbinary(100) → varbinary(200)"),
        Case.of("type", "columnDefinition", Defined33.class, Defined44.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(33) → varchar(44)"),
        Case.of("type", "char length", Char2.class, Char3.class)
            .rows("insert into item (id, content) values (1, 'ab')")
            .converts("item.content")
            .expect("~ column item.content char(2) → char(3)"),
        Case.of("type", "native type added", Plain.class, Inet.class)
            .on(POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .expect("+ column item.content inet"),
        Case.of("type", "native type to another", Length40.class, Jsonb.class)
            .on(POSTGRESQL)
            .rows("insert into item (id, content) values (1, '{}')")
            .converts("item.content")
            .expect("~ column item.content varchar(40) → jsonb"),
        Case.of("type", "collation added", Length40.class, Collated.class)
            .on(POSTGRESQL)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content collation default → C"));
  }

  interface Length40 {
    @Entity
    class Item {
      @Id Long id;

      @Column(length = 40)
      String content;
    }
  }

  interface Length80 {
    @Entity
    class Item {
      @Id Long id;

      @Column(length = 80)
      String content;
    }
  }

  interface Text {
    @Entity
    class Item {
      @Id Long id;

      @Column(length = Length.LONG32)
      String content;
    }
  }

  interface Decimal {
    @Entity
    class Item {
      @Id Long id;

      @Column(precision = 10, scale = 2)
      BigDecimal content;
    }
  }

  interface MorePrecise {
    @Entity
    class Item {
      @Id Long id;

      @Column(precision = 14, scale = 2)
      BigDecimal content;
    }
  }

  interface MoreScale {
    @Entity
    class Item {
      @Id Long id;

      @Column(precision = 14, scale = 4)
      BigDecimal content;
    }
  }

  interface Small {
    @Entity
    class Item {
      @Id Long id;
      Short content;
    }
  }

  interface Int {
    @Entity
    class Item {
      @Id Long id;
      Integer content;
    }
  }

  interface Big {
    @Entity
    class Item {
      @Id Long id;
      Long content;
    }
  }

  interface Single {
    @Entity
    class Item {
      @Id Long id;
      Float content;
    }
  }

  interface Double {
    @Entity
    class Item {
      @Id Long id;
      java.lang.Double content;
    }
  }

  interface Micros {
    @Entity
    class Item {
      @Id Long id;

      @Column(secondPrecision = 6)
      LocalDateTime content;
    }
  }

  interface Millis {
    @Entity
    class Item {
      @Id Long id;

      @Column(secondPrecision = 3)
      LocalDateTime content;
    }
  }

  interface WithZone {
    @Entity
    class Item {
      @Id Long id;

      @Column(secondPrecision = 6)
      OffsetDateTime content;
    }
  }

  interface Day {
    @Entity
    class Item {
      @Id Long id;
      LocalDate content;
    }
  }

  interface Uuid {
    @Entity
    class Item {
      @Id Long id;
      UUID content;
    }
  }

  interface Json {
    @Entity
    class Item {
      @Id Long id;

      @JdbcTypeCode(SqlTypes.JSON)
      Map<String, String> content;
    }
  }

  interface IntArray {
    @Entity
    class Item {
      @Id Long id;
      Integer[] content;
    }
  }

  interface LongArray {
    @Entity
    class Item {
      @Id Long id;
      Long[] content;
    }
  }

  interface Array7 {
    @Entity
    class Item {
      @Id Long id;

      @Array(length = 7)
      Integer[] content;
    }
  }

  interface Array9 {
    @Entity
    class Item {
      @Id Long id;

      @Array(length = 9)
      Integer[] content;
    }
  }

  interface Bytes100 {
    @Entity
    class Item {
      @Id Long id;

      @Column(length = 100)
      byte[] content;
    }
  }

  interface Bytes200 {
    @Entity
    class Item {
      @Id Long id;

      @Column(length = 200)
      byte[] content;
    }
  }

  interface Defined33 {
    @Entity
    class Item {
      @Id Long id;

      @Column(columnDefinition = "varchar(33)")
      String content;
    }
  }

  interface Defined44 {
    @Entity
    class Item {
      @Id Long id;

      @Column(columnDefinition = "varchar(44)")
      String content;
    }
  }

  interface Char2 {
    @Entity
    class Item {
      @Id Long id;

      @JdbcTypeCode(SqlTypes.CHAR)
      @Column(length = 2)
      String content;
    }
  }

  interface Char3 {
    @Entity
    class Item {
      @Id Long id;

      @JdbcTypeCode(SqlTypes.CHAR)
      @Column(length = 3)
      String content;
    }
  }

  interface Plain {
    @Entity
    class Item {
      @Id Long id;
    }
  }

  interface Inet {
    @Entity
    class Item {
      @Id Long id;

      @Column(columnDefinition = "inet")
      String content;
    }
  }

  interface Jsonb {
    @Entity
    class Item {
      @Id Long id;

      @Column(columnDefinition = "jsonb")
      String content;
    }
  }

  interface Collated {
    @Entity
    class Item {
      @Id Long id;

      @Collate("C")
      @Column(length = 40)
      String content;
    }
  }
}
