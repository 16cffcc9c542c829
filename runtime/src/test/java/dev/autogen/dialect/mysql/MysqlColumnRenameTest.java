package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.schema.QualifiedName;
import org.junit.jupiter.api.Test;

/** In a statement that copies the table, a column of a foreign key can take no other name. */
class MysqlColumnRenameTest {

  private static final String TABLE =
      """
      CREATE TABLE `t` (
        `id` int NOT NULL,
        `up` int DEFAULT NULL,
        `at` int DEFAULT NULL,
        `g` int GENERATED ALWAYS AS ((`up` + 1)) VIRTUAL,
        PRIMARY KEY (`id`),
        KEY `up` (`up`),
        CONSTRAINT `at` FOREIGN KEY (`at`) REFERENCES `p` (`at`),
        CONSTRAINT `up` FOREIGN KEY (`up`) REFERENCES `t` (`id`) ON DELETE CASCADE,
        CONSTRAINT `c` CHECK (((`id` > 0) or (`at` > 0))),
        CONSTRAINT `d` CHECK ((`g` > 0))
      )""";

  @Test
  void takesChecksOffAColumnThatIsReferredTo() {
    renames(
        "id",
        "no",
        """
        alter table t drop check `c`;
        alter table t rename column id to no;
        alter table t add constraint `c` CHECK (((`no` > 0) or (`at` > 0)));
        """);
  }

  @Test
  void takesTheKeyOffAColumnUnderAComputedOne() {
    renames(
        "up",
        "z",
        """
        alter table t drop foreign key `up`;
        alter table t rename column up to z, modify column `g` int GENERATED ALWAYS AS ((`z` + 1)) VIRTUAL;
        alter table t add CONSTRAINT `up` FOREIGN KEY (`z`) REFERENCES `t` (`id`) ON DELETE CASCADE;
        """);
  }

  @Test
  void doesAllAtOnceWhereNoKeyHasTheColumn() {
    renames(
        "g",
        "h",
        "alter table t rename column g to h, drop check `d`, add constraint `d` CHECK ((`h` > 0));\n");
  }

  private static void renames(String from, String to, String sql) {
    Dialect dialect = Dialects.named("mysql", 0, 0);
    RenameColumn change = new RenameColumn(QualifiedName.of("t"), from, to);
    MysqlTableText text = MysqlTableText.parse(TABLE);
    assertEquals(
        sql,
        String.join(
                ";\n",
                new MysqlColumnRename(dialect, change, text, MysqlColumnRename.users(text, change))
                    .statements())
            + ";\n");
  }
}
