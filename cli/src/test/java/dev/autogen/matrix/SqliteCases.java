package dev.autogen.matrix;

import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.stream.Stream;
import org.hibernate.annotations.Collate;

/** What a table of SQLite keeps when a change builds it anew, and what only SQLite has. */
final class SqliteCases {

  private static final String REBUILT = "elsewhere a table is altered in its place";

  private static final String LONGER = "~ column item.content varchar(40) → varchar(80)";

  private static final String[] ROWS = {
    "insert into item (id, content) values (1, 'one'), (2, 'Two'), (3, null)"
  };

  private SqliteCases() {}

  static Stream<Case> all() {
    return Stream.of(
        rebuilt("a trigger kept")
            .byHand(
                "create trigger tr_item after update on item begin"
                    + " update item set content = upper(content) where id < 0; end"),
        rebuilt("a view kept")
            .byHand("create view item_names as select id, content from item where id > 0"),
        rebuilt("an index with COLLATE, DESC and WHERE kept")
            .byHand(
                "create index ix_hand on item (content collate nocase desc, id)"
                    + " where content is not null"),
        rebuilt("an index of an expression kept")
            .byHand("create unique index ux_hand on item (lower(content))"),
        Case.of("rebuild", "STRICT kept", Plain.class, Required.class)
            .only(REBUILT, SQLITE)
            .byHand(
                "pragma writable_schema = on",
                "update sqlite_master set sql = sql || ' strict' where name = 'item'",
                "pragma writable_schema = reset")
            .rows("insert into item (id, content) values (1, 'one')")
            .expect("~ column item.content null → not null"),
        Case.of("rebuild", "AUTOINCREMENT kept", Numbered40.class, Numbered80.class)
            .only(REBUILT, SQLITE)
            .rows(
                "insert into item (content) values ('one'), ('two'), ('three')",
                "delete from item where content = 'three'")
            .expect(LONGER),
        Case.of("type", "collation of SQLite added", Length40.class, NoCase.class)
            .only("the collation of the case is SQLite's", SQLITE)
            .rows(ROWS)
            .expect("~ column item.content collation *"),
        Case.of("type", "collation of SQLite dropped", NoCase.class, Length40.class)
            .only("the collation of the case is SQLite's", SQLITE)
            .rows(ROWS)
            .expect("~ column item.content collation *"));
  }

  private static Case rebuilt(String name) {
    return Case.of("rebuild", name, Length40.class, Length80.class)
        .only(REBUILT, SQLITE)
        .rows(ROWS)
        .expect(LONGER);
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

  interface Numbered40 {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      @Column(length = 40)
      String content;
    }
  }

  interface Numbered80 {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      @Column(length = 80)
      String content;
    }
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id
      @Column(columnDefinition = "integer")
      Long id;

      @Column(columnDefinition = "text")
      String content;
    }
  }

  interface Required {
    @Entity(name = "Item")
    class Item {
      @Id
      @Column(columnDefinition = "integer")
      Long id;

      @Column(columnDefinition = "text", nullable = false)
      String content;
    }
  }

  interface NoCase {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      @Collate("nocase")
      String content;
    }
  }
}
