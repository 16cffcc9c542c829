package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;

import java.util.stream.Stream;

/** Changes made to a database of MySQL or MariaDB instead of the entities, as they word them. */
final class MysqlDriftCases {

  private static final String NAME =
      "alter table item modify name %s default 'light' comment 'what it is called'";

  private MysqlDriftCases() {}

  static Stream<Case> all() {
    return Stream.of(columns(), keys(), objects()).flatMap(cases -> cases);
  }

  private static Stream<Case> columns() {
    return Stream.of(
        drift("default changed")
            .drift("alter table item alter column name set default 'dark'")
            .expect("~ column item.name default 'dark'* → 'light'*"),
        drift("default dropped")
            .drift("alter table item alter column name drop default")
            .expect("~ column item.name default *"),
        drift("column longer")
            .drift(NAME.formatted("varchar(99)"))
            .expect("~ column item.name varchar(99) → varchar(40)"),
        drift("column of another type")
            .drift("alter table item modify price double")
            .converts("item.price")
            .expect("~ column item.price double precision → numeric(12,2)"),
        drift("NOT NULL dropped")
            .drift("alter table item modify code varchar(20)")
            .expect("~ column item.code null → not null"),
        drift("NOT NULL added")
            .drift("alter table item modify made datetime(6) not null")
            .expect("~ column item.made not null → null"),
        drift("column dropped")
            .drift("alter table item drop column name")
            .expect("+ column item.name"),
        drift("comment changed")
            .drift(
                "alter table item modify name varchar(40) default 'light' comment 'other'",
                "alter table item comment 'other'")
            .expect("~ column item.name comment*", "~ comment item"),
        drift("value taken into an enum column")
            .drift("alter table item modify status enum('NEW','OPEN','VOID')")
            .expect("~ column item.status"),
        drift("computed otherwise")
            .drift("alter table item modify twice integer as (stock * 3) stored")
            .converts("item.twice")
            .expect("~ column item.twice generated *"));
  }

  private static Stream<Case> keys() {
    return Stream.of(
        drift("index dropped").drift("drop index ix_item on item").expect("+ index item.ix_item"),
        drift("index on another column")
            .drift("drop index ix_item on item", "create index ix_item on item (price)")
            .expect("- index item.ix_item", "+ index item.ix_item"),
        drift("index of a prefix")
            .drift("alter table item drop key uk_item, add unique key uk_item (code(5))")
            .expect("- *", "+ *"),
        drift("index renamed")
            .drift("alter table item rename index ix_item to ix_other")
            .expect("> index item.ix_other → ix_item"),
        drift("unique dropped")
            .drift("alter table item drop key uk_item")
            .expect("+ unique item.uk_item"),
        drift("unique made a plain index")
            .drift("alter table item drop key uk_item, add index uk_item (code)")
            .expect("- index item.uk_item", "+ unique item.uk_item"),
        drift("unique over other columns")
            .drift("alter table item drop key uk_item, add unique key uk_item (name)")
            .expect("- unique item.uk_item", "+ unique item.uk_item"),
        drift("check dropped")
            .drift("alter table item drop constraint ck_stock")
            .expect("+ check item.ck_stock"),
        drift("check changed")
            .drift(
                "alter table item drop constraint ck_stock",
                "alter table item add constraint ck_stock check (stock > 2)")
            .expect("- check item.ck_stock", "+ check item.ck_stock"),
        drift("foreign key dropped")
            .drift("alter table item drop foreign key fk_owner")
            .expect("+ foreign key item.fk_owner"),
        drift("foreign key given an action")
            .drift(
                "alter table item drop foreign key fk_owner",
                "alter table item add constraint fk_owner foreign key (owner_id)"
                    + " references owner (id) on delete set null on update cascade")
            .expect("- foreign key item.fk_owner", "+ foreign key item.fk_owner"));
  }

  private static Stream<Case> objects() {
    return Stream.of(
        drift("table dropped").drift("drop table note").expect("+ table note"),
        drift("view dropped is nobody's business here")
            .drift("create view item_names as select name from item", "drop view item_names")
            .expect());
  }

  private static Case drift(String name) {
    return Case.of("drift, MySQL", name, DriftModel.class, DriftModel.class)
        .only(DriftCases.ELSEWHERE, MYSQL, MARIADB)
        .rows(DriftCases.ROWS);
  }
}
