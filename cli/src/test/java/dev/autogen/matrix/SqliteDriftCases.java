package dev.autogen.matrix;

import static dev.autogen.testing.Engine.SQLITE;

import java.util.stream.Stream;

/**
 * Changes made to a database of SQLite instead of the entities. What ALTER TABLE cannot do is done
 * as SQLite's manual does it: in the stored text of the table's definition.
 */
final class SqliteDriftCases {

  private static final String KEY =
      "constraint fk_owner foreign key (owner_id) references owner (id)";

  private SqliteDriftCases() {}

  static Stream<Case> all() {
    return Stream.of(columns(), keys(), objects()).flatMap(cases -> cases);
  }

  private static Stream<Case> columns() {
    return Stream.of(
        drift("default changed")
            .drift(text("default 'light'", "default 'dark'"))
            .expect("~ column item.name default 'dark'* → 'light'*"),
        drift("default dropped")
            .drift(text(" default 'light'", ""))
            .expect("~ column item.name default none → 'light'*"),
        drift("column longer")
            .drift(text("varchar(40)", "varchar(99)"))
            .expect("~ column item.name varchar(99) → varchar(40)"),
        drift("fewer digits")
            .drift(text("numeric(12,2)", "numeric(9,1)"))
            .expect("~ column item.price numeric(9,1) → numeric(12,2)"),
        drift("NOT NULL dropped")
            .drift(text("varchar(20) not null", "varchar(20)"))
            .expect("~ column item.code null → not null"),
        drift("NOT NULL added")
            .drift(text("stock integer", "stock integer not null"))
            .expect("~ column item.stock not null → null"),
        drift("column dropped")
            .drift("alter table item drop column name")
            .expect("+ column item.name"),
        drift("collation changed")
            .drift(text("default 'light'", "default 'light' collate nocase"))
            .prune()
            .expect("~ column item.name collation *"),
        drift("computed otherwise")
            .drift(text("stock * 2", "stock * 3"))
            .converts("item.twice")
            .expect("~ column item.twice generated *"));
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
            .drift("drop index ix_item", "create index ix_other on item (stock, id desc)")
            .expect("> index item.ix_other → ix_item"),
        drift("check changed")
            .drift(text("stock > 0", "stock > 2"))
            .expect("- check item.ck_stock", "+ check item.ck_stock"),
        drift("check dropped")
            .drift(text(",\n  constraint ck_stock check (stock > 0)", ""))
            .expect("+ check item.ck_stock"),
        drift("foreign key dropped")
            .drift(text(",\n  " + KEY, ""))
            .expect("+ foreign key item.fk_owner"),
        drift("foreign key given an action")
            .drift(text(KEY, KEY + " on update cascade on delete set null"))
            .expect("- foreign key item.fk_owner", "+ foreign key item.fk_owner"));
  }

  private static Stream<Case> objects() {
    return Stream.of(
        drift("table dropped").drift("drop table note").expect("+ table note"),
        drift("view dropped is nobody's business here")
            .drift("create view item_names as select name from item", "drop view item_names")
            .expect(),
        drift("index added, pruned")
            .drift("create unique index ux_hand on item (name collate nocase desc) where stock > 3")
            .prune()
            .expect("- unique index item.ux_hand"),
        drift("table with a trigger, pruned")
            .drift(
                "create table audit_log (id integer primary key, what text)",
                "create trigger tr_log after insert on audit_log begin\n"
                    + "  update audit_log set what = 'it''s;' where id = new.id;\nend")
            .prune()
            .expect("- table audit_log"),
        drift("column added, pruned")
            .drift(
                "alter table item add column legacy varchar(20) default 'x' not null",
                "create index ix_hand on item (legacy)")
            .prune()
            .expect("- column item.legacy", "- index item.ix_hand"));
  }

  /** Statements that put another text for one in the definition of the table. */
  private static String[] text(String from, String to) {
    return new String[] {
      "pragma writable_schema = on",
      "update sqlite_master set sql = replace(sql, '%s', '%s') where name = 'item'"
          .formatted(from.replace("'", "''"), to.replace("'", "''")),
      "pragma writable_schema = reset"
    };
  }

  private static Case drift(String name) {
    return Case.of("drift, SQLite", name, DriftModel.class, DriftModel.class)
        .only(DriftCases.ELSEWHERE, SQLITE)
        .rows(DriftCases.ROWS);
  }
}
