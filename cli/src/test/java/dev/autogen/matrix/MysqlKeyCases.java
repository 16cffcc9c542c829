package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.stream.Stream;

/** Primary keys that serve foreign keys, which need an index of their own without them. */
final class MysqlKeyCases {

  private static final String SERVING = "foreign keys need no index elsewhere";

  private static final String[] ROWS = {
    "insert into owner (id) values (1)",
    "insert into item (a_owner, code, region) values (1, 2, 3), (1, 3, 3)"
  };

  private MysqlKeyCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("primary key", "over a foreign key, made wider", Two.class, Three.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(ROWS)
            .expect("- primary key item.*", "+ primary key item.*"),
        Case.of("primary key", "over a foreign key, made narrower", Three.class, Two.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(ROWS)
            .expect("- primary key item.*", "+ primary key item.*"),
        Case.of("primary key", "no longer over a foreign key", Two.class, Beside.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(ROWS)
            .expect("- primary key item.*", "+ primary key item.*"),
        Case.of("foreign key", "columns under checks renamed (hint)", Checked.class, Renamed.class)
            .only("elsewhere a check follows by itself", MYSQL)
            .rows("insert into item (id, parent_id) values (1, null), (2, 1)")
            .rename("item.parent_id=item.boss_id")
            .rename("item.id=item.code")
            .expect("> column item.parent_id → boss_id", "> column item.id → code"),
        Case.of("foreign key", "made RESTRICT by hand, columns longer", Short.class, Wide.class)
            .only("elsewhere RESTRICT is another thing than nothing", MYSQL, MARIADB)
            .byHand(
                "alter table item drop foreign key fk_item_owner",
                "alter table item add constraint fk_item_owner foreign key (owner_id)"
                    + " references owner (id) on delete restrict on update restrict")
            .rows(
                "insert into owner (id) values (1)",
                "insert into item (id, owner_id) values (1, 1)")
            .expect("~ column owner.id integer → bigint", "~ column item.owner_id *"));
  }

  /** A key of two columns, the first of which is a reference. */
  public record TwoKey(Long owner, Long code) implements Serializable {}

  /** The same with a column more. */
  public record ThreeKey(Long owner, Long code, Long region) implements Serializable {}

  interface Checked {
    @Entity(name = "Item")
    @Table(
        name = "item",
        check = @CheckConstraint(name = "ck_item", constraint = "parent_id < 9 or id > 9"))
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;
    }
  }

  interface Renamed {
    @Entity(name = "Item")
    @Table(
        name = "item",
        check = @CheckConstraint(name = "ck_item", constraint = "boss_id < 9 or code > 9"))
    class Item {
      @Id
      @Column(name = "code")
      Long id;

      @ManyToOne
      @JoinColumn(name = "boss_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;
    }
  }

  interface Two {
    @Entity(name = "Owner")
    class Owner {
      @Id Long id;
    }

    @Entity(name = "Item")
    @IdClass(TwoKey.class)
    class Item {
      @Id
      @ManyToOne
      @JoinColumn(name = "a_owner", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Owner owner;

      @Id Long code;

      @Column(nullable = false)
      Long region;
    }
  }

  interface Three {
    @Entity(name = "Owner")
    class Owner {
      @Id Long id;
    }

    @Entity(name = "Item")
    @IdClass(ThreeKey.class)
    class Item {
      @Id
      @ManyToOne
      @JoinColumn(name = "a_owner", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Owner owner;

      @Id Long code;
      @Id Long region;
    }
  }

  interface Beside {
    @Entity(name = "Owner")
    class Owner {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @ManyToOne(optional = false)
      @JoinColumn(name = "a_owner", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Owner owner;

      @Id Long code;

      @Column(nullable = false)
      Long region;
    }
  }

  interface Short {
    @Entity(name = "Owner")
    class Owner {
      @Id Integer id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Owner owner;
    }
  }

  interface Wide {
    @Entity(name = "Owner")
    class Owner {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
      Owner owner;
    }
  }
}
