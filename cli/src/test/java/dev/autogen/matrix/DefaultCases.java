package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.POSTGRESQL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

/** Defaults, and columns that the database computes. */
final class DefaultCases {

  private static final String ROWS = "insert into item (id, name) values (1, 'one')";

  static final String NO_BARS = "|| is an \"or\": measured with a function, below";

  private DefaultCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("default", "literal added", None.class, Light.class)
            .rows(ROWS)
            .expect("~ column item.name default none → 'light'"),
        Case.of("default", "literal changed", Light.class, Dark.class)
            .rows(ROWS)
            .expect("~ column item.name default 'light'* → 'dark'*"),
        Case.of("default", "literal with quotes", Light.class, Quoted.class)
            .rows(ROWS)
            .expect("~ column item.name"),
        Case.of("default", "dropped", Light.class, None.class)
            .rows(ROWS)
            .expect("~ column item.name default 'light'* → none"),
        Case.of("default", "number changed", Zero.class, One.class)
            .rows("insert into item (id, stock) values (1, 5)")
            .expect("~ column item.stock default 0 → 1"),
        Case.of("default", "boolean changed", True.class, False.class)
            .rows("insert into item (id, active) values (1, true)")
            .expect("~ column item.active"),
        Case.of("default", "function added", Time.class, Now.class)
            .rows("insert into item (id) values (1)")
            .expect("~ column item.at"),
        Case.of("default", "expression that is equal today", CurrentUser.class, SessionUser.class)
            .only("a user is no default", POSTGRESQL, H2)
            .rows(ROWS)
            .expect("~ column item.name"),
        Case.of("default", "json", Json.class, JsonDefault.class)
            .only("jsonb is PostgreSQL's", POSTGRESQL)
            .rows("insert into item (id) values (1)")
            .expect("~ column item.data"),
        Case.of("default", "changed together with the type", TextFive.class, NumberSix.class)
            .rows("insert into item (id, stock) values (1, '3')")
            .expect("~ column item.stock"),
        Case.of("generated column", "added", Names.class, FullName.class)
            .without(MYSQL, NO_BARS)
            .without(MARIADB, NO_BARS)
            .rows("insert into item (id, first, last) values (1, 'Ada', 'L')")
            .expect("+ column item.whole"),
        Case.of("generated column", "dropped", FullName.class, Names.class)
            .without(MYSQL, NO_BARS)
            .without(MARIADB, NO_BARS)
            .rows("insert into item (id, first, last) values (1, 'Ada', 'L')")
            .expect("- column item.whole"),
        Case.of("generated column", "expression changed", FullName.class, ListName.class)
            .without(MYSQL, NO_BARS)
            .without(MARIADB, NO_BARS)
            .rows("insert into item (id, first, last) values (1, 'Ada', 'L')")
            .converts("item.whole")
            .expect("~ column item.whole"),
        Case.of("generated column", "made plain", FullName.class, PlainName.class)
            .without(MYSQL, NO_BARS)
            .without(MARIADB, NO_BARS)
            .rows("insert into item (id, first, last) values (1, 'Ada', 'L')")
            .converts("item.whole")
            .expect("~ column item.whole"),
        Case.of("generated column", "plain made generated", PlainName.class, FullName.class)
            .without(MYSQL, NO_BARS)
            .without(MARIADB, NO_BARS)
            .rows("insert into item (id, first, last) values (1, 'Ada', 'L')")
            .converts("item.whole")
            .expect("~ column item.whole"));
  }

  interface None {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface Light {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("'light'")
      String name;
    }
  }

  interface Dark {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("'dark'")
      String name;
    }
  }

  interface Quoted {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("'it''s \"$1\"'")
      String name;
    }
  }

  interface Zero {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("0")
      int stock;
    }
  }

  interface One {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("1")
      int stock;
    }
  }

  interface True {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("true")
      boolean active;
    }
  }

  interface False {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("false")
      boolean active;
    }
  }

  interface Time {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(secondPrecision = 0)
      LocalDateTime at;
    }
  }

  interface Now {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(secondPrecision = 0)
      @ColumnDefault("current_timestamp")
      LocalDateTime at;
    }
  }

  interface CurrentUser {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("current_user")
      String name;
    }
  }

  interface SessionUser {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("session_user")
      String name;
    }
  }

  interface Json {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "jsonb")
      String data;
    }
  }

  interface JsonDefault {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(columnDefinition = "jsonb")
      @ColumnDefault("'{}'")
      String data;
    }
  }

  interface TextFive {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @Column(length = 20)
      @ColumnDefault("'5'")
      String stock;
    }
  }

  interface NumberSix {
    @Entity(name = "Item")
    class Item {
      @Id Long id;

      @ColumnDefault("6")
      Integer stock;
    }
  }

  interface Names {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String first;
      String last;
    }
  }

  interface FullName {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String first;
      String last;

      @GeneratedColumn("first || ' ' || last")
      String whole;
    }
  }

  interface ListName {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String first;
      String last;

      @GeneratedColumn("last || ', ' || first")
      String whole;
    }
  }

  interface PlainName {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String first;
      String last;
      String whole;
    }
  }
}
