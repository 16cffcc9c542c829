package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The text of the statements as the model alone gives it; tests on engines show that they run. */
class MysqlDdlTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName P = QualifiedName.of("p");

  private final Dialect dialect = Dialects.named("mysql", 8, 0);

  @Test
  void createsTablesWithAllThatIsOnThem() {
    Table table =
        Table.of(
                T,
                List.of(
                    column("id", "bigint").withNullable(false).withIdentity(identity(7)),
                    column("order", "varchar(9)")
                        .withNullable(false)
                        .withDefaultValue(text("'x'"))
                        .withComment(text("it's")),
                    column("at", "timestamp(6)"),
                    column("doc", "json").withDefaultValue(text("'{}'")),
                    column("key", "varchar(36)").withDefaultValue(text("uuid()"))),
                List.of(
                    new PrimaryKey("PRIMARY", List.of("id")),
                    UniqueKey.of("u", List.of("order")),
                    new Check("c", "id > 0")),
                List.of(Index.of("i", "at")))
            .withComment(text("\\"));
    writes(
        new CreateTable(table),
        """
        create table t (
          `id` bigint not null auto_increment,
          `order` varchar(9) not null default 'x' comment 'it''s',
          `at` timestamp(6) null,
          `doc` json default ('{}'),
          `key` varchar(36) default (uuid()),
          primary key (id),
          constraint u unique (`order`),
          index i (at),
          constraint c check (id > 0)
        ) engine=InnoDB auto_increment=7 comment='\\\\';
        """);
  }

  @Test
  void addsRequiredColumnsWithoutInventedValues() {
    Column required = column("a", "integer").withNullable(false);
    writes(
        new AddColumn(T, required),
        """
        alter table t add column a integer;
        alter table t modify column a integer not null;
        """);
    writes(
        new AddColumn(T, required, text("b + 1")),
        """
        alter table t add column a integer;
        update t set a = b + 1 where a is null;
        alter table t modify column a integer not null;
        """);
    writes(
        new AddColumn(T, required.withDefaultValue(text("5"))),
        "alter table t add column a integer not null default 5;\n");
  }

  @Test
  void restatesAllOfAColumn() {
    Column from =
        column("a", "varchar(9)")
            .withNullable(false)
            .withDefaultValue(text("'1'"))
            .withCollation(text("latin1_bin"))
            .withComment(text("x"));
    writes(
        new AlterColumn(T, from, from.withType(new ColumnType("varchar(99)"))),
        "alter table t modify column `a` varchar(99) collate latin1_bin not null default '1'"
            + " comment 'x';\n");
    writes(
        new AlterColumn(T, from, from.withComment(Optional.empty())),
        "alter table t modify column `a` varchar(9) collate latin1_bin not null default '1';\n");
    writes(
        new AlterColumn(T, from, from.withType(new ColumnType("integer")).withCollation(none())),
        "alter table t modify column `a` integer not null default '1' comment 'x';\n");
    Column nullable = from.withNullable(true).withDefaultValue(none());
    writes(
        new AlterColumn(T, nullable, nullable.withNullable(false), text("'q'")),
        """
        update t set a = 'q' where a is null;
        alter table t modify column `a` varchar(9) collate latin1_bin not null comment 'x';
        """);
  }

  @Test
  void keepsTheDigitsOfClocksInStep() {
    Column from =
        column("a", "datetime(6)")
            .withDefaultValue(text("CURRENT_TIMESTAMP(6) on update CURRENT_TIMESTAMP(6)"));
    writes(
        new AlterColumn(T, from, from.withType(new ColumnType("datetime(3)"))),
        "alter table t modify column `a` datetime(3) default current_timestamp(3) on update"
            + " current_timestamp(3);\n");
  }

  @Test
  void convertsValuesThatMySqlWouldNot() {
    writes(
        new AlterColumn(T, column("a", "varchar(9)"), column("a", "bit(1)")),
        """
        update t set a = if(lower(trim(a)) in ('true', 't', 'yes', 'y', 'on', '1'), '1', '0') where a is not null;
        alter table t modify column `a` bit(1);
        """);
    writes(
        new AlterColumn(T, column("a", "varchar(36)"), column("a", "binary(16)")),
        """
        alter table t modify column `a` varbinary(144);
        update t set a = unhex(replace(trim(convert(a using utf8mb4)), '-', '')) where a is not null;
        alter table t modify column `a` binary(16);
        """);
    refuses(
        new AlterColumn(T, column("a", "enum('A')"), column("a", "integer")),
        "MySQL counts labels from 1");
    refuses(
        new AlterColumn(T, column("a", "datetime(6)"), column("a", "bigint")),
        "the digits it is written with");
    refuses(
        new AlterColumn(T, column("a", "time(6)"), column("a", "datetime(6)")),
        "MySQL would put today");
  }

  @Test
  void computesColumnsAnewWhereTheyStand() {
    Column plain = column("g", "bigint");
    Column stored = plain.withGenerated(Optional.of(new Generated("a + 1", true)));
    Column virtual = plain.withGenerated(Optional.of(new Generated("a + 1", false)));
    writes(
        new AlterColumn(T, plain, stored),
        "alter table t modify column `g` bigint generated always as (a + 1) stored;\n");
    writes(new AlterColumn(T, stored, plain), "alter table t modify column `g` bigint;\n");
    writes(
        known(Table.of(T, List.of(column("a", "integer"), plain), List.of(), List.of())),
        new AlterColumn(T, plain, virtual),
        "alter table t drop column `g`, add column `g` bigint generated always as (a + 1) virtual"
            + " after `a`;\n");
    writes(
        known(Table.of(T, List.of(virtual, column("a", "integer")), List.of(), List.of())),
        new AlterColumn(T, virtual, plain),
        """
        alter table t drop column `g`, add column `g` bigint generated always as (a + 1) stored first;
        alter table t modify column `g` bigint;
        """);
  }

  @Test
  void takesPrimaryKeysOfNumberedColumnsInOneStatement() {
    Column id = column("id", "bigint").withNullable(false).withIdentity(identity(1));
    PrimaryKey key = new PrimaryKey("PRIMARY", List.of("id"));
    PrimaryKey other = new PrimaryKey("PRIMARY", List.of("n"));
    Schema known = known(Table.of(T, List.of(id), List.of(key), List.of()));
    List<Change> changes =
        List.of(
            new DropConstraint(T, key),
            new AddColumn(P, column("x", "integer")),
            new AddColumn(T, id.withName("n")),
            new DropColumn(T, id),
            new AddConstraint(T, other));
    List<List<Change>> batches = dialect.batches(changes);
    assertEquals(List.of(1, 4), batches.stream().map(List::size).toList());
    assertEquals(
        List.of(
            "alter table t drop primary key, add column n bigint not null auto_increment, drop"
                + " column id, add primary key (n)"),
        dialect.statements(batches.get(1), known));
    assertEquals(
        List.of(
            "alter table t add column c integer",
            "update t set c = 1 where c is null",
            "alter table t modify column c integer not null",
            "alter table t drop primary key, add primary key (id, c)"),
        dialect.statements(
            List.of(
                new DropConstraint(T, key),
                new AddColumn(T, column("c", "integer").withNullable(false), text("1")),
                new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("id", "c")))),
            known));
    writes(
        known,
        new DropConstraint(T, key),
        "alter table t drop primary key, modify column `id` bigint not null;\n");
  }

  @Test
  void indexesOfForeignKeysFollow() {
    ForeignKey key = ForeignKey.of("fk", List.of("a"), P, List.of("id"));
    List<Column> columns = List.of(column("a", "bigint"));
    Schema without = known(Table.of(T, columns, List.of(key), List.of()));
    Schema with = known(Table.of(T, columns, List.of(key), List.of(Index.of("i", "a"))));
    writes(
        without, new DropConstraint(T, key), "alter table t drop foreign key fk, drop index fk;\n");
    writes(with, new DropConstraint(T, key), "alter table t drop foreign key fk;\n");
    writes(
        with,
        new DropIndex(T, Index.of("i", "a")),
        "alter table t drop index i, add index `fk` (`a`);\n");
    writes(
        without,
        new CreateIndex(T, Index.of("i", "a")),
        "alter table t add index i (a), drop index fk;\n");
    writes(
        without,
        new RenameConstraint(T, "fk", "other"),
        "alter table t drop foreign key fk, add constraint other foreign key (a) references p"
            + " (id), rename index fk to other;\n");
  }

  @Test
  void writesAnewWhatSpeaksOfARenamedColumn() {
    Table table =
        Table.of(
            T,
            List.of(
                column("a", "integer"),
                column("g", "integer").withGenerated(Optional.of(new Generated("`a` + 1", true)))),
            List.of(new Check("c", "`a` > 0")),
            List.of());
    writes(
        known(table),
        new RenameColumn(T, "a", "z"),
        "alter table t rename column a to z, modify column `g` integer generated always as (`z` +"
            + " 1) stored, drop check `c`, add constraint `c` check (`z` > 0);\n");
  }

  @Test
  void writesAnewWhatIsDeclaredWithoutQuotes() {
    Table table =
        Table.of(
            T,
            List.of(column("Code", "integer"), column("day", "date")),
            List.of(new Check("c", "code > 0 and day > '2020-01-01' + interval 1 day")),
            List.of());
    writes(
        known(table),
        new RenameColumn(T, "Code", "order"),
        "alter table t rename column Code to `order`, drop check `c`, add constraint `c` check"
            + " (`order` > 0 and `day` > '2020-01-01' + interval 1 day);\n");
    Schema renamed = new RenameColumn(T, "day", "Day").applyTo(known(table));
    writes(
        renamed,
        new RenameColumn(T, "Day", "at"),
        "alter table t rename column Day to at, drop check `c`, add constraint `c` check"
            + " (`Code` > 0 and `at` > '2020-01-01' + interval 1 day);\n");
  }

  @Test
  void namesAndComments() {
    writes(new RenameTable(T, new QualifiedName("shop", "t")), "rename table t to shop.t;\n");
    writes(new RenameIndex(T, "i", "j"), "alter table t rename index i to j;\n");
    writes(new CommentTable(T, none(), text("x")), "alter table t comment = 'x';\n");
    writes(new CommentTable(T, text("x"), none()), "alter table t comment = '';\n");
    String drop = String.join(";\n", statements(Schema.EMPTY, new DropSchema("shop")));
    assertTrue(drop.contains("information_schema.tables where table_schema = 'shop'"), drop);
    assertTrue(drop.endsWith(";\ndrop schema shop"), drop);
  }

  @Test
  void indexesHaveDirectionsPrefixesAndKinds() {
    Index index =
        Index.of("i")
            .withParts(
                List.of(
                    IndexPart.column("a").withPrefix(OptionalInt.of(10)),
                    IndexPart.column("b").withDescending(true),
                    IndexPart.expression("lower(`c`)")));
    writes(new CreateIndex(T, index), "alter table t add index i (a(10), b desc, (lower(`c`)));\n");
    refuses(new CreateIndex(T, index.withWhere(text("a > 0"))), "cannot have a condition");
    Schema known = known(Table.of(T, List.of(column("a", "varchar(2000)")), List.of(), List.of()));
    assertThrows(
        UnsupportedChangeException.class,
        () -> dialect.statements(List.of(new CreateIndex(T, Index.of("i", "a"))), known));
    Table narrow =
        Table.of(T, List.of(column("a", "varchar(2000)")), List.of(), List.of())
            .withOptions("collate=latin1_swedish_ci");
    writes(
        known(narrow), new CreateIndex(T, Index.of("i", "a")), "alter table t add index i (a);\n");
  }

  @Test
  void refusesWhatMySqlHasNot() {
    refuses(new CreateSequence(Sequence.of(T, 1, 1)), "has no sequences");
    refuses(new CreateEnumType(new EnumType(T, List.of("A"))), "no enum types with a name");
    refuses(
        new AddConstraint(
            T, new UniqueKey("u", List.of("a"), true, Deferrability.INITIALLY_DEFERRED)),
        "cannot defer");
    refuses(
        new AddConstraint(T, new UniqueKey("u", List.of("a"), false, Deferrability.NOT_DEFERRABLE)),
        "never equal");
    refuses(
        new AddConstraint(
            T,
            ForeignKey.of("f", List.of("a"), P, List.of("id"))
                .withActions(Action.SET_DEFAULT, Action.NO_ACTION)),
        "no action \"set default\"");
  }

  private void writes(Change change, String sql) {
    writes(Schema.EMPTY, change, sql);
  }

  private void writes(Schema known, Change change, String sql) {
    assertEquals(sql, String.join(";\n", statements(known, change)) + ";\n");
  }

  private List<String> statements(Schema known, Change change) {
    return dialect.statements(List.of(change), known);
  }

  private void refuses(Change change, String why) {
    String message =
        assertThrows(UnsupportedChangeException.class, () -> statements(Schema.EMPTY, change))
            .getMessage();
    assertTrue(message.contains(why), message);
  }

  private static Schema known(Table table) {
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }

  private static Optional<Identity> identity(long start) {
    return Optional.of(new Identity(Identity.Mode.BY_DEFAULT, start, 1));
  }

  private static Optional<String> text(String text) {
    return Optional.of(text);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
