package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.stream.Stream;

/** What an entity tells the engine of its table, in the engine's own words. */
final class TableOptionCases {

  private static final String ROWS = "insert into item (id, content) values (1, 'one')";
  private static final String OWN = "the words of the case are another engine's";

  private TableOptionCases() {}

  static Stream<Case> all() {
    return Stream.of(
        of("storage parameters added", Plain.class, Filled70.class).only(OWN, POSTGRESQL),
        of("storage parameters, one changed and one gone", Filled70.class, Filled80.class)
            .only(OWN, POSTGRESQL),
        of("engine, characters and row format added", Plain.class, Latin.class)
            .only(OWN, MYSQL, MARIADB)
            .expect("~ table item", "~ comment item of items"),
        of("another collation, row format gone", Latin.class, Binary.class)
            .only(OWN, MYSQL, MARIADB)
            .expect("~ table item", "~ comment item removed"),
        of("STRICT added", Plain.class, Strict.class)
            .only(OWN, SQLITE)
            .expect(
                "~ table item",
                "~ column item.id bigint → integer",
                "~ column item.content varchar(40) → text"),
        of("WITHOUT ROWID gone", WithoutRowid.class, Plain.class).only(OWN, SQLITE));
  }

  private static Case of(String name, Class<?> before, Class<?> after) {
    return Case.of("table options", name, before, after).rows(ROWS).expect("~ table item");
  }

  interface Plain {
    @Entity(name = "Item")
    @Table(name = "item")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }

  interface Filled70 {
    @Entity(name = "Item")
    @Table(name = "item", options = "WITH (fillfactor=70, autovacuum_enabled=off)")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }

  interface Filled80 {
    @Entity(name = "Item")
    @Table(name = "item", options = "with (FILLFACTOR = 80) tablespace pg_default")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }

  interface Latin {
    @Entity(name = "Item")
    @Table(
        name = "item",
        options =
            "ENGINE = InnoDB DEFAULT CHARSET=latin1, ROW_FORMAT=COMPACT AUTO_INCREMENT=7"
                + " COMMENT='of items'")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }

  interface Binary {
    @Entity(name = "Item")
    @Table(name = "item", options = "character set utf8mb4 collate utf8mb4_bin")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }

  interface Strict {
    @Entity(name = "Item")
    @Table(name = "item", options = "strict")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }

  interface WithoutRowid {
    @Entity(name = "Item")
    @Table(name = "item", options = "WITHOUT ROWID")
    class Item {
      @Id Long id;

      @jakarta.persistence.Column(length = 40)
      String content;
    }
  }
}
