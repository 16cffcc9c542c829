package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MysqlColumnTextTest {

  private static final MysqlColumnText COLUMN =
      new MysqlColumnText(
          "`a b` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s not"
              + " null' /*!80023 INVISIBLE */ COMMENT 'on update'");

  @Test
  void tellsPartsApart() {
    assertEquals("a b", COLUMN.name());
    assertEquals(Optional.of("varchar(20)"), COLUMN.get(Part.TYPE));
    assertEquals(Optional.of("CHARACTER SET latin1"), COLUMN.get(Part.CHARACTER_SET));
    assertEquals(Optional.of("DEFAULT 'it''s not null'"), COLUMN.get(Part.DEFAULT));
    assertEquals(Optional.of("COMMENT 'on update'"), COLUMN.get(Part.COMMENT));
    assertEquals(Optional.empty(), COLUMN.get(Part.ON_UPDATE));
    MysqlColumnText moment =
        new MysqlColumnText(
            "`t` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)");
    assertEquals(Optional.of("DEFAULT CURRENT_TIMESTAMP(6)"), moment.get(Part.DEFAULT));
    assertEquals(Optional.of("ON UPDATE CURRENT_TIMESTAMP(6)"), moment.get(Part.ON_UPDATE));
    MysqlColumnText computed =
        new MysqlColumnText(
            "`g` int(10) unsigned zerofill GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL NOT NULL");
    assertEquals(Optional.of("int(10) unsigned zerofill"), computed.get(Part.TYPE));
    assertEquals(
        Optional.of("GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL"), computed.get(Part.GENERATED));
    MysqlColumnText document =
        new MysqlColumnText(
            "`j` longtext CHARACTER SET utf8mb4 DEFAULT NULL CHECK (json_valid(`j`))");
    assertEquals(Optional.of("DEFAULT NULL"), document.get(Part.DEFAULT));
    assertEquals(Optional.of("CHECK (json_valid(`j`))"), document.get(Part.CHECK));
    MysqlColumnText expression = new MysqlColumnText("`d` decimal(5,2) DEFAULT -1.50 COMMENT 'x'");
    assertEquals(Optional.of("DEFAULT -1.50"), expression.get(Part.DEFAULT));
  }

  @Test
  void whatMySqlPrintsInCommentsBelongsToTheColumn() {
    MysqlTableText table =
        MysqlTableText.parse(
            "CREATE TABLE `t` (\n  `a` int DEFAULT NULL /*!80023 INVISIBLE */,\n  `b` int,\n"
                + "  CONSTRAINT `c` CHECK ((`a` > 0)) /*!80016 NOT ENFORCED */\n) ENGINE=InnoDB");
    assertEquals(
        "`a` bigint DEFAULT NULL /*!80023 INVISIBLE */",
        table.column("a").orElseThrow().with(Part.TYPE, "bigint").sql());
    assertEquals(
        "CONSTRAINT `c` CHECK ((`a` > 0)) /*!80016 NOT ENFORCED */", table.checks().get(0).sql());
  }

  @Test
  void tellsAClauseFromItsName() {
    assertEquals(
        "CHECK ((`check` > 0))",
        MysqlTableText.nameless("CONSTRAINT `price_check` CHECK ((`check` > 0))"));
    assertEquals(
        "FOREIGN KEY (`con`) REFERENCES `p` (`id`)",
        MysqlTableText.nameless("CONSTRAINT `con` FOREIGN KEY (`con`) REFERENCES `p` (`id`)"));
    assertEquals("CHECK (`a` > 0)", MysqlTableText.nameless("CHECK (`a` > 0)"));
  }

  @Test
  void changesOnePartAndLeavesTheRest() {
    assertEquals(
        "`a b` varchar(30) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s not"
            + " null' /*!80023 INVISIBLE */ COMMENT 'on update'",
        COLUMN.with(Part.TYPE, "varchar(30)").sql());
    assertEquals(
        "`a b` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL /*!80023 INVISIBLE */"
            + " COMMENT 'on update'",
        COLUMN.without(Part.DEFAULT).sql());
    assertEquals(
        "`a` int not null",
        new MysqlColumnText("`a` int").with(Part.NULLABILITY, "not null").sql());
    assertEquals(
        "`a` int auto_increment comment 'x'",
        new MysqlColumnText("`a` int comment 'x'")
            .with(Part.AUTO_INCREMENT, "auto_increment")
            .sql());
  }
}
