package dev.autogen.matrix;

import static dev.autogen.testing.Engine.H2;
import static dev.autogen.testing.Engine.POSTGRESQL;

import dev.autogen.testing.Engine;
import java.util.stream.Stream;

/**
 * Changes made to the database instead of the entities: the next migration takes them back, and its
 * downgrade brings them again.
 */
final class DriftCases {

  static final String[] ROWS = {
    "insert into owner (id) values (1)",
    "insert into item (id, code, name, stock, price, made, status, owner_id)"
        + " values (1, 'A', 'one', 5, 9.50, '2026-01-02 03:04:05', 'NEW', 1),"
        + " (2, 'B', 'two', 7, 1.25, '2026-01-02 03:04:05', 'OPEN', null)",
  };

  static final String ELSEWHERE = "the database is changed by other statements there";

  private static final Engine[] SERVERS = {POSTGRESQL, H2};

  private DriftCases() {}

  static Stream<Case> all() {
    return Stream.of(columns(), keys(), objects(), types()).flatMap(cases -> cases);
  }

  private static Stream<Case> columns() {
    return Stream.of(
        drift("default changed")
            .drift("alter table item alter column name set default 'dark'")
            .expect("~ column item.name default 'dark'* → 'light'*"),
        drift("default dropped")
            .drift("alter table item alter column name drop default")
            .expect("~ column item.name default none → 'light'*"),
        drift("column longer")
            .drift("alter table item alter column name set data type varchar(99)")
            .expect("~ column item.name varchar(99) → varchar(40)"),
        drift("column shorter")
            .drift("alter table item alter column name set data type varchar(9)")
            .expect("~ column item.name varchar(9) → varchar(40)"),
        drift("column of another type")
            .drift("alter table item alter column price set data type double precision")
            .converts("item.price")
            .expect("~ column item.price double precision → numeric(12,2)"),
        drift("fewer digits")
            .drift("alter table item alter column price set data type numeric(9,1)")
            .converts("item.price")
            .expect("~ column item.price numeric(9,1) → numeric(12,2)"),
        drift("time zone added")
            .drift("alter table item alter column made set data type timestamp(6) with time zone")
            .converts("item.made")
            .expect("~ column item.made timestamp(6) with time zone → timestamp(6)"),
        drift("NOT NULL dropped")
            .drift("alter table item alter column code drop not null")
            .expect("~ column item.code null → not null"),
        drift("NOT NULL added")
            .drift("alter table item alter column stock set not null")
            .expect("~ column item.stock not null → null"),
        drift("column dropped")
            .drift("alter table item drop column name")
            .expect("+ column item.name"),
        drift("column dropped with its index")
            .drift("drop index ix_item", "alter table item drop column stock cascade")
            .expect("+ column item.stock", "+ check item.ck_stock", "+ index item.ix_item")
            .expectOn(
                POSTGRESQL,
                "+ column item.stock",
                "+ column item.twice",
                "+ check item.ck_stock",
                "+ index item.ix_item")
            .only(ELSEWHERE, POSTGRESQL),
        drift("comment changed")
            .drift("comment on column item.name is 'other'", "comment on table item is 'other'")
            .expect("~ column item.name comment*", "~ comment item"),
        drift("comment dropped")
            .drift("comment on column item.name is null", "comment on table item is null")
            .expect("~ column item.name comment*", "~ comment item"),
        drift("identity dropped")
            .drift("alter table item alter column id drop identity")
            .expect("~ column item.id identity none → by default"));
  }

  private static Stream<Case> keys() {
    return Stream.of(
        drift("index dropped").drift("drop index ix_item").expect("+ index item.ix_item"),
        drift("index on another column")
            .drift("drop index ix_item", "create index ix_item on item (price)")
            .expect("- index item.ix_item", "+ index item.ix_item"),
        drift("index made unique")
            .drift("drop index ix_item", "create unique index ix_item on item (stock, id desc)")
            .expect("- unique index item.ix_item", "+ index item.ix_item"),
        drift("index renamed")
            .drift("alter index ix_item rename to ix_other")
            .expect("> index item.ix_other → ix_item"),
        drift("unique dropped")
            .drift("alter table item drop constraint uk_item")
            .expect("+ unique item.uk_item"),
        drift("unique over other columns")
            .drift(
                "alter table item drop constraint uk_item",
                "alter table item add constraint uk_item unique (name)")
            .expect("- unique item.uk_item", "+ unique item.uk_item"),
        drift("unique made a plain index")
            .drift(
                "alter table item drop constraint uk_item", "create index uk_item on item (code)")
            .expect("- index item.uk_item", "+ unique item.uk_item"),
        drift("index made a unique key")
            .drift("drop index ix_item", "alter table item add constraint ix_item unique (stock)")
            .expect("- unique item.ix_item", "+ index item.ix_item"),
        drift("unique renamed")
            .drift("alter table item rename constraint uk_item to uk_other")
            .expect("> constraint item.uk_other → uk_item"),
        drift("check dropped")
            .drift("alter table item drop constraint ck_stock")
            .expect("+ check item.ck_stock"),
        drift("check changed")
            .drift(
                "alter table item drop constraint ck_stock",
                "alter table item add constraint ck_stock check (stock > 2)")
            .expect("- check item.ck_stock", "+ check item.ck_stock"),
        drift("foreign key dropped")
            .drift("alter table item drop constraint fk_owner")
            .expect("+ foreign key item.fk_owner"),
        drift("foreign key given an action")
            .drift(
                "alter table item drop constraint fk_owner",
                "alter table item add constraint fk_owner foreign key (owner_id)"
                    + " references owner (id) on delete set null on update cascade")
            .expect("- foreign key item.fk_owner", "+ foreign key item.fk_owner"),
        drift("primary key dropped")
            .drift("alter table item drop constraint item_pkey")
            .only(ELSEWHERE, POSTGRESQL)
            .expect("+ primary key item.item_pkey"),
        drift("primary key dropped, of H2")
            .drift("alter table item drop primary key")
            .only(ELSEWHERE, H2)
            .expect("+ primary key item.*"));
  }

  private static Stream<Case> objects() {
    return Stream.of(
        drift("table dropped").drift("drop table note").expect("+ table note"),
        drift("sequence dropped").drift("drop sequence note_seq").expect("+ sequence note_seq"),
        drift("sequence counts otherwise")
            .drift("alter sequence note_seq increment by 7")
            .expect("~ sequence note_seq increment 7 → 50"),
        drift("view dropped is nobody's business here")
            .drift("create view item_names as select name from item", "drop view item_names")
            .expect());
  }

  private static Stream<Case> types() {
    return Stream.of(
        drift("computed column made plain")
            .drift("alter table item drop column twice", "alter table item add twice integer")
            .only(ELSEWHERE, POSTGRESQL)
            .converts("item.twice")
            .expect("~ column item.twice generated none → *"),
        drift("computed otherwise")
            .drift("alter table item alter column twice integer generated always as (stock * 3)")
            .only(ELSEWHERE, H2)
            .converts("item.twice")
            .expect("~ column item.twice generated *"),
        drift("value taken into an enum column")
            .drift("alter table item alter column status set data type enum('NEW','OPEN','VOID')")
            .only(ELSEWHERE, H2)
            .expect("~ column item.status"),
        drift("value taken into the check of an enum")
            .drift(
                "alter table item drop constraint item_status_check",
                "alter table item add constraint item_status_check"
                    + " check (status in ('NEW', 'OPEN', 'VOID'))")
            .only(ELSEWHERE, POSTGRESQL)
            .expect("- check item.item_status_check", "+ check item.item_status_check"),
        typed("value taken into an enum type")
            .drift("alter type status add value 'PINK' before 'NEW'")
            .expect("~ enum type status [*PINK*"),
        typed("value taken into an enum type at its end")
            .drift("alter type status add value 'PINK'")
            .expect("~ enum type status"),
        drift("identity made always")
            .drift("alter table item alter column id set generated always")
            .only(ELSEWHERE, POSTGRESQL)
            .expect("~ column item.id identity always → by default"));
  }

  private static Case drift(String name) {
    return Case.of("drift", name, DriftModel.class, DriftModel.class)
        .only(ELSEWHERE, SERVERS)
        .rows(ROWS);
  }

  private static Case typed(String name) {
    return Case.of("drift", name, EnumCases.Three.class, EnumCases.Three.class)
        .only(ELSEWHERE, POSTGRESQL)
        .rows("insert into item (id, status) values (1, 'NEW'), (2, 'DONE')");
  }
}
