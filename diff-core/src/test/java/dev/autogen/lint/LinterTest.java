package dev.autogen.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.UnmodelledSource.Unmodelled;
import dev.autogen.plan.Plan;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For each rule, what sets it off and what comes near without doing so. */
class LinterTest {

  private static final Dialect MYSQL = Dialects.named("mysql", 8, 0);
  private static final QualifiedName T = QualifiedName.of("t");

  @Test
  void droppedThingsAreDestructive() {
    assertEquals("DL01 DESTRUCTIVE", codes(new DropTable(Table.named(T))));
    assertEquals("DL02 DESTRUCTIVE", codes(new DropColumn(T, column("text"))));
    assertEquals("DL07 DESTRUCTIVE", codes(new DropSchema("crm")));
    assertEquals("DL10 DESTRUCTIVE", codes(new DropSequence(Sequence.of(T, 1, 1))));
  }

  @Test
  void droppedGeneratedColumnLosesNothing() {
    Column generated = column("text").withGenerated(Optional.of(new Generated("a", true)));
    assertEquals("", codes(new DropColumn(T, generated)));
  }

  @Test
  void roundingIsDestructive() {
    assertEquals("DL05 DESTRUCTIVE", retyped("numeric(10,4)", "numeric(10,2)"));
    assertEquals("DL05 DESTRUCTIVE", retyped("timestamp(6)", "timestamp(3)"));
    assertEquals("DL05 DESTRUCTIVE", retyped("double precision", "real"));
    assertEquals("DL05 DESTRUCTIVE", retyped("numeric(10,2)", "bigint"));
    assertEquals("DL05 DESTRUCTIVE", retyped("timestamp(6)", "date"));
    assertEquals("DL05 DESTRUCTIVE", retyped("double precision", "numeric(38,2)"));
    assertEquals("DL05 DESTRUCTIVE", retyped("bigint", "double precision"));
    assertEquals("DL05 DESTRUCTIVE", retyped("integer", "boolean"));
    assertEquals(
        "DL05 DESTRUCTIVE", retyped("timestamp(6) with time zone", "time(6) with time zone"));
  }

  @Test
  void computingOverValuesIsDestructiveAndComputingOtherwiseIsNot() {
    Column plain = column("text");
    Column one = plain.withGenerated(Optional.of(new Generated("a", true)));
    Column other = plain.withGenerated(Optional.of(new Generated("b", true)));
    assertEquals("DL16 DESTRUCTIVE", codes(new AlterColumn(T, plain, one)));
    assertEquals("", codes(new AlterColumn(T, one, other)));
  }

  @Test
  void holdingLessIsAWarning() {
    assertEquals("DL05 WARNING", retyped("varchar(100)", "varchar(50)"));
    assertEquals("DL05 WARNING", retyped("mediumtext", "text"));
    assertEquals("DL05 WARNING", retyped("mediumtext", "varchar(50)"));
    assertEquals("DL05 WARNING", retyped("varchar(300)", "tinytext"));
    assertEquals("", retyped("tinytext", "text"));
    assertEquals("DL05 WARNING", retyped("numeric(10,4)", "numeric(10,6)"));
    assertEquals("", retyped("numeric(10,4)", "numeric(12,6)"));
    assertEquals("DL05 WARNING", retyped("text", "varchar(50)"));
    assertEquals("DL05 WARNING", retyped("bigint", "integer"));
    assertEquals("DL05 WARNING", retyped("varchar(36)", "uuid"));
    assertEquals("DL05 WARNING", retyped("numeric(12,2)", "numeric(10,2)"));
  }

  @Test
  void holdingMoreIsFine() {
    assertEquals("", retyped("varchar(50)", "varchar(100)"));
    assertEquals("", retyped("varchar(50)", "text"));
    assertEquals("", retyped("integer", "bigint"));
    assertEquals("", retyped("numeric(10,2)", "numeric(12,2)"));
    assertEquals("", retyped("timestamp(3)", "timestamp(6)"));
    assertEquals("", retyped("real", "double precision"));
    assertEquals("", retyped("integer", "double precision"));
    assertEquals("", retyped("integer", "numeric(38,2)"));
  }

  @Test
  void removedLabelIsAWarningAndAnAddedOneIsNot() {
    EnumType two = new EnumType(T, List.of("A", "B"));
    EnumType one = new EnumType(T, List.of("A"));
    assertEquals("DL06 WARNING", codes(new AlterEnumType(two, one, List.of())));
    assertEquals("", codes(new AlterEnumType(one, two, List.of())));
  }

  @Test
  void valueTakenOutOfAColumnsListIsAWarningUnlessItIsRenamed() {
    assertEquals("DL06 WARNING", retyped("enum('A','B')", "enum('A')"));
    assertEquals("", retyped("enum('A')", "enum('A','B')"));
    assertEquals(
        "",
        codes(
            new AlterColumn(T, column("enum('A')"), column("enum('A','B')")),
            new RenameValue(T, "c", "A", "B"),
            new AlterColumn(T, column("enum('A','B')"), column("enum('B')"))));
  }

  @Test
  void valueTakenOutOfACheckIsAWarningUnlessItIsRenamed() {
    String list =
        "((c)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))";
    assertEquals("DL06 WARNING", rechecked(list, "c in ('A')"));
    assertEquals("DL06 WARNING", rechecked("(`c` in (_utf8mb4'A',_utf8mb4'B'))", "c in ('B')"));
    assertEquals("DL06 WARNING", rechecked("c between 0 and 2", "c between 0 and 1"));
    assertEquals("", rechecked("c between 0 and 1", "c between 0 and 2"));
    assertEquals("", rechecked("c in ('A')", list));
    assertEquals("", rechecked("c in ('A','B')", "lower(c) = 'a'"));
    assertEquals("", codes(new DropConstraint(T, new Check("ck", list))));
    assertEquals(
        "",
        codes(
            new DropConstraint(T, new Check("ck", list)),
            new RenameValue(T, "c", "A", "X"),
            new AddConstraint(T, new Check("ck", "c in ('X','B')"))));
  }

  private static String rechecked(String from, String to) {
    return codes(
        new DropConstraint(T, new Check("ck", from)), new AddConstraint(T, new Check("ck", to)));
  }

  @Test
  void roundingIsToldInTheWordsOfMysqlToo() {
    assertEquals("DL05 DESTRUCTIVE", retyped("datetime(6)", "datetime(3)"));
    assertEquals("DL05 DESTRUCTIVE", codes(MYSQL, "datetime(6)", "datetime"));
    assertEquals("", codes(MYSQL, "time", "time(3)"));
    assertEquals("DL05 DESTRUCTIVE", retyped("timestamp", "timestamp(3)"));
    assertEquals("DL05 DESTRUCTIVE", retyped("datetime", "date"));
    assertEquals("DL05 DESTRUCTIVE", retyped("datetime(6)", "time(6)"));
    assertEquals("DL05 DESTRUCTIVE", retyped("double precision", "float"));
    assertEquals("DL05 DESTRUCTIVE", retyped("numeric(10,2)", "float"));
    assertEquals("DL05 DESTRUCTIVE", retyped("float", "integer unsigned"));
    assertEquals("", retyped("datetime(3)", "datetime(6)"));
    assertEquals("", retyped("datetime(6)", "timestamp(6)"));
    assertEquals("", retyped("float", "double precision"));
    assertEquals("", retyped("tinyint", "float"));
  }

  /** SQLite holds any value in any column, but for those that the change writes anew. */
  @Test
  void whatSqliteLeavesAsItIsIsNoLoss() {
    Dialect sqlite = Dialects.named("sqlite", 3, 40);
    assertEquals("", codes(sqlite, "numeric(10,4)", "numeric(10,2)"));
    assertEquals("", codes(sqlite, "varchar(100)", "varchar(50)"));
    assertEquals("", codes(sqlite, "timestamp", "date"));
    assertEquals("DL05 DESTRUCTIVE", codes(sqlite, "double precision", "integer"));
    assertEquals("DL05 WARNING", codes(sqlite, "varchar(20)", "integer"));
  }

  private static String codes(Dialect dialect, String from, String to) {
    Table before = Table.of(T, List.of(column(from)), List.of(), List.of());
    Table after = Table.of(T, List.of(column(to)), List.of(), List.of());
    Change change = new AlterColumn(T, column(from), column(to));
    return codes(
        Linter.check(
            new Plan(
                schema(before),
                schema(after),
                List.of(change),
                new ChangeSet(List.of(change)),
                Set.of()),
            dialect));
  }

  @Test
  void requiredColumnWantsAValueForTheRowsThatAreThere() {
    Column required = column("text").withNullable(false);
    assertEquals("DD01 WARNING", codes(new AddColumn(T, required)));
    assertEquals("", codes(new AddColumn(T, required, Optional.of("''"))));
    assertEquals("", codes(new AddColumn(T, required.withDefaultValue(Optional.of("''")))));
  }

  @Test
  void unmappedRequiredColumnMakesInsertsFail() {
    Column required = column("text").withNullable(false);
    Schema schema =
        Schema.of(
            List.of(),
            List.of(Table.of(T, List.of(required), List.of(), List.of())),
            List.of(),
            List.of());
    assertEquals(
        "JP16 WARNING",
        codes(
            new Plan(
                schema, schema, List.of(), ChangeSet.EMPTY, Set.of(ObjectName.column(T, "c")))));
    assertEquals("", codes(new Plan(schema, schema, List.of(), ChangeSet.EMPTY, Set.of())));
  }

  @Test
  void whatTheModelDoesNotHoldIsLostForGood() {
    Plan plan = new Plan(Schema.EMPTY, Schema.EMPTY, List.of(), ChangeSet.EMPTY, Set.of());
    assertEquals("", codes(plan));
    Unmodelled lost = new Unmodelled(ObjectName.index(T, "ix"), "its comment 'for search'");
    Plan losing =
        new Plan(Schema.EMPTY, Schema.EMPTY, List.of(), ChangeSet.EMPTY, Set.of(), List.of(lost));
    assertEquals("DL18 WARNING", codes(losing));
    assertEquals(
        "With \"t.ix\" goes its comment 'for search', and no downgrade brings that back: keep a"
            + " statement for it in the downgrade if it is needed.",
        Linter.check(losing).get(0).message());
  }

  @Test
  void saysWhatTheDatabaseHasNoStatementFor() {
    Column number = column("bigint");
    Column day = column("date");
    Table before = Table.of(T, List.of(number), List.of(), List.of());
    Table after = Table.of(T, List.of(day), List.of(), List.of());
    Change change = new AlterColumn(T, number, day);
    Plan plan =
        new Plan(
            schema(before),
            schema(after),
            List.of(change),
            new ChangeSet(List.of(change)),
            Set.of());
    List<String> messages =
        Linter.check(plan, MYSQL).stream()
            .filter(finding -> finding.code().equals("DL19"))
            .map(Finding::message)
            .toList();
    assertEquals(2, messages.size());
    assertTrue(
        messages
            .get(0)
            .startsWith(
                "The upgrade will be refused as it is written. Column \"t.c\" cannot go from"),
        messages.get(0));
    assertTrue(messages.get(1).startsWith("The downgrade will be refused"), messages.get(1));
  }

  /** SQLite makes the table anew for its key, forth and back. */
  @Test
  void passesWhatADatabaseDoesItsOwnWay() {
    QualifiedName z = QualifiedName.of("z");
    Table t = Table.of(T, List.of(column("bigint")), List.of(), List.of());
    Table target =
        Table.of(
            z, List.of(column("bigint")), List.of(new PrimaryKey("pk", List.of("c"))), List.of());
    ChangeSet changes =
        new ChangeSet(
            List.of(
                new CreateTable(target),
                new AddConstraint(T, ForeignKey.of("fk", List.of("c"), z, List.of("c")))));
    Plan plan =
        new Plan(schema(t), changes.applyTo(schema(t)), changes.changes(), changes, Set.of());
    assertEquals(List.of(), Linter.check(plan, Dialects.named("sqlite", 3, 40)));
  }

  private static Schema schema(Table table) {
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }

  private static String retyped(String from, String to) {
    return codes(new AlterColumn(T, column(from), column(to)));
  }

  private static Column column(String type) {
    return Column.of("c", new ColumnType(type));
  }

  private static String codes(Change... changes) {
    return codes(
        new Plan(
            Schema.EMPTY,
            Schema.EMPTY,
            List.of(changes),
            new ChangeSet(List.of(changes)),
            Set.of()));
  }

  private static String codes(Plan plan) {
    return codes(Linter.check(plan));
  }

  private static String codes(List<Finding> findings) {
    return String.join(
        ", ", findings.stream().map(finding -> finding.code() + " " + finding.severity()).toList());
  }
}
