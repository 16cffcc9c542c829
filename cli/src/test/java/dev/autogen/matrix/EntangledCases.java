package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.stream.Stream;
import org.hibernate.annotations.GeneratedColumn;

/** Changes of one thing that another one holds on to: an index, a computed column, a name. */
final class EntangledCases {

  private static final String MYSQL_ALONE = "names of checks stay as they are";

  private static final String[] OWNED = {
    "insert into person (id) values (3)", "insert into item (id, owner_id) values (1, 3), (2, null)"
  };

  private EntangledCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("index", "of a foreign key, dropped", OwnedIndexed.class, Owned.class)
            .rows(OWNED)
            .expect("- index item.ix_item_owner"),
        Case.of("index", "of a foreign key, descending", OwnedIndexed.class, OwnedDown.class)
            .rows(OWNED)
            .expect("- index item.ix_item_owner", "+ index item.ix_item_owner"),
        Case.of("table", "renamed with a check that grows (hint)", Three.class, ThingFour.class)
            .only(MYSQL_ALONE, MYSQL)
            .rows("insert into item (id, status) values (1, 0)")
            .rename("item=thing")
            .expect(
                "> table item → thing", "- check thing.thing_chk_1", "+ check thing.thing_chk_1"),
        Case.of("generated column", "one of another, dropped", Chain.class, First.class)
            .only("measured with ||", MYSQL, MARIADB)
            .rows("insert into item (id, first) values (1, 'Ada')")
            .expect("- column item.n1", "- column item.n2"),
        Case.of("generated column", "one of another, added", First.class, Chain.class)
            .only("measured with ||", MYSQL, MARIADB)
            .rows("insert into item (id, first) values (1, 'Ada')")
            .expect("+ column item.n1", "+ column item.n2"),
        Case.of("dependents", "column renamed with its index (hint)", Low.class, LowNamed.class)
            .without(H2, "indexes hold columns only")
            .without(MARIADB, "indexes hold columns only")
            .rows("insert into item (id, first) values (1, 'Ada')")
            .rename("item.first=item.given")
            .expect("> column item.first → given"),
        Case.of("dependents", "column longer under a view", Tagged20.class, Tagged30.class)
            .only("views hold no columns elsewhere", POSTGRESQL)
            .byHand("create view item_tags as select id, tag from item")
            .rows("insert into item (id, code) values (1, 'A1')")
            .expect("~ column item.code varchar(20) → varchar(30)"));
  }

  interface Owned {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface OwnedIndexed {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_owner", columnList = "owner_id"))
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
    }
  }

  interface OwnedDown {
    @Entity(name = "Person")
    class Person {
      @Id Long id;
    }

    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_owner", columnList = "owner_id desc"))
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(foreignKey = @ForeignKey(name = "fk_item_owner"))
      Person owner;
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

      @Enumerated(EnumType.ORDINAL)
      Status status;
    }
  }

  interface ThingFour {
    enum Status {
      NEW,
      OPEN,
      DONE,
      LOST
    }

    @Entity(name = "Thing")
    class Thing {
      @Id Long id;

      @Enumerated(EnumType.ORDINAL)
      Status status;
    }
  }

  interface First {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;
    }
  }

  interface Chain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;

      @GeneratedColumn("concat(first, '?')")
      @Column(length = 60)
      String n1;

      @GeneratedColumn("concat(n1, '!')")
      @Column(length = 80)
      String n2;
    }
  }

  interface Low {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_low", columnList = "(lower(first))"))
    class Item {
      @Id Long id;

      @Column(length = 40)
      String first;
    }
  }

  interface LowNamed {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_low", columnList = "(lower(given))"))
    class Item {
      @Id Long id;

      @Column(length = 40)
      String given;
    }
  }

  interface Tagged20 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      String code;

      @GeneratedColumn("code || '!'")
      @Column(length = 40)
      String tag;
    }
  }

  interface Tagged30 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 30)
      String code;

      @GeneratedColumn("code || '!'")
      @Column(length = 40)
      String tag;
    }
  }
}
