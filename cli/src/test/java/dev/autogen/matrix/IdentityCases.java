package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.stream.Stream;

/** Where the numbers of keys come from: identity columns, sequences, tables. */
final class IdentityCases {

  private static final String ROWS = "insert into item (id, name) values (11, 'one'), (12, 'two')";
  private static final String NUMBERED = "insert into item (name) values ('one'), ('two')";

  private IdentityCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("identity", "added", Assigned.class, Identity.class)
            .rows(ROWS)
            .expect("~ column item.id"),
        Case.of("identity", "removed", Identity.class, Assigned.class)
            .rows(NUMBERED)
            .expect("~ column item.id"),
        Case.of("identity", "integer key made bigint", IntIdentity.class, Identity.class)
            .rows(NUMBERED)
            .expect("~ column item.id integer → bigint")
            .expectOn(SQLITE),
        Case.of("identity", "made a sequence", Identity.class, Sequence.class)
            .rows(NUMBERED)
            .expect("~ column item.id", "+ sequence item_seq")
            .expectOn(MYSQL, "~ column item.id", "+ table item_seq")
            .expectOn(SQLITE, "~ column item.id", "+ table item_seq"),
        Case.of("identity", "a sequence made identity", Sequence.class, Identity.class)
            .rows(ROWS)
            .expect("~ column item.id", "- sequence item_seq")
            .expectOn(MYSQL, "~ column item.id", "- table item_seq")
            .expectOn(SQLITE, "~ column item.id", "- table item_seq"),
        Case.of("sequence", "added", Assigned.class, Sequence.class)
            .rows(ROWS)
            .expect("+ sequence item_seq")
            .expectOn(MYSQL, "+ table item_seq")
            .expectOn(SQLITE, "+ table item_seq"),
        Case.of("sequence", "dropped", Sequence.class, Assigned.class)
            .rows(ROWS)
            .expect("- sequence item_seq")
            .expectOn(MYSQL, "- table item_seq")
            .expectOn(SQLITE, "- table item_seq"),
        Case.of("sequence", "increment", By50.class, By20.class)
            .rows(ROWS)
            .expect("~ sequence item_numbers increment 50 → 20")
            .expectOn(MYSQL)
            .expectOn(SQLITE),
        Case.of("sequence", "start", By50.class, From1000.class)
            .rows(ROWS)
            .expect("~ sequence item_numbers start 1 → 1000")
            .expectOn(MYSQL)
            .expectOn(SQLITE),
        Case.of("sequence", "renamed (hint)", By50.class, RenamedSequence.class)
            .rows(ROWS)
            .rename("item_numbers=item_ids")
            .expect("> sequence item_numbers → item_ids")
            .expectOn(MYSQL, "> table item_numbers → item_ids")
            .expectOn(SQLITE, "> table item_numbers → item_ids"),
        Case.of("sequence", "a table as generator", Assigned.class, Table.class)
            .rows(ROWS)
            .expect("+ table item_gen"));
  }

  interface Assigned {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Identity {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Long id;

      String name;
    }
  }

  interface IntIdentity {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      Integer id;

      String name;
    }
  }

  interface Sequence {
    @Entity(name = "Item")
    class Item {
      @Id @GeneratedValue Long id;
      String name;
    }
  }

  interface By50 {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(generator = "n")
      @SequenceGenerator(name = "n", sequenceName = "item_numbers", allocationSize = 50)
      Long id;

      String name;
    }
  }

  interface By20 {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(generator = "n")
      @SequenceGenerator(name = "n", sequenceName = "item_numbers", allocationSize = 20)
      Long id;

      String name;
    }
  }

  interface From1000 {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(generator = "n")
      @SequenceGenerator(
          name = "n",
          sequenceName = "item_numbers",
          allocationSize = 50,
          initialValue = 1000)
      Long id;

      String name;
    }
  }

  interface RenamedSequence {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(generator = "n")
      @SequenceGenerator(name = "n", sequenceName = "item_ids", allocationSize = 50)
      Long id;

      String name;
    }
  }

  interface Table {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.TABLE, generator = "t")
      @TableGenerator(name = "t", table = "item_gen")
      Long id;

      String name;
    }
  }
}
