package dev.autogen.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.stream.Stream;

/** Foreign keys of several columns, to their own table, and in a cycle. */
final class ForeignKeyShapeCases {

  private ForeignKeyShapeCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("foreign key", "to its own table", NoColumn.class, SelfReference.class)
            .rows("insert into item (id) values (1)")
            .expect("+ column item.parent_id", "+ foreign key item.fk_item_parent"),
        Case.of("foreign key", "composite, added", NoPlace.class, InPlace.class)
            .rows(
                "insert into place (country, code) values (1, 2)",
                "insert into item (id, place_code, place_country) values (1, 2, 1)")
            .expect("+ foreign key item.fk_item_place"),
        Case.of("foreign key", "composite, dropped", InPlace.class, NoPlace.class)
            .rows(
                "insert into place (country, code) values (1, 2)",
                "insert into item (id, place_code, place_country) values (1, 2, 1)")
            .expect("- foreign key item.fk_item_place"),
        Case.of("foreign key", "cycle of two tables added", NoColumn.class, Cycle.class)
            .rows("insert into item (id) values (1)")
            .expect("+ table egg", "+ table hen", "(+ foreign key *)", "(+ foreign key *)"),
        Case.of("foreign key", "cycle of two tables dropped", Cycle.class, NoColumn.class)
            .rows(
                "insert into item (id) values (1)",
                "insert into egg (id) values (1)",
                "insert into hen (id, egg_id) values (1, 1)")
            .expect("- table egg", "- table hen", "(- foreign key *)", "(- foreign key *)"));
  }

  /** The class of a key of two columns. */
  public record PlaceKey(Long country, Long code) implements Serializable {}

  interface NoColumn {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Team")
    class Team {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface SelfReference {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Team")
    class Team {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;
    }
  }

  interface NoPlace {
    @Entity(name = "Place")
    @IdClass(PlaceKey.class)
    class Place {
      @Id Long country;
      @Id Long code;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(name = "place_country")
      Long country;

      @Column(name = "place_code")
      Long code;
    }
  }

  interface InPlace {
    @Entity(name = "Place")
    @IdClass(PlaceKey.class)
    class Place {
      @Id Long country;
      @Id Long code;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumns(
          value = {
            @JoinColumn(name = "place_country", referencedColumnName = "country"),
            @JoinColumn(name = "place_code", referencedColumnName = "code")
          },
          foreignKey = @ForeignKey(name = "fk_item_place"))
      Place place;
    }
  }

  interface Cycle {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Team")
    class Team {
      @Id Long id;
    }

    @Entity(name = "Hen")
    class Hen {
      @Id Long id;
      @ManyToOne Egg egg;
    }

    @Entity(name = "Egg")
    class Egg {
      @Id Long id;
      @ManyToOne Hen hen;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }
}
