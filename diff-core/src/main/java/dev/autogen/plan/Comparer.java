package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Merge;
import dev.autogen.diff.Merged;
import dev.autogen.diff.PartitionKeys;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.diff.Undemanded;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.ColumnCase;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.DeclarationSource;
import dev.autogen.inspect.DeclaredExpressions;
import dev.autogen.inspect.LiveSchema;
import dev.autogen.inspect.MappedViews;
import dev.autogen.inspect.NotCompared;
import dev.autogen.inspect.UnmodelledSource;
import dev.autogen.migration.DeclaredNames;
import dev.autogen.migration.Replay;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares entities with a database or with what the migrations make, and plans what leads from
 * there to the entities. Writes nothing; what it builds in the database to compare expressions is
 * gone before it returns.
 *
 * @param entities where the entities are and how they are read
 * @param scope what of the database is looked at
 * @param migrations what the migrations make, and what entities declared at the last of them
 * @param renames which things are the same under another name
 * @param fills values for rows that a required column would leave without one
 * @param unmanaged what becomes of things that no entity ever declared
 */
public record Comparer(
    DeclarationSource entities,
    DatabaseScope scope,
    Replay migrations,
    RenamePolicy renames,
    Fills fills,
    Unmanaged unmanaged) {

  /**
   * Compares with the database behind a connection. The entities are read at the same time as the
   * catalog.
   *
   * @throws dev.autogen.inspect.InspectionException if one of the two cannot be read
   */
  public Comparison withDatabase(Connection connection, Dialect dialect) {
    String schema = DatabaseSource.connectionSchema(connection, dialect);
    CompletableFuture<Declaration> reading =
        CompletableFuture.supplyAsync(() -> declaration(dialect, schema));
    DatabaseScope known = scope.plusSchemas(schemasOf(base()));
    LiveSchema live;
    try {
      live = new DatabaseSource(connection, dialect, known).readLive();
    } catch (RuntimeException e) {
      reading.handle((declaration, failure) -> null).join();
      throw e;
    }
    Declaration all = join(reading);
    DatabaseScope whole = known.plusSchemas(all.schema().namespaces());
    if (!whole.equals(known)) {
      live = new DatabaseSource(connection, dialect, whole).readLive();
    }
    all = new MappedViews(connection, dialect).leftOut(all, live.schema());
    Schema theirs = ColumnCase.spelled(live.beside(all.schema(), base()), all.schema(), dialect);
    ChangeSet hinted = new ChangeSet(renames.renames(theirs, all.schema()));
    Declaration demanded =
        PartitionKeys.taken(
            Undemanded.leftOut(
                all,
                dialect.exported(all.schema()),
                hinted.applyTo(theirs),
                migrations.then(hinted)),
            theirs,
            live.partitioned());
    OptionsAsFound options = options(dialect, hinted);
    Declaration ours =
        demanded.withSchema(asFound(demanded.schema(), hinted.applyTo(theirs), options));
    List<Change> asked = renames.renames(theirs, ours.schema());
    DeclaredExpressions.Compared compared =
        new DeclaredExpressions(connection, dialect)
            .compare(ours, new ChangeSet(asked).applyTo(theirs), theirs);
    Structs structs = Structs.of(ours.structs(), connection, dialect);
    List<NotCompared> notCompared = new ArrayList<>(compared.notCompared());
    notCompared.addAll(options.untold(demanded.schema(), hinted.applyTo(theirs)));
    notCompared.addAll(structs.notCompared());
    notCompared.addAll(UnreadWords.of(ours.unread(), ours.schema(), hinted.applyTo(theirs)));
    Comparison comparison =
        comparison(compared.declaration(), theirs, asked, notCompared, dialect)
            .withStructs(structs.missing());
    return comparison.plan().drops()
        ? comparison.withLost(new UnmodelledSource(connection, dialect).read(whole.schemas()))
        : comparison;
  }

  /**
   * @param renames what is to be renamed before anything else
   */
  private OptionsAsFound options(Dialect dialect, ChangeSet renames) {
    DeclaredNames names = new DeclaredNames(migrations.declared());
    renames.changes().forEach(change -> change.accept(names));
    return new OptionsAsFound(dialect, names.toMap().keySet(), migrations.then(renames).schema());
  }

  private static Schema asFound(Schema ours, Schema theirs, OptionsAsFound options) {
    return ours.withTables(
        ours.tables()
            .map(
                table ->
                    theirs
                        .tables()
                        .find(table.name().toString())
                        .map(found -> options.dialect().asFound(options.met(table, found), found))
                        .orElse(table)));
  }

  /**
   * Compares with a schema that the migrations make, without a database. What they know by name
   * alone, because it was there before them, is taken to be as it is declared.
   */
  public Comparison withSchema(Schema replayed, Dialect dialect) {
    Declaration all = declaration(dialect, entities.connectionSchema());
    Schema known = new KnownByName(all.schema(), all.implicitNames(), base()).beside(replayed);
    Schema theirs =
        ColumnCase.spelled(lookedAt(known, entities.connectionSchema()), all.schema(), dialect);
    ChangeSet hinted = new ChangeSet(renames.renames(theirs, all.schema()));
    Declaration ours =
        all.withSchema(asFound(all.schema(), hinted.applyTo(theirs), options(dialect, hinted)));
    List<Change> asked = renames.renames(theirs, ours.schema());
    return comparison(ours, theirs, asked, List.of(), dialect);
  }

  /** The names of what entities declared at the last revision. */
  private Set<ObjectName> base() {
    return migrations.declared().keySet();
  }

  /** What the entities declare of what is looked at. */
  private Declaration declaration(Dialect dialect, String schema) {
    Declaration all = entities.declaration(dialect, schema);
    return all.withSchema(lookedAt(all.schema(), schema));
  }

  /** What of a schema is looked at: the rest does not exist, on neither side. */
  private Schema lookedAt(Schema schema, String defaultSchema) {
    return schema
        .withTables(
            schema
                .tables()
                .filter(
                    table ->
                        scope.includesTable(
                            real(table.name(), defaultSchema), table.name().name())))
        .withSequences(
            schema
                .sequences()
                .filter(
                    sequence ->
                        scope.includesObject(
                            real(sequence.name(), defaultSchema), sequence.name().name())));
  }

  private static String real(QualifiedName name, String defaultSchema) {
    return name.schema().isEmpty() ? defaultSchema : name.schema();
  }

  private Comparison comparison(
      Declaration declaration,
      Schema theirs,
      List<Change> asked,
      List<NotCompared> notCompared,
      Dialect dialect) {
    List<Change> following =
        Stream.concat(
                FollowingNames.of(asked, declaration, theirs, dialect).stream(),
                FollowingSequences.of(asked, declaration, theirs).stream())
            .toList();
    List<Change> all = Stream.concat(asked.stream(), following.stream()).toList();
    Merged merged =
        Merge.of(migrations, declaration, theirs, (database, declared) -> all, unmanaged);
    Schema target = dialect.canonical(merged.target());
    Plan plan =
        new Planner(theirs, dialect, fills)
            .plan(
                merged.renames(),
                SchemaDiff.between(merged.renamed(), target),
                target,
                merged.unmanaged())
            .without(inTheWake(merged, target))
            .without(following);
    DeclaredNames names = new DeclaredNames(migrations.declared());
    plan.upgrade().changes().forEach(change -> change.accept(names));
    SortedMap<ObjectName, String> before = names.toMap();
    SortedMap<ObjectName, String> declared = new TreeMap<>(merged.ours().origins());
    declared.entrySet().removeAll(before.entrySet());
    SortedSet<ObjectName> withdrawn = new TreeSet<>(before.keySet());
    withdrawn.removeAll(merged.ours().origins().keySet());
    KeyNumbers numbers = new KeyNumbers(plan, merged.ours(), migrations.declared(), dialect);
    return new Comparison(
        merged.ours(), plan, notCompared, declared, withdrawn, numbers.forth(), numbers.back());
  }

  /** What only the database's own spelling of the target adds to what was to be changed. */
  private static List<Change> inTheWake(Merged merged, Schema target) {
    Set<ObjectName> meant =
        SchemaDiff.between(merged.renamed(), merged.target()).stream()
            .map(Change::object)
            .collect(Collectors.toSet());
    return SchemaDiff.between(merged.target(), target).stream()
        .filter(change -> !meant.contains(change.object()))
        .toList();
  }

  private static Set<String> schemasOf(Set<ObjectName> names) {
    return names.stream()
        .map(name -> name.kind() == Kind.SCHEMA ? name.owner().name() : name.owner().schema())
        .filter(schema -> !schema.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Declaration join(CompletableFuture<Declaration> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
