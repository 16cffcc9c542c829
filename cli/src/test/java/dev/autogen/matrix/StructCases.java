package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

/** Composite types: they are there before the first column of them, and go with the downgrade. */
final class StructCases {

  private StructCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("mapping", "a struct in a struct, added", Plain.class, Structured.class)
            .only("Hibernate has composite types for no other engine here", POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .expect("+ enum type sort", "+ column item.home place", "+ table shop"));
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface Structured {
    enum Sort {
      HOUSE,
      HARBOUR
    }

    @Embeddable
    @Struct(name = "spot")
    class Spot {
      @Column(precision = 9, scale = 6)
      BigDecimal latitude;

      @Column(precision = 9, scale = 6)
      BigDecimal longitude;
    }

    @Embeddable
    @Struct(name = "place")
    class Place {
      @Column(length = 20)
      String city;

      @Enumerated
      @JdbcTypeCode(SqlTypes.NAMED_ENUM)
      Sort sort;

      Spot spot;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Place home;
    }

    @Entity(name = "Shop")
    class Shop {
      @Id Long id;
      Place place;
    }
  }
}
