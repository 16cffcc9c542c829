package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.inspect.Declaration;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final Column ID = Column.of("id", new ColumnType("bigint")).withNullable(false);
  private static final Column EMAIL = Column.of("email", new ColumnType("varchar(255)"));
  private static final Column FAX = Column.of("fax", new ColumnType("varchar(40)"));

  @Test
  void dropsWhatWasDeclaredAndKeepsWhatNeverWas() {
    Schema theirs = users(List.of(ID, EMAIL, FAX), List.of(), List.of());
    Declaration ours = declared(users(List.of(ID, EMAIL), List.of(), List.of()));
    assertChanges(List.of(), merged(Set.of(), ours, theirs));
    assertEquals(
        Set.of(ObjectName.column(USERS, "fax")), merged(Set.of(), ours, theirs).unmanaged());
    assertChanges(
        List.of("- column users.fax varchar(40)"),
        merged(Set.of(ObjectName.column(USERS, "fax")), ours, theirs));
  }

  @Test
  void keepsAnUndeclaredDefaultAndCommentButDropsDeclaredOnes() {
    Column decorated =
        EMAIL.withDefaultValue(Optional.of("'x'")).withComment(Optional.of("by hand"));
    Schema theirs = users(List.of(ID, decorated), List.of(), List.of());
    Declaration ours = declared(users(List.of(ID, EMAIL), List.of(), List.of()));
    assertChanges(List.of(), merged(Set.of(), ours, theirs));
    assertChanges(
        List.of("~ column users.email default 'x' → none"),
        merged(Set.of(new ObjectName(Kind.COLUMN_DEFAULT, USERS, "email")), ours, theirs));
    assertChanges(
        List.of("~ column users.email default 'x' → none, comment removed"),
        Merge.of(Set.of(), ours, theirs, RenamePolicy.NEVER, Unmanaged.PRUNE));
  }

  /** Renames come first of all, and there the name still belongs to another. */
  @Test
  void makesAKeyAnewUnderTheNameOfAnIndexThatGoes() {
    List<Column> columns = List.of(ID, EMAIL);
    UniqueKey old = UniqueKey.of("uk_email", List.of("email"));
    Schema theirs = users(columns, List.of(old), List.of(Index.of("x_email", "email")));
    Declaration ours = declared(users(columns, List.of(old.withName("x_email")), List.of()));
    Set<ObjectName> base =
        Set.of(ObjectName.constraint(USERS, "uk_email"), ObjectName.index(USERS, "x_email"));
    assertChanges(
        List.of(
            "- unique users.uk_email (email)",
            "+ unique users.x_email (email)",
            "- index users.x_email (email)"),
        merged(base, ours, theirs));
    Declaration turned =
        declared(users(columns, List.of(), List.of(Index.of("uk_email", "email"))));
    assertChanges(
        List.of(
            "- unique users.uk_email (email)",
            "- index users.x_email (email)",
            "+ index users.uk_email (email)"),
        merged(base, turned, theirs));
  }

  @Test
  void alwaysComparesTypeAndNullability() {
    Schema theirs =
        users(List.of(ID, EMAIL.withType(new ColumnType("varchar(100)"))), List.of(), List.of());
    Declaration ours =
        declared(users(List.of(ID, EMAIL.withNullable(false)), List.of(), List.of()));
    assertChanges(
        List.of("~ column users.email varchar(100) → varchar(255), null → not null"),
        merged(Set.of(), ours, theirs));
  }

  @Test
  void takesTheDatabasesNameForWhatNobodyNamed() {
    List<Column> columns = List.of(ID, EMAIL);
    Schema theirs =
        users(
            columns,
            List.of(
                new PrimaryKey("users_pkey", List.of("id")),
                UniqueKey.of("users_email_key", List.of("email")),
                ForeignKey.of("fk_boss", List.of("id"), USERS, List.of("id")),
                new Check("users_email_check", "length(email) > 3")),
            List.of(Index.of("ix_1", "email")));
    Schema hashed =
        users(
            columns,
            List.of(
                new PrimaryKey("usersPK", List.of("id")),
                UniqueKey.of("UK6dotkott2kjsp8vw4d0m25fb7", List.of("email")),
                ForeignKey.of("FKabc", List.of("id"), USERS, List.of("id")),
                new Check("ck0", "length(email) > 3")),
            List.of(Index.of("IDXabc", "email")));
    Declaration ours = declared(hashed, allConstraints(hashed));
    Merged merged = merged(Set.of(), ours, theirs);
    assertChanges(List.of(), merged);
    assertTrue(merged.unmanaged().isEmpty(), merged.unmanaged().toString());
    assertEquals(theirs, merged.ours().schema());
  }

  @Test
  void recognisesAChangedCheckThatNobodyNamed() {
    Schema theirs = users(List.of(ID), List.of(new Check("CONSTRAINT_5", "id > 0")), List.of());
    Schema now = users(List.of(ID), List.of(new Check("users_id_check", "id > 1")), List.of());
    List<String> changed =
        List.of("- check users.CONSTRAINT_5 id > 0", "+ check users.CONSTRAINT_5 id > 1");
    Declaration ours = declared(now, allConstraints(now));
    assertChanges(
        changed, merged(Set.of(ObjectName.constraint(USERS, "users_id_check")), ours, theirs));
    assertChanges(
        changed, merged(Set.of(ObjectName.constraint(USERS, "CONSTRAINT_5")), ours, theirs));
  }

  @Test
  void leavesAHandMadeCheckOverTheSameColumnAlone() {
    Schema theirs = users(List.of(ID), List.of(new Check("ck_cap", "id <= 9")), List.of());
    Schema now = users(List.of(ID), List.of(new Check("users_id_check", "id > 1")), List.of());
    Merged merged = merged(Set.of(), declared(now, allConstraints(now)), theirs);
    assertChanges(List.of("+ check users.users_id_check id > 1"), merged);
    assertEquals(Set.of(ObjectName.constraint(USERS, "ck_cap")), merged.unmanaged());
  }

  @Test
  void renamesAKeyAndAnIndexThatSomebodyNamedAnew() {
    Schema theirs =
        users(
            List.of(ID, EMAIL),
            List.of(UniqueKey.of("uk_old", List.of("email"))),
            List.of(Index.of("ix_old", "email")));
    Declaration ours =
        declared(
            users(
                List.of(ID, EMAIL),
                List.of(UniqueKey.of("uk_new", List.of("email"))),
                List.of(Index.of("ix_new", "email"))));
    assertEquals(
        List.of("> constraint users.uk_old → uk_new", "> index users.ix_old → ix_new"),
        words(merged(Set.of(), ours, theirs).renames()));
    assertChanges(List.of(), merged(Set.of(), ours, theirs));
  }

  @Test
  void takesAwayUndeclaredThingsOfAColumnThatGoes() {
    Schema theirs =
        users(
            List.of(ID, FAX),
            List.of(new Check("ck_fax", "fax <> ''")),
            List.of(Index.of("ix_fax", "fax")));
    Declaration ours = declared(users(List.of(ID), List.of(), List.of()));
    assertChanges(
        List.of(
            "- column users.fax varchar(40)",
            "- check users.ck_fax fax <> ''",
            "- index users.ix_fax (fax)"),
        merged(Set.of(ObjectName.column(USERS, "fax")), ours, theirs));
  }

  @Test
  void keepsWhatAMappingCannotSayOfASequence() {
    Sequence found =
        Sequence.of(QualifiedName.of("s"), 1, 50)
            .withLimits(Optional.of(1L), Optional.of(99L))
            .withCache(7, true);
    Schema theirs = Schema.of(List.of(), List.of(), List.of(found), List.of());
    Schema now =
        Schema.of(
            List.of(), List.of(), List.of(Sequence.of(QualifiedName.of("s"), 1, 1)), List.of());
    Merged merged = merged(Set.of(), declared(now), theirs);
    assertChanges(List.of("~ sequence s increment 50 → 1"), merged);
    assertEquals(found.withStep(1, 1), merged.target().sequences().find("s").orElseThrow());
  }

  @Test
  void followsAStatedRenameAndComparesTheRest() {
    Schema theirs = users(List.of(ID, FAX), List.of(), List.of(Index.of("ix_fax", "fax")));
    Column phone = FAX.withName("phone").withType(new ColumnType("varchar(60)"));
    Declaration ours =
        declared(users(List.of(ID, phone), List.of(), List.of(Index.of("ix_fax", "phone"))));
    Merged merged =
        Merge.of(
            Set.of(ObjectName.column(USERS, "fax")),
            ours,
            theirs,
            RenameHints.parse(List.of("users.fax=users.phone")),
            Unmanaged.KEEP);
    assertEquals(List.of("> column users.fax → phone"), words(merged.renames()));
    assertChanges(List.of("~ column users.phone varchar(40) → varchar(60)"), merged);
  }

  @Test
  void replacesAnIndexThatHasTheNameOfADeclaredUniqueKey() {
    Schema plain = users(List.of(ID, EMAIL), List.of(), List.of(Index.of("ux_email", "email")));
    Schema unique =
        users(List.of(ID, EMAIL), List.of(UniqueKey.of("ux_email", List.of("email"))), List.of());
    assertChanges(
        List.of("+ unique users.ux_email (email)", "- index users.ux_email (email)"),
        merged(Set.of(), declared(unique), plain));
    assertChanges(
        List.of("- unique users.ux_email (email)", "+ index users.ux_email (email)"),
        merged(Set.of(), declared(plain), unique));
  }

  @Test
  void renamesNoIndexToANameThatAnotherTableGivesUp() {
    Table users = Table.of(USERS, List.of(ID, EMAIL), List.of(), List.of());
    Table people = Table.of(QualifiedName.of("people"), List.of(ID, EMAIL), List.of(), List.of());
    Schema theirs =
        tables(indexed(users, Index.of("ix_n", "email")), indexed(people, Index.of("ix_p", "id")));
    assertChanges(
        List.of(
            "- index users.ix_n (email)", "- index people.ix_p (id)", "+ index people.ix_n (id)"),
        merged(
            Set.of(
                ObjectName.index(USERS, "ix_n"),
                ObjectName.index(QualifiedName.of("people"), "ix_p")),
            declared(tables(users, indexed(people, Index.of("ix_n", "id")))),
            theirs));
  }

  private static Schema tables(Table... tables) {
    return Schema.of(List.of(), List.of(tables), List.of(), List.of());
  }

  private static Table indexed(Table table, Index index) {
    return Table.of(table.name(), table.columns().stream().toList(), List.of(), List.of(index));
  }

  private static Merged merged(Set<ObjectName> base, Declaration ours, Schema theirs) {
    return Merge.of(base, ours, theirs, RenamePolicy.NEVER, Unmanaged.KEEP);
  }

  private static void assertChanges(List<String> expected, Merged merged) {
    assertEquals(expected, words(SchemaDiff.between(merged.renamed(), merged.target())));
  }

  private static List<String> words(List<Change> changes) {
    return changes.stream().map(change -> change.describe().toString()).toList();
  }

  private static Schema users(
      List<Column> columns, List<? extends Constraint> constraints, List<Index> indexes) {
    return Schema.of(
        List.of(), List.of(Table.of(USERS, columns, constraints, indexes)), List.of(), List.of());
  }

  @Test
  void takesBackOptionsOfASequenceThatWereDeclared() {
    Sequence found =
        Sequence.of(QualifiedName.of("s"), 1, 50)
            .withLimits(Optional.of(-5L), Optional.of(99L))
            .withCache(20, true);
    Schema theirs = Schema.of(List.of(), List.of(), List.of(found), List.of());
    Sequence plain = Sequence.of(QualifiedName.of("s"), 1, 50);
    Schema ours = Schema.of(List.of(), List.of(), List.of(plain), List.of());
    Set<ObjectName> base =
        Set.of(
            ObjectName.sequence(plain.name()),
            ObjectName.option(plain.name(), "cache"),
            ObjectName.option(plain.name(), "maxvalue"));
    assertEquals(
        found.withCache(1, true).withLimits(Optional.of(-5L), Optional.empty()),
        merged(base, declared(ours), theirs).target().sequences().find("s").orElseThrow());
  }

  @Test
  void comparesAKeyToATableThatIsNotLookedAt() {
    QualifiedName accounts = new QualifiedName("other", "accounts");
    ForeignKey key = ForeignKey.of("fk_account", List.of("id"), accounts, List.of("id"));
    Schema with = users(List.of(ID), List.of(key), List.of());
    Schema without = users(List.of(ID), List.of(), List.of());
    ObjectName name = ObjectName.constraint(USERS, "fk_account");
    assertChanges(List.of(), merged(Set.of(name), declared(with), with));
    assertChanges(List.of(), merged(Set.of(), declared(without), with));
    Merged missing = merged(Set.of(), declared(with), without);
    List<Change> made = SchemaDiff.between(missing.renamed(), missing.target());
    assertEquals(1, made.size());
    assertEquals(with, new ChangeSet(made).applyTo(without));
  }

  @Test
  void aLimitThatTheStartNeedsComesAndGoesWithIt() {
    QualifiedName name = QualifiedName.of("numbers");
    Sequence one = Sequence.of(name, 1, 1);
    Sequence zero = Sequence.of(name, 0, 1).withLimits(Optional.of(0L), Optional.of(99L));
    Sequence limited = one.withLimits(Optional.empty(), Optional.of(99L));
    assertEquals(zero, merged(zero.withLimits(Optional.of(0L), Optional.empty()), limited));
    assertEquals(limited, merged(one, zero));
    Sequence down = Sequence.of(name, 0, -1).withLimits(Optional.empty(), Optional.of(0L));
    assertEquals(Sequence.of(name, -1, -1), merged(Sequence.of(name, -1, -1), down));
    assertEquals(down, merged(down, Sequence.of(name, -1, -1)));
  }

  private static Sequence merged(Sequence ours, Sequence theirs) {
    return merged(Set.of(), declared(numbers(ours)), numbers(theirs)).target().sequences().stream()
        .findFirst()
        .orElseThrow();
  }

  private static Schema numbers(Sequence sequence) {
    return Schema.of(List.of(), List.of(), List.of(sequence), List.of());
  }

  @Test
  void keepsWhatUnmanagedThingsAreMadeWith() {
    Table log =
        Table.of(
            new QualifiedName("crm", "log"),
            List.of(
                Column.of("mood", new ColumnType("crm.mood")),
                Column.of("n", new ColumnType("bigint"))
                    .withDefaultValue(Optional.of("nextval('crm.numbers'::regclass)"))),
            List.of(),
            List.of());
    EnumType mood = new EnumType(new QualifiedName("crm", "mood"), List.of("GOOD"));
    Sequence numbers = Sequence.of(new QualifiedName("crm", "numbers"), 1, 1);
    Schema theirs = Schema.of(List.of("crm"), List.of(log), List.of(numbers), List.of(mood));
    Set<ObjectName> base =
        Set.of(
            ObjectName.schema("crm"),
            ObjectName.enumType(mood.name()),
            ObjectName.sequence(numbers.name()));
    Merged kept = merged(base, declared(Schema.EMPTY), theirs);
    assertChanges(List.of(), kept);
    assertTrue(kept.unmanaged().containsAll(base));
    Set<ObjectName> all = new HashSet<>(base);
    all.add(ObjectName.table(log.name()));
    assertEquals(4, changes(merged(all, declared(Schema.EMPTY), theirs)).size());
  }

  @Test
  void takesAComputedColumnAwayWithWhatItIsMadeOf() {
    Column full =
        Column.of("full_name", new ColumnType("text"))
            .withGenerated(Optional.of(new Generated("email || fax", true)));
    Schema theirs = users(List.of(ID, EMAIL, FAX, full), List.of(), List.of());
    Declaration ours = declared(users(List.of(ID, EMAIL), List.of(), List.of()));
    Merged merged = merged(Set.of(ObjectName.column(USERS, "fax")), ours, theirs);
    assertEquals(2, changes(merged).size());
    assertEquals(Set.of(), merged.unmanaged());
    assertChanges(List.of(), merged(Set.of(), ours, theirs));
  }

  private static List<Change> changes(Merged merged) {
    return SchemaDiff.between(merged.renamed(), merged.target());
  }

  private static Declaration declared(Schema schema, ObjectName... implicit) {
    return new Declaration(schema, new TreeMap<>(), Set.of(implicit), new TreeMap<>(), 1, "7.4");
  }

  private static ObjectName[] allConstraints(Schema schema) {
    Table table = schema.table(USERS);
    return java.util.stream.Stream.concat(
            table.constraints().stream().map(c -> ObjectName.constraint(USERS, c.name())),
            table.indexes().stream().map(i -> ObjectName.index(USERS, i.name())))
        .toArray(ObjectName[]::new);
  }
}
