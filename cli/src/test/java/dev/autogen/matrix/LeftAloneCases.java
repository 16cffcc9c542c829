package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;
import static dev.autogen.testing.Engine.POSTGRESQL;
import static dev.autogen.testing.Engine.SQLITE;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.stream.Stream;

/** What no entity ever declared: named in a note at most, never proposed for DROP. */
final class LeftAloneCases {

  private static final String ROWS = "insert into item (id, name) values (1, 'one')";

  private static final String RANGES =
      "create table log (id bigint, day date) partition by range columns (day)"
          + " (partition log_2026 values less than ('2027-01-01'))";

  private LeftAloneCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("left alone", "a table made by hand", One.class, More.class)
            .byHand("create table audit_log (id bigint primary key, what varchar(20))")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "a column made by hand", One.class, More.class)
            .byHand("alter table item add column legacy varchar(20)")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "an index made by hand", One.class, More.class)
            .byHand("create index ix_hand on item (name, id desc)")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "a default made by hand", One.class, More.class)
            .without(SQLITE, "a default is not altered: the table is made anew")
            .byHand("alter table item alter column name set default 'none'")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "a view", One.class, More.class)
            .byHand("create view item_names as select name from item")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "a check made by hand", One.class, More.class)
            .byHand("alter table item add constraint ck_hand check (name <> '')")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of(
                "left alone",
                "an index with INCLUDE, WHERE and an expression",
                One.class,
                More.class)
            .only("indexes have no INCLUDE", POSTGRESQL)
            .byHand(
                "create index ix_hand on item (lower(name)) include (id) where name is not null")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "a trigger and its function", One.class, More.class)
            .without(H2, "triggers are Java classes")
            .byHand(
                "create function stamp() returns trigger language plpgsql as"
                    + " 'begin return new; end'",
                "create trigger tr_item before insert on item for each row"
                    + " execute function stamp()")
            .byHandOn(MYSQL, "create trigger tr_item before insert on item for each row set @n = 1")
            .byHandOn(
                MARIADB, "create trigger tr_item before insert on item for each row set @n = 1")
            .byHandOn(
                SQLITE,
                "create trigger tr_item after update on item begin delete from item where id < 0; end")
            .rows(ROWS)
            .expect("+ column item.note"),
        Case.of("left alone", "the partitions of a mapped table", Hourly.class, Noted.class)
            .only("a table is partitioned from its creation on", MYSQL, MARIADB)
            .without(H2, "tables have no partitions")
            .without(SQLITE, "tables have no partitions")
            .byHand(
                "alter table item drop primary key, add primary key (id, region_code)",
                "alter table item partition by hash (region_code) partitions 2")
            .rows("insert into item (id, region_code) values (1, 2)")
            .expect("+ column item.note"),
        Case.of("left alone", "a partitioned table and its partitions", One.class, More.class)
            .without(H2, "tables have no partitions")
            .without(SQLITE, "tables have no partitions")
            .byHandOn(MYSQL, RANGES)
            .byHandOn(MARIADB, RANGES)
            .byHandOn(
                POSTGRESQL,
                "create table log (id bigint, day date) partition by range (day)",
                "create table log_2026 partition of log"
                    + " for values from ('2026-01-01') to ('2027-01-01')")
            .rows(ROWS)
            .expect("+ column item.note"));
  }

  interface Hourly {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      int region_code;
    }
  }

  interface Noted {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      int region_code;
      String note;
    }
  }

  interface One {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
    }
  }

  interface More {
    @Entity(name = "Item")
    class Item {
      @Id Long id;
      String name;
      String note;
    }
  }
}
