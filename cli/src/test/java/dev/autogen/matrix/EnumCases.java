package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Named enum types. */
final class EnumCases {

  private static final String STATUS =
      "insert into item (id, status) values (1, 'NEW'), (2, 'DONE')";

  static final String NAMED = "enum types with a name are PostgreSQL's";

  private EnumCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("enum type", "added with its column", None.class, Three.class)
            .only(NAMED, POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .expect("+ enum type status", "+ column item.status"),
        Case.of("enum type", "dropped with its last column", Three.class, None.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .expect("- enum type status", "- column item.status"),
        Case.of("enum type", "value added at the end", Three.class, AtEnd.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .expect("~ enum type status"),
        Case.of("enum type", "value added in the middle", Three.class, InMiddle.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .expect("~ enum type status"),
        Case.of("enum type", "value removed, no row holds it", InMiddle.class, Three.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .expect("~ enum type status"),
        Case.of("enum type", "value renamed (hint)", Three.class, Renamed.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .rename("item.status.NEW=item.status.FRESH")
            .converts("item.status")
            .expect("> enum label status.NEW → FRESH"),
        Case.of("enum type", "shared by two tables, value added", Shared.class, SharedMore.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .expect("~ enum type status"),
        Case.of("enum type", "shared, one use dropped", Shared.class, SharedOnce.class)
            .only(NAMED, POSTGRESQL)
            .rows(STATUS)
            .expect("- column parcel.status"));
  }

  interface None {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface Three {
    enum Status {
      NEW,
      OPEN,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface AtEnd {
    enum Status {
      NEW,
      OPEN,
      DONE,
      VOID
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface InMiddle {
    enum Status {
      NEW,
      OPEN,
      HELD,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface Renamed {
    enum Status {
      FRESH,
      OPEN,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface Shared {
    enum Status {
      NEW,
      OPEN,
      DONE
    }

    @Entity(name = "Parcel")
    class Parcel {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface SharedMore {
    enum Status {
      NEW,
      OPEN,
      DONE,
      VOID
    }

    @Entity(name = "Parcel")
    class Parcel {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }

  interface SharedOnce {
    enum Status {
      NEW,
      OPEN,
      DONE
    }

    @Entity(name = "Parcel")
    class Parcel {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Status status;
    }
  }
}
