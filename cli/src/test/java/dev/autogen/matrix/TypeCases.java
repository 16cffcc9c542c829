package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Length;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One column's type made another kind of type, over rows that fit both. */
final class TypeCases {

  private static final String TIME_AS_TEXT =
      "insert into item (id, content) values (1, '2026-01-02 03:04:05')";
  private static final String JSON_ARRAY = "insert into item (id, content) values (1, '[1, 2]')";
  private static final String TIME =
      "insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05')";

  private TypeCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("type", "varchar to text", Length40.class, Text.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content varchar(40) → *"),
        Case.of("type", "text to varchar", Text.class, Length40.class)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content * → varchar(40)"),
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
            .expect("~ column item.content * → double precision")
            .expectOn(SQLITE),
        Case.of("type", "timestamp with time zone", Micros.class, WithZone.class)
            .rows("insert into item (id, content) values (1, timestamp '2026-01-02 03:04:05')")
            .rowsOn(SQLITE, TIME_AS_TEXT)
            .converts("item.content")
            .expect("~ column item.content timestamp(6) → timestamp(6) with time zone")
            .expectOn(MYSQL)
            .expectOn(MARIADB)
            .expectOn(SQLITE),
        Case.of("type", "timestamp without time zone", WithZone.class, Micros.class)
            .rows(
                "insert into item (id, content) values (1, timestamp with time zone '2026-01-02 03:04:05+00')")
            .converts("item.content")
            .expect("~ column item.content timestamp(6) with time zone → timestamp(6)")
            .rowsOn(MYSQL, TIME)
            .rowsOn(SQLITE, TIME_AS_TEXT)
            .rowsOn(MARIADB, TIME)
            .expectOn(MYSQL)
            .expectOn(MARIADB)
            .expectOn(SQLITE),
        Case.of("type", "date to timestamp", Day.class, Micros.class)
            .rows("insert into item (id, content) values (1, date '2026-01-02')")
            .rowsOn(SQLITE, "insert into item (id, content) values (1, '2026-01-02')")
            .converts("item.content")
            .expect("~ column item.content date → timestamp(6)")
            .expectOn(MYSQL, "~ column item.content date → datetime(6)")
            .expectOn(MARIADB, "~ column item.content date → datetime(6)")
            .expectOn(SQLITE, "~ column item.content date → timestamp"),
        Case.of("type", "varchar to integer (cast)", Length40.class, Int.class)
            .rows("insert into item (id, content) values (1, '12'), (2, null)")
            .expect("~ column item.content varchar(40) → integer"),
        Case.of("type", "integer to varchar", Int.class, Length40.class)
            .rows("insert into item (id, content) values (1, 12), (2, null)")
            .expect("~ column item.content integer → varchar(40)"),
        Case.of("type", "varchar to uuid (cast)", Length40.class, Uuid.class)
            .rows(
                "insert into item (id, content) values (1, '123e4567-e89b-12d3-a456-426614174000')")
            .expect("~ column item.content varchar(40) → uuid")
            .expectOn(MYSQL, "~ column item.content varchar(40) → binary(16)")
            .convertsOn(MYSQL, "item.content")
            .expectOn(SQLITE, "~ column item.content varchar(40) → blob"),
        Case.of("type", "varchar to json (cast)", Length40.class, Json.class)
            .rows("insert into item (id, content) values (1, '{}')")
            .converts("item.content")
            .expect("~ column item.content varchar(40) → *"),
        Case.of("type", "array of integer to array of bigint", IntArray.class, LongArray.class)
            .rows("insert into item (id, content) values (1, array[1, 2])")
            .rowsOn(MYSQL, JSON_ARRAY)
            .rowsOn(MARIADB, JSON_ARRAY)
            .rowsOn(SQLITE, JSON_ARRAY)
            .expect("~ column item.content *")
            .expectOn(MYSQL)
            .expectOn(MARIADB)
            .expectOn(SQLITE),
        Case.of("type", "native type added", Plain.class, Inet.class)
            .only("inet is PostgreSQL\'s", POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .expect("+ column item.content inet"),
        Case.of("type", "native type to another", Length40.class, Jsonb.class)
            .only("jsonb is PostgreSQL\'s", POSTGRESQL)
            .rows("insert into item (id, content) values (1, '{}')")
            .converts("item.content")
            .expect("~ column item.content varchar(40) → jsonb"),
        Case.of("type", "collation added", Length40.class, Collated.class)
            .only("the collation of the case is PostgreSQL\'s", POSTGRESQL)
            .rows("insert into item (id, content) values (1, 'one'), (2, null)")
            .expect("~ column item.content collation default → C"));
  }

  interface Length40 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String content;
    }
  }

  interface Text {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = Length.LONG32)
      String content;
    }
  }

  interface Small {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Short content;
    }
  }

  interface Int {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Integer content;
    }
  }

  interface Big {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Long content;
    }
  }

  interface Single {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Float content;
    }
  }

  interface Double {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      java.lang.Double content;
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

  interface WithZone {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(secondPrecision = 6)
      OffsetDateTime content;
    }
  }

  interface Day {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      LocalDate content;
    }
  }

  interface Uuid {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      UUID content;
    }
  }

  interface Json {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @JdbcTypeCode(SqlTypes.JSON)
      Map<String, String> content;
    }
  }

  interface IntArray {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Integer[] content;
    }
  }

  interface LongArray {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Long[] content;
    }
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface Inet {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "inet")
      String content;
    }
  }

  interface Jsonb {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "jsonb")
      String content;
    }
  }

  interface Collated {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Collate("C")
      @Column(length = 40)
      String content;
    }
  }
}
