package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.stream.Stream;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.GeneratedColumn;

/** Columns that are called as a type is, and what mappings say in words of SQL. */
final class WordCases {

  private static final String ROWS = "insert into item (id, text) values (1, 'One'), (2, null)";

  private WordCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("dependents", "column called text longer", Text20.class, Text40.class)
            .rows(ROWS)
            .expect("~ column item.text varchar(20) → varchar(40)"),
        Case.of("dependents", "collation under a computed column", Text20.class, Collated.class)
            .only("the collation of the case is PostgreSQL's", POSTGRESQL)
            .rows(ROWS)
            .expect("~ column item.text"),
        Case.of("default", "stated among a column's options", Plain.class, Options.class)
            .rows("insert into item (id, stock) values (1, 3)")
            .expect("~ column item.stock"),
        Case.of("identity", "added to a key with a comment", Commented.class, Numbered.class)
            .rows("insert into item (id) values (1), (2)")
            .expect("~ column item.id"),
        Case.of("sequence", "options", By50.class, Cached.class)
            .only("Hibernate's own DDL for it does not run", POSTGRESQL, H2)
            .expect("~ sequence item_numbers cache 1 → 20 maxvalue none → 9000 cycle false → true"),
        Case.of("sequence", "options taken out", Cached.class, By50.class)
            .only("Hibernate's own DDL for it does not run", POSTGRESQL, H2)
            .expect(
                "~ sequence item_numbers cache 20 → 1 maxvalue 9000 → none cycle true → false"));
  }

  interface Text20 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      String text;

      @GeneratedColumn("lower(text)")
      @Column(length = 90)
      String tag;
    }
  }

  interface Text40 {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 40)
      String text;

      @GeneratedColumn("lower(text)")
      @Column(length = 90)
      String tag;
    }
  }

  interface Collated {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      @Collate("C")
      String text;

      @GeneratedColumn("lower(text)")
      @Column(length = 90)
      String tag;
    }
  }

  interface Plain {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      Integer stock;
    }
  }

  interface Options {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(options = "default 7")
      Integer stock;
    }
  }

  interface Commented {
    @Entity(name = "Item")
    class Item {
      @Id
      @Column(comment = "what it is called by")
      Long id;
    }
  }

  interface Numbered {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(strategy = GenerationType.IDENTITY)
      @Column(comment = "what it is called by")
      Long id;
    }
  }

  interface By50 {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(generator = "n")
      @SequenceGenerator(name = "n", sequenceName = "item_numbers", allocationSize = 50)
      Long id;
    }
  }

  interface Cached {
    @Entity(name = "Item")
    class Item {
      @Id
      @GeneratedValue(generator = "n")
      @SequenceGenerator(
          name = "n",
          sequenceName = "item_numbers",
          allocationSize = 50,
          options = "cache 20 maxvalue 9000 cycle")
      Long id;
    }
  }
}
