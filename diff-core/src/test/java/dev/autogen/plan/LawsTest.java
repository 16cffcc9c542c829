package dev.autogen.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.Description.Sign;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.Merge;
import dev.autogen.diff.Merged;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.Declaration;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.RandomSchemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The promises that the whole tool rests on, tried on thousands of pairs of made-up schemas. */
class LawsTest {

  private static final int PAIRS = 4_000;
  private static final Dialect DIALECT = Dialects.named("postgresql", 18, 0);

  @Test
  void plansArriveGoBackAndFindNothingAfterwards() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Schema from = RandomSchemas.schema(seed);
      Schema to = RandomSchemas.schema(seed * 31L + 7);
      ChangeSet plan = plan(from, to, SchemaDiff.between(from, to)).upgrade();
      Schema arrived = plan.applyTo(from);
      assertEquals(to, arrived, "arrives, seed " + seed);
      assertEquals(from, plan.reverse().applyTo(arrived), "goes back, seed " + seed);
      assertEquals(plan, plan.reverse().reverse(), "reversed twice, seed " + seed);
      assertEquals(List.of(), SchemaDiff.between(arrived, to), "finds nothing, seed " + seed);
    }
  }

  @Test
  void tablesReadInAnotherOrderGiveTheSamePlan() {
    for (int seed = 0; seed < 500; seed++) {
      Schema from = RandomSchemas.schema(seed);
      Schema to = RandomSchemas.schema(seed + 1_000_000L);
      Schema shuffledFrom = shuffled(from, seed);
      Schema shuffledTo = shuffled(to, seed + 1);
      assertEquals(
          plan(from, to, SchemaDiff.between(from, to)).upgrade(),
          plan(shuffledFrom, shuffledTo, SchemaDiff.between(shuffledFrom, shuffledTo)).upgrade(),
          "seed " + seed);
    }
  }

  @Test
  void whatWasDeclaredBeforeBecomesExactlyWhatIsDeclaredNow() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Schema theirs = RandomSchemas.schema(seed);
      Declaration ours = declaration(RandomSchemas.schema(seed * 17L + 3));
      Set<ObjectName> base = Names.of(theirs);
      Merged merged = Merge.of(base, ours, theirs, RenamePolicy.NEVER, Unmanaged.KEEP);
      assertEquals(ours.schema(), merged.target(), "seed " + seed);
      assertEquals(Set.of(), merged.unmanaged(), "seed " + seed);
    }
  }

  @Test
  void whatNobodyDeclaredIsNeverRemovedButByPruning() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Schema theirs = RandomSchemas.schema(seed);
      Declaration ours = declaration(RandomSchemas.schema(seed * 17L + 3));
      Merged kept = Merge.of(Set.of(), ours, theirs, RenamePolicy.NEVER, Unmanaged.KEEP);
      Set<ObjectName> declared = Names.of(ours.schema());
      for (Change change : SchemaDiff.between(kept.renamed(), kept.target())) {
        boolean removesUndeclared =
            change.describe().sign() == Sign.REMOVED && !declared.contains(change.object());
        assertTrue(!removesUndeclared, "seed " + seed + ": " + change.describe());
      }
      Merged pruned = Merge.of(Set.of(), ours, theirs, RenamePolicy.NEVER, Unmanaged.PRUNE);
      assertEquals(ours.schema().tables(), pruned.target().tables(), "pruned, seed " + seed);
    }
  }

  @Test
  void mergingTheTargetAgainFindsNothing() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Schema theirs = RandomSchemas.schema(seed);
      Declaration ours = declaration(RandomSchemas.schema(seed * 17L + 3));
      Schema target = Merge.of(Set.of(), ours, theirs, RenamePolicy.NEVER, Unmanaged.KEEP).target();
      Merged again =
          Merge.of(Names.of(ours.schema()), ours, target, RenamePolicy.NEVER, Unmanaged.KEEP);
      assertEquals(List.of(), SchemaDiff.between(again.renamed(), again.target()), "seed " + seed);
    }
  }

  private static Schema shuffled(Schema schema, long seed) {
    List<Table> tables = new ArrayList<>(schema.tables().toList());
    Collections.shuffle(tables, new Random(seed));
    return Schema.of(
        schema.namespaces(), tables, schema.sequences().toList(), schema.enumTypes().toList());
  }

  private static Plan plan(Schema from, Schema to, List<Change> changes) {
    return new Planner(from, DIALECT, Fills.none()).plan(List.of(), changes, to, Set.of());
  }

  private static Declaration declaration(Schema schema) {
    return new Declaration(schema, new TreeMap<>(), Set.of(), new TreeMap<>(), 1, "7.4");
  }
}
