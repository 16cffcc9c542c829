package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialects;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LostSessionTest {

  @Test
  void tellsPlainSettingsAgainAndNothingElse() {
    List<String> settings = List.of("set lock_timeout = '2s;'", "-- x\nSET @a = 7");
    assertEquals(settings, lost(settings.toArray(String[]::new)).settings());
    for (String other :
        List.of(
            "set lock_timeout = '2s'; update t set a = a + 1",
            "set @id = last_insert_id()",
            "set @n = (select count(*) from t)",
            "update t set a = 1")) {
      assertEquals(List.of(), lost(other).settings());
    }
  }

  @Test
  void missesWhatAQueryOrAFunctionHadSet() {
    for (String query :
        List.of(
            "set @x = last_insert_id()",
            "set @x = (select 1)",
            "select @x := max(id) from t",
            "select id, 1 into @y, @x from t",
            "call p(@x)")) {
      assertEquals(Set.of("x"), gone(lost(query), "insert into t values (@x)"), query);
    }
    assertEquals(Set.of("y"), gone(lost("call p(@x)", "set @y = @x"), "insert into t values (@y)"));
  }

  @Test
  void goesOnWithWhatIsSetAgainAnyway() {
    String use = "insert into t values (@x)";
    assertEquals(Set.of(), gone(lost("set @x = 7", use), use));
    assertEquals(Set.of(), gone(lost("call p(@x)", "set @x = 7"), use));
    assertEquals(Set.of(), gone(lost("select @x := 1"), "set @x := 0", use));
    assertEquals(Set.of("x"), gone(lost("select @x := 1"), "set @x = @x + 1"));
    String view = "create definer=`root`@localhost view v as select 1";
    assertEquals(Set.of(), gone(lost("call p('a@localhost')", view), view));
  }

  @Test
  void missesTemporaryTables() {
    String use = "insert into t select * from `Kept`";
    for (String made :
        List.of(
            "create temporary table kept as select 1",
            "-- x\nCREATE GLOBAL TEMPORARY TABLE if not exists s.\"KEPT\" (id integer)")) {
      assertEquals(Set.of("kept"), tablesGone(lost(made), "select 'kep'", use), made);
      assertEquals(Set.of(), tablesGone(lost(made), made, use), made);
      assertEquals(Set.of(), tablesGone(lost(made, "drop table kept"), use), made);
      assertEquals(Set.of(), tablesGone(lost(made), "drop temporary table if exists kept"), made);
    }
    String made = "create temp table kept (id integer)";
    assertEquals(Set.of("kept"), tablesGone(lost(made), "drop table if exists kept"));
    assertEquals(Set.of(), tablesGone(lost("create table kept as select 1 from temp"), use));
    assertEquals(Set.of(), tablesGone(lost("insert into temp values ('create table kept')"), use));
  }

  @Test
  void readsLongTexts() {
    String text = "insert into t values ('" + "it''s ".repeat(20_000) + "')";
    assertEquals(Set.of(), gone(lost(text), text));
  }

  private static LostSession lost(String... done) {
    return LostSession.of(
        Stream.of(done)
            .map(
                sql ->
                    new JournalEntry(
                        new JournalEntry.Place("a", Direction.UPGRADE, 0, 9, 0, ""),
                        JournalEntry.Kind.STATEMENT,
                        JournalEntry.State.DONE,
                        "",
                        "",
                        sql))
            .toList());
  }

  private static Set<String> gone(LostSession lost, String... toCome) {
    return lost.variablesGone(pieces(toCome), Dialects.named("mysql", 8, 0));
  }

  private static Set<String> tablesGone(LostSession lost, String... toCome) {
    return lost.tablesGone(pieces(toCome), Dialects.named("mysql", 8, 0));
  }

  private static List<Piece> pieces(String... statements) {
    return Stream.of(statements).<Piece>map(sql -> new Piece.Own(new Step.Execute(sql))).toList();
  }
}
