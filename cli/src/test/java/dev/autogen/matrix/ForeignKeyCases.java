package dev.autogen.matrix;

import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A foreign key of one column: added, dropped, changed. */
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
            .only("foreign keys are checked at once", POSTGRESQL, SQLITE)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"),
        Case.of("foreign key", "ON UPDATE, by its definition", Named.class, Defined.class)
            .rows(ROWS)
            .expect("- foreign key item.fk_item_owner", "+ foreign key item.fk_item_owner"));
  }

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

  interface NoKey {
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

      @Column(name = "owner_id")
      Long ownerId;
    }
  }

  interface Named {
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
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface Unnamed {
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
      @JoinColumn(name = "owner_id")
      Person owner;
    }
  }

  interface ToTeam {
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
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Team owner;
    }
  }

  interface Renamed {
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
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_person"))
      Person owner;
    }
  }

  interface Cascading {
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

      @OnDelete(action = OnDeleteAction.CASCADE)
      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface SettingNull {
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

      @OnDelete(action = OnDeleteAction.SET_NULL)
      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface Deferrable {
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
      @JoinColumn(
          name = "owner_id",
          foreignKey =
              @ForeignKey(name = "fk_item_owner", options = "deferrable initially deferred"))
      Person owner;
    }
  }

  interface Defined {
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
}
