package dev.autogen.migration;

import static dev.autogen.migration.Scripts.ids;
import static dev.autogen.migration.Scripts.linked;
import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlterationTest {

  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void tellsTheOrderOfRunsByTheLogWhereAClockWasAhead() {
    MigrationRunner runner = database.runner(a(40));
    runner.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1))).upgrade();
    runner.downgrade("base");
    assertEquals(List.of(), database.runner().alterations());
    runner.upgrade();
    assertEquals(Alteration.Kind.EDITED, database.runner(a(41)).alterations().get(0).kind());
  }

  @Test
  void stopsAtAnEditedMigrationUntilItIsAccepted() {
    database.runner(a(40), script("b", "a")).upgrade();
    MigrationRunner same = database.runner(a(40), script("b", "a"), script("c", "b"));
    assertEquals(List.of(), same.alterations());
    MigrationRunner edited = database.runner(a(41), script("b", "a"), script("c", "b"));
    Alteration alteration = edited.alterations().get(0);
    assertEquals(Alteration.Kind.EDITED, alteration.kind());
    assertEquals("a", alteration.applied().revision());
    String message = assertThrows(MigrationException.class, edited::upgrade).getMessage();
    assertEquals("Cannot upgrade: " + alteration.message(), message);
    assertTrue(message.contains("db.Ra now says something else. Restore that file"), message);
    assertTrue(message.endsWith("accept it with stamp --purge b."), message);
    edited.purgeAndStamp("b");
    assertEquals(List.of(), edited.alterations());
    assertEquals(List.of("c"), ids(edited.upgrade()));
    assertEquals(
        List.of("a upgrade", "b upgrade", "a stamp", "c upgrade"),
        edited.log().stream().map(e -> e.revision() + " " + e.direction().word()).toList());
  }

  @Test
  void stopsAtADeletedMigrationUntilItIsAccepted() {
    database.runner(a(40), script("b", "a"), script("c", "b")).upgrade();
    MigrationRunner without = database.runner(a(40), script("c", "a"), script("d", "c"));
    assertEquals(Alteration.Kind.DELETED, without.alterations().get(0).kind());
    assertTrue(
        assertThrows(MigrationException.class, without::upgrade)
            .getMessage()
            .contains("R%s_*.java".formatted("b")));
    without.purgeAndStamp("c");
    assertEquals(List.of(), without.alterations());
    assertEquals(List.of("d"), ids(without.upgrade()));
  }

  @Test
  void takesTheChainBackWithTheSquash() {
    MigrationScript end = script("b", op -> op.execute("create table t (i int)"), op -> {}, "a");
    database.runner(script("a"), end).upgrade();
    MigrationRunner squashed = database.runner(squash(40));
    squashed.downgrade("base");
    database.execute("drop table t");
    squashed.upgrade();
    assertEquals(Alteration.Kind.EDITED, database.runner(squash(41)).alterations().get(0).kind());
    squashed.stamp("base");
    assertEquals(List.of(), database.runner().alterations());
  }

  private static MigrationScript squash(int length) {
    return linked(
        "b",
        new MigrationScript.Links(List.of(), List.of(), List.of(), List.of("a")),
        op -> op.createTable("t", t -> t.column("name", varchar(length))),
        op -> {});
  }

  @Test
  void mindsOnlyWhatIsApplied() {
    MigrationRunner runner = database.runner(a(40), script("b", "a"));
    runner.upgrade();
    runner.downgrade("base");
    MigrationRunner edited = database.runner(a(41));
    assertEquals(List.of(), edited.alterations());
    assertEquals(List.of("a"), ids(edited.upgrade()));
    assertEquals(List.of(), edited.alterations());
  }

  @Test
  void takesStampedMigrationsForWhatTheyWere() {
    database.runner(a(40), script("b", "a")).stamp("b");
    assertEquals(1, database.runner(a(41), script("b", "a")).alterations().size());
    database.runner(a(40), script("b", "a")).stamp("base");
    assertEquals(List.of(), database.runner(a(41), script("b", "a")).alterations());
  }

  @Test
  void leavesAloneWhatAnEarlierVersionApplied() {
    database.runner(a(40)).upgrade();
    database.execute("update autogen_log set checksum = '" + "0".repeat(64) + "'");
    assertEquals(List.of(), database.runner(a(41)).alterations());
    assertEquals(Set.of("a"), database.runner(a(41)).current());
  }

  /** Without knowing what came before: a short form would otherwise take over the change. */
  @Test
  void blamesOnlyTheMigrationThatWasEdited() {
    MigrationScript drop = script("b", op -> op.dropTable("t"), op -> {}, "a");
    database.runner(a(40), drop).upgrade();
    List<Alteration> found = database.runner(a(41), drop).alterations();
    assertEquals(List.of("a"), found.stream().map(f -> f.applied().revision()).toList());
  }

  @Test
  void doesNotTakeARandomValueOrThePresentTimeForAnEdit() {
    database.execute("create table list (id uuid, since varchar(40))");
    MigrationScript random = listing(UUID::randomUUID, LocalDateTime::now);
    database.runner(random).upgrade();
    assertEquals(List.of(), database.runner(random).alterations());
    assertEquals(List.of("b"), ids(database.runner(random, script("b", "a")).upgrade()));
  }

  @Test
  void doesNotTakeTheNextDayForAnEdit() {
    database.execute("create table list (id uuid, since varchar(40))");
    Supplier<Object> same = () -> new UUID(1, 2);
    database.runner(listing(same, LocalDate::now)).upgrade();
    MigrationScript tomorrow = listing(same, () -> LocalDate.now().plusDays(1));
    assertEquals(List.of(), database.runner(tomorrow).alterations());
  }

  @Test
  void looksAtTheSourceAndAtTheStepsThatSharedCodeMayMake() {
    database.runner(withSource("x", a(40))).upgrade();
    assertEquals(List.of(), database.runner(withSource("x", a(40))).alterations());
    assertEquals(1, database.runner(withSource("x", a(41))).alterations().size());
    assertEquals(1, database.runner(withSource("y", a(40))).alterations().size());
    assertEquals(1, database.runner(a(41)).alterations().size());
  }

  private static MigrationScript withSource(String checksum, MigrationScript script) {
    return new MigrationScript(
        script.header(),
        new MigrationScript.Origin(script.origin().className(), script.origin().source(), checksum),
        script.migration());
  }

  private static MigrationScript listing(Supplier<Object> id, Supplier<Object> since) {
    return script(
        "a",
        op -> op.bulkInsert("list", "id", "since").row(id.get(), since.get()),
        op -> op.execute("delete from list"));
  }

  private static MigrationScript a(int length) {
    return script(
        "a",
        op -> op.createTable("t", table -> table.column("fax", varchar(length))),
        op -> op.dropTable("t"));
  }
}
