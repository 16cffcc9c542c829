package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of a table are compared one by one, and those that nobody states stay. */
class TableOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      emptyValue = "",
      value = {
        // engine | declared | withdrawn | found | met
        "postgresql | WITH (FillFactor = 70) | '' | with (fillfactor=70) | with (fillfactor=70)",
        "postgresql | with (autovacuum_enabled) | '' | with (autovacuum_enabled=on)"
            + " | with (autovacuum_enabled=on)",
        "postgresql | with (fillfactor=80) | '' | with (fillfactor=70, user_catalog_table=true)"
            + " | with (fillfactor=80, user_catalog_table=true)",
        "postgresql | '' | fillfactor | with (fillfactor=70) tablespace t | tablespace t",
        "postgresql | tablespace pg_default using heap | '' | '' | ''",
        "postgresql | partition by range (a) tablespace \"T s\" | '' | '' | tablespace \"T s\"",
        "postgresql | with (a.b=0.10) | '' | with (a.b=0.1) | with (a.b=0.1)",
        "mysql | ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci | '' | '' | ''",
        "mysql | engine MyISAM | '' | row_format=compact | engine=myisam row_format=compact",
        "mysql | charset latin1 | '' | '' | collate=latin1_swedish_ci",
        "mysql | charset latin1 | '' | collate=latin1_bin | collate=latin1_bin",
        "mysql | charset utf8mb4 | '' | collate=latin1_bin row_format=compact | row_format=compact",
        "mysql | '' | charset | collate=latin1_bin engine=myisam | engine=myisam",
        "mysql | charset latin1 | '' | charset=latin1 | charset=latin1",
        "mysql | charset utf8mb4 | '' | charset=latin1 | ''",
        "mysql | '' | charset | charset=latin1 | ''",
        "mysql | auto_increment=100 partition by hash (id) partitions 4 | '' | '' | ''",
        "mysql | comment='engine=myisam' row_format=DEFAULT | '' | row_format=compact | ''",
        "sqlite | STRICT | '' | autoincrement | 'strict, autoincrement'",
        "sqlite | '' | strict | 'strict, without rowid' | without rowid",
        "h2 | engine \"x\" | '' | '' | ''",
      })
  void meet(String engine, String declared, String withdrawn, String found, String met) {
    Set<String> gone = withdrawn.isEmpty() ? Set.of() : Set.of(withdrawn);
    TableOptions options = Dialects.named(engine, 0, 0).tableOptions();
    assertEquals(met, options.met(declared, gone, found));
    assertEquals(met, options.met(declared, gone, met));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql | engine=merge union=(a,b) | union=(a,b)",
        "mysql | engine=innodb connection='x' | connection",
        "postgresql | with (fillfactor=70) of type_of_rows | of type_of_rows",
        "sqlite | strict, quick | quick",
        "h2 | engine \"x\" | engine \"x\"",
      })
  void tellWhatNoCatalogTells(String engine, String declared, String untold) {
    assertEquals(List.of(untold), Dialects.named(engine, 0, 0).tableOptions().untold(declared));
  }

  @Test
  void haveTheCommentAmongThem() {
    TableOptions options = Dialects.named("mysql", 0, 0).tableOptions();
    String declared = "engine=InnoDB comment='it''s, and row_format=compact' row_format=dynamic";
    assertEquals("it's, and row_format=compact", options.comment(declared).orElseThrow());
    assertEquals("engine=InnoDB row_format=dynamic", options.withoutComment(declared));
    assertEquals(Set.of("engine", "row_format"), options.names(declared));
  }

  @Test
  void changeACharacterSetByItsCollation() {
    TableOptions options = Dialects.named("mysql", 0, 0).tableOptions();
    Map<String, String> latin = Map.of("collate", "latin1_swedish_ci");
    assertEquals(latin, options.changed("charset=utf8", "collate=latin1_swedish_ci"));
    assertEquals(Set.of("collate"), options.changed("charset=latin1", "").keySet());
  }
}
