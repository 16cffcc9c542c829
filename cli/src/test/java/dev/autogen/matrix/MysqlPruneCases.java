package dev.autogen.matrix;

import static dev.autogen.testing.Engine.MARIADB;
import static dev.autogen.testing.Engine.MYSQL;

import java.util.stream.Stream;

/** What a person made in a database of MySQL or MariaDB, pruned, and brought back as it was. */
final class MysqlPruneCases {

  private MysqlPruneCases() {}

  static Stream<Case> all() {
    return Stream.of(
        prune("a column with a default, a comment and an index")
            .drift(
                "alter table item add column legacy varchar(20) character set latin1 not null"
                    + " default 'x' invisible comment 'from before',"
                    + " add index ix_hand (legacy desc)")
            .expect("- column item.legacy", "- index item.ix_hand"),
        prune("a computed column")
            .drift("alter table item add column half integer as (stock / 2) virtual")
            .converts("item.half")
            .expect("- column item.half"),
        prune("keys and a check")
            .drift(
                "alter table item add unique key uk_hand (name, stock),"
                    + " add constraint ck_hand check (name <> ''), add index ix_hand (name(5)),"
                    + " add fulltext index ix_words (name)")
            .expect(
                "- check item.ck_hand",
                "- unique item.uk_hand",
                "- index item.ix_hand",
                "- index item.ix_words"),
        prune("a foreign key with an action")
            .drift(
                "alter table item add column other_id bigint, add constraint fk_hand"
                    + " foreign key (other_id) references owner (id) on delete cascade")
            .expect("- column item.other_id", "- foreign key item.fk_hand"),
        prune("a table with all that is on it")
            .drift(
                "create table audit_log (id bigint auto_increment primary key,"
                    + " what varchar(20) default 'it''s' not null, item_id bigint,"
                    + " half int as (item_id / 2) virtual invisible,"
                    + " constraint uk_log unique (what), constraint ck_log check (what <> 'no'),"
                    + " constraint fk_log foreign key (item_id) references item (id)"
                    + " on delete cascade, index ix_log (item_id desc)) comment 'what was done'",
                "create trigger tr_log before insert on audit_log for each row"
                    + " set new.item_id = null",
                "insert into audit_log (what) values ('a'), ('b')")
            .expect("- table audit_log"),
        prune("a table in another character set, stored otherwise")
            .drift(
                "create table audit_log (id bigint primary key, what varchar(20),"
                    + " other varchar(9) character set utf8mb4)"
                    + " default charset=latin1 collate=latin1_german1_ci row_format=compressed"
                    + " key_block_size=4 stats_persistent=0 comment 'collate=x'")
            .expect("- table audit_log"));
  }

  private static Case prune(String name) {
    return Case.of("prune, MySQL", name, DriftModel.class, DriftModel.class)
        .only(DriftCases.ELSEWHERE, MYSQL, MARIADB)
        .rows(DriftCases.ROWS)
        .prune();
  }
}
