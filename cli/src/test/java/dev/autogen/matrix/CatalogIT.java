package dev.autogen.matrix;

import static dev.autogen.matrix.CatalogTest.difference;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.testing.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogIT {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void doesNotTellColumnOrderMadeUpNamesAndReachedNumbers(Engine engine) throws SQLException {
    assertEquals(
        "",
        difference(
            engine,
            "create table item (id bigint auto_increment primary key, code varchar(5) unique,"
                + " owner bigint, constraint check (owner > 0))",
            "alter table item add foreign key (owner) references item (id)",
            "insert into item (code) values ('a')",
            "create view seen as select code from item",
            "---",
            "create table item (owner bigint, code varchar(5), id bigint auto_increment,"
                + " primary key (id))",
            "alter table item add constraint UKqwerty unique (code)",
            "alter table item add constraint other check (owner > 0)",
            "alter table item add constraint FK8b3m9 foreign key (owner) references item (id)",
            "create view seen as select code from item"));
  }

  @Test
  void tellsAllOfAColumnAndAnIndexOfMysql() throws SQLException {
    assertEquals(
        """
          - check item ? (`a` > 0)
          - column item.a int unsigned INVISIBLE comment it's
          - column item.b varchar(9) latin1 latin1_swedish_ci not null default x
          - column item.c timestamp(6) default CURRENT_TIMESTAMP(6) DEFAULT_GENERATED on update CURRENT_TIMESTAMP(6)
          - column item.d int STORED GENERATED as (`a` + 1)
          - index item ix_b BTREE b D prefix 3,(lower(`b`)) A NO
          - table item InnoDB Dynamic utf8mb4_0900_ai_ci comment all
          + check item ? (`a` > 0) not enforced
          + column item.a int
          + column item.b varchar(9) utf8mb4 utf8mb4_0900_ai_ci
          + column item.c timestamp(6)
          + column item.d int VIRTUAL GENERATED as (`a` + 1)
          + index item ix_b BTREE b A YES
          + table item InnoDB Dynamic utf8mb4_0900_ai_ci""",
        difference(
            Engine.MYSQL,
            "create table item (a int, b varchar(9), c timestamp(6) null, d int as (a + 1),"
                + " check (a > 0) not enforced, index ix_b (b))",
            "---",
            "create table item (a int unsigned comment 'it''s' invisible, b varchar(9)"
                + " character set latin1 not null default 'x', c timestamp(6) null default"
                + " current_timestamp(6) on update current_timestamp(6), d int as (a + 1) stored,"
                + " check (a > 0), index ix_b (b(3) desc, (lower(b))) invisible) comment 'all'"));
  }

  @Test
  void tellsAllOfAColumnAndASequenceOfMariadb() throws SQLException {
    assertEquals(
        """
          - check item Column a `a` > 0
          - column item.a int(10) unsigned default NULL INVISIBLE comment it's
          - column item.d int(11) default NULL STORED GENERATED as `a` + 1
          - index item ix_b BTREE b A prefix 3 YES
          - sequence s 1 50 1 9223372036854775806 1000 0
          + check item Table ? `a` > 0
          + column item.a int(11) default NULL
          + column item.d int(11) default NULL VIRTUAL GENERATED as `a` + 1
          + index item ix_b BTREE b A NO
          + sequence s 1 1 1 9223372036854775806 1000 0""",
        difference(
            Engine.MARIADB,
            "create table item (a int, b varchar(9), d int as (a + 1), check (a > 0),"
                + " index ix_b (b))",
            "create sequence s",
            "---",
            "create table item (a int unsigned invisible comment 'it''s' check (a > 0),"
                + " b varchar(9), d int as (a + 1) stored, index ix_b (b(3)) ignored)",
            "create sequence s increment by 50"));
  }
}
