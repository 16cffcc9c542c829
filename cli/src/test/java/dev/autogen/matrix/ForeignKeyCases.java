package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Foreign keys, by themselves and with their column. */
final class ForeignKeyCases {

  private static final String[] ROWS = {
    "insert into person (id) values (1), (2)",
    "insert into team (id) values (1), (2)",
    "insert into item (id, owner_id) values (1, 1), (2, 2), (3, null)"
  };

  private ForeignKeyCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("foreign key", "added on a column", NoKey.class, Named.class)
            .rows(ROWS)
            .expect("+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "dropped", Named.class, NoKey.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner"),
        Case.of("foreign key", "unnamed, added", NoKey.class, Unnamed.class)
            .rows(ROWS)
            .expect("+ foreign key item.*"),
        Case.of("foreign key", "unnamed, dropped", Unnamed.class, NoKey.class)
            .rows(ROWS)
            .expect("- foreign key item.*"),
        Case.of("foreign key", "with its column", NoColumn.class, Unnamed.class)
            .rows("insert into item (id) values (1)")
            .expect("+ column item.owner_id", "+ foreign key item.*"),
        Case.of("foreign key", "another target", Named.class, ToTeam.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "renamed (hint)", Named.class, Renamed.class)
            .rows(ROWS)
            .rename("fk_item_owner=fk_item_person")
            .expect("> constraint item.fk_item_owner → fk_item_person"),
        Case.of("foreign key", "ON DELETE CASCADE added", Named.class, Cascading.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "ON DELETE CASCADE removed", Cascading.class, Named.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "ON DELETE SET NULL", Named.class, SettingNull.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "deferrable", Named.class, Deferrable.class)
            .on(POSTGRESQL)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "ON UPDATE, by its definition", Named.class, Defined.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
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

  interface NoColumn {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;
    }
  }

  interface NoKey {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @Column(name = "owner_id")
      Long ownerId;
    }
  }

  interface Named {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface Unnamed {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "owner_id")
      Person owner;
    }
  }

  interface ToTeam {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Team owner;
    }
  }

  interface Renamed {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_person"))
      Person owner;
    }
  }

  interface Cascading {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @OnDelete(action = OnDeleteAction.CASCADE)
      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface SettingNull {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @OnDelete(action = OnDeleteAction.SET_NULL)
      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface Deferrable {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(
          name = "owner_id",
          foreignKey =
              @ForeignKey(name = "fk_item_owner", options = "deferrable initially deferred"))
      Person owner;
    }
  }

  interface Defined {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(
          name = "owner_id",
          foreignKey =
              @ForeignKey(
                  name = "fk_item_owner",
                  foreignKeyDefinition =
                      "foreign key (owner_id) references person (id) on update cascade"))
      Person owner;
    }
  }

  interface SelfReference {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;
    }
  }

  /** The class of a key of two columns. */
  public record PlaceKey(Long country, Long code) implements Serializable {}

  interface NoPlace {
    @Entity
    @IdClass(PlaceKey.class)
    class Place {
      @Id Long country;
      @Id Long code;
    }

    @Entity
    class Item {
      @Id Long id;

      @Column(name = "place_country")
      Long country;

      @Column(name = "place_code")
      Long code;
    }
  }

  interface InPlace {
    @Entity
    @IdClass(PlaceKey.class)
    class Place {
      @Id Long country;
      @Id Long code;
    }

    @Entity
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(
          name = "place_country",
          referencedColumnName = "country",
          foreignKey = @ForeignKey(name = "fk_item_place"))
      @JoinColumn(name = "place_code", referencedColumnName = "code")
      Place place;
    }
  }

  interface Cycle {
    @Entity
    class Person {
      @Id Long id;
    }

    @Entity
    class Team {
      @Id Long id;
    }

    @Entity
    class Hen {
      @Id Long id;
      @ManyToOne Egg egg;
    }

    @Entity
    class Egg {
      @Id Long id;
      @ManyToOne Hen hen;
    }

    @Entity
    class Item {
      @Id Long id;
    }
  }
}
