package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.hibernate.annotations.Struct;

/** Composite types: they are there before the first column of them, and go with the downgrade. */
final class StructCases {

  private StructCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("mapping", "a struct in a struct, added", Plain.class, Structured.class)
            .only("Hibernate has composite types for no other engine here", POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .expect("+ column item.home place", "+ table shop"));
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface Structured {
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
