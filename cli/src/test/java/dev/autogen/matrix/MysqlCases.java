package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/** What only MySQL and MariaDB have, or have to be asked for in their own way. */
final class MysqlCases {

  private static final String LABELS = "types that list their labels are MySQL's";
  private static final String OWN = "the type is MySQL's";
  private static final String RESTATED = "elsewhere a column is changed without being defined anew";
  private static final String SERVING = "foreign keys need no index elsewhere";

  private static final String STATUS =
      "insert into item (id, status) values (1, 'NEW'), (2, 'DONE')";
  private static final String CONTENT = "insert into item (id, content) values (1, 7), (2, null)";
  private static final String CHILDREN =
      "insert into item (id, parent_id, name) values (1, null, 'a'), (2, 1, 'b')";

  private MysqlCases() {}

  static Stream<Case> all() {
    return Stream.of(enums(), types(), restated(), indexes()).flatMap(cases -> cases);
  }

  private static Stream<Case> enums() {
    return Stream.of(
        Case.of("enum column", "added", NoStatus.class, Status2.class)
            .only(LABELS, MYSQL, MARIADB)
            .rows("insert into item (id) values (1)")
            .expect("+ column item.status"),
        Case.of("enum column", "value added", Status2.class, Status3.class)
            .only(LABELS, MYSQL, MARIADB)
            .rows(STATUS)
            .expect("~ column item.status enum('DONE','NEW') → enum('DONE','NEW','OPEN')"),
        Case.of("enum column", "value added before others", Status2.class, StatusFirst.class)
            .only(LABELS, MYSQL, MARIADB)
            .rows(STATUS)
            .expect("~ column item.status enum('DONE','NEW') → enum('AWAY','DONE','NEW')"),
        Case.of("enum column", "value removed, no row holds it", Status3.class, Status2.class)
            .only(LABELS, MYSQL, MARIADB)
            .rows(STATUS)
            .expect("~ column item.status"),
        Case.of("enum column", "values in another order", Ordered.class, Turned.class)
            .only(LABELS, MYSQL, MARIADB)
            .rows(STATUS)
            .expect("~ column item.status"),
        Case.of("enum column", "made text", Ordered.class, Text.class)
            .only(LABELS, MYSQL, MARIADB)
            .rows(STATUS)
            .expect("~ column item.status"));
  }

  private static Stream<Case> types() {
    return Stream.of(
        Case.of("type", "unsigned", Signed.class, Unsigned.class)
            .only(OWN, MYSQL, MARIADB)
            .rows(CONTENT)
            .expect("~ column item.content integer → integer unsigned"),
        Case.of("type", "unsigned, longer", Unsigned.class, UnsignedLong.class)
            .only(OWN, MYSQL, MARIADB)
            .rows(CONTENT)
            .expect("~ column item.content integer unsigned → bigint unsigned"),
        Case.of("type", "of a numbered key and what refers to it", Small.class, Great.class)
            .only("elsewhere it is two cases", MYSQL, MARIADB)
            .rows(
                "insert into item (id, name) values (1, 'a')",
                "insert into part (id, item_id) values (1, 1)")
            .expect("~ column item.id integer → bigint", "~ column part.item_id integer → bigint"),
        Case.of("default", "time of the last update", Seen.class, SeenOnUpdate.class)
            .only("columns have no ON UPDATE", MYSQL, MARIADB)
            .rows("insert into item (id, seen) values (1, '2026-01-02 03:04:05')")
            .expect("~ column item.seen default *"));
  }

  private static Stream<Case> restated() {
    return Stream.of(
        Case.of("type", "character set set by hand, column longer", Length40.class, Length80.class)
            .only(RESTATED, MYSQL, MARIADB)
            .byHand("alter table item convert to character set latin1 collate latin1_german1_ci")
            .rows("insert into item (id, content) values (1, 'one')")
            .expect("~ column item.content varchar(40) → varchar(80)"),
        Case.of("type", "column hidden by hand, column longer", Length40.class, Length80.class)
            .only(RESTATED, MYSQL)
            .byHand("alter table item alter column content set invisible")
            .rows("insert into item (id, content) values (1, 'one')")
            .expect("~ column item.content varchar(40) → varchar(80)"),
        Case.of("type", "default set by hand, column longer", Length40.class, Length80.class)
            .only(RESTATED, MYSQL, MARIADB)
            .byHand("alter table item alter column content set default 'it''s'")
            .rows("insert into item (id, content) values (1, 'one')")
            .expect("~ column item.content varchar(40) → varchar(80)"));
  }

  private static Stream<Case> indexes() {
    return Stream.of(
        Case.of("index", "over a foreign key, added", Child.class, ChildIndexed.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(CHILDREN)
            .expect("+ index item.ix_item_parent"),
        Case.of("index", "over a foreign key, dropped", ChildIndexed.class, Child.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(CHILDREN)
            .expect("- index item.ix_item_parent"),
        Case.of("index", "over a foreign key, made wider", ChildIndexed.class, ChildWider.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(CHILDREN)
            .expect("* index item.ix_item_parent*", "* index item.ix_item_parent*"),
        Case.of("foreign key", "dropped with its index", ChildIndexed.class, Loose.class)
            .only(SERVING, MYSQL, MARIADB)
            .rows(CHILDREN)
            .expect("- foreign key item.fk_item_parent", "- index item.ix_item_parent"),
        Case.of("index", "of a prefix made by hand, column longer", Length40.class, Length80.class)
            .only("indexes look at whole values", MYSQL, MARIADB)
            .byHand("create index ix_hand on item (content(10))")
            .rows("insert into item (id, content) values (1, 'one')")
            .expect("~ column item.content varchar(40) → varchar(80)"));
  }

  interface NoStatus {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
    }
  }

  interface Status2 {
    enum Status {
      NEW,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      Status status;
    }
  }

  interface Status3 {
    enum Status {
      NEW,
      OPEN,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      Status status;
    }
  }

  interface StatusFirst {
    enum Status {
      AWAY,
      NEW,
      DONE
    }

    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Enumerated(EnumType.STRING)
      Status status;
    }
  }

  interface Ordered {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "enum('NEW','DONE')")
      String status;
    }
  }

  interface Turned {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "enum('DONE','NEW')")
      String status;
    }
  }

  interface Text {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      String status;
    }
  }

  interface Signed {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Integer content;
    }
  }

  interface Unsigned {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "int unsigned")
      Integer content;
    }
  }

  interface UnsignedLong {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "bigint unsigned")
      Long content;
    }
  }

  interface Small {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Integer id;

      String name;
    }

    @Entity(name = "Part")
    class Part {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "item_id", foreignKey = @ForeignKey(name = "fk_part_item"))
      Item item;
    }
  }

  interface Great {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      String name;
    }

    @Entity(name = "Part")
    class Part {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "item_id", foreignKey = @ForeignKey(name = "fk_part_item"))
      Item item;
    }
  }

  interface Seen {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "datetime(6)")
      LocalDateTime seen;
    }
  }

  interface SeenOnUpdate {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(
          columnDefinition =
              "datetime(6) default current_timestamp(6) on update current_timestamp(6)")
      LocalDateTime seen;
    }
  }

  interface Length40 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String content;
    }
  }

  interface Length80 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 80)
      String content;
    }
  }

  interface Child {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;

      String name;
    }
  }

  interface ChildIndexed {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_parent", columnList = "parent_id"))
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;

      String name;
    }
  }

  interface ChildWider {
    @Entity(name = "Item")
    @Table(indexes = @Index(name = "ix_item_parent", columnList = "parent_id, name"))
    class Item {
      @Id Long id;

      @ManyToOne
      @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_item_parent"))
      Item parent;

      String name;
    }
  }

  interface Loose {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(name = "parent_id")
      Long parent;

      String name;
    }
  }
}
