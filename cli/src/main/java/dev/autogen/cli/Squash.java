package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.codegen.MigrationRequest;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.migration.DeclaredNames;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.plan.Fills;
import dev.autogen.plan.Plan;
import dev.autogen.plan.Planner;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A chain of migrations that one can stand for.
 *
 * @param chain the migrations, each of which follows the one before it and nothing else
 * @param before what is there before the first
 * @param after what is there after the last
 * @param survivors what of that which is there before is there after, and how it came there
 * @param seeds the first rows of tables that the chain makes
 * @param notes what the one migration does not do as they do: sentences
 */
record Squash(
    List<MigrationScript> chain,
    Replay before,
    Replay after,
    Survivors survivors,
    Seeds seeds,
    List<String> notes) {

  /**
   * @throws Failure if they are no chain, or do something that cannot be put together
   */
  static Squash of(RevisionGraph graph, List<MigrationScript> chain) {
    if (chain.size() < 2) {
      throw new Failure(
          "A squash takes at least two migrations; this range holds %s.".formatted(chain.size()));
    }
    for (int i = 0; i < chain.size(); i++) {
      requireLink(graph, chain, i);
    }
    Replay before = Replay.of(graph.history(chain.get(0).revises()));
    Replay after = before;
    Survivors survivors = new Survivors(before.schema());
    Seeds seeds = new Seeds();
    List<String> notes = new ArrayList<>();
    for (MigrationScript script : chain) {
      Schema state = after.schema();
      for (Step step : script.steps(Direction.UPGRADE, state)) {
        if (step instanceof Step.Alter alter) {
          state = changed(state, script, alter.change());
          survivors.follow(script, alter.change());
        }
        seeds.follow(script, step);
      }
      requireWayBack(script, state, seeds);
      if (!script.isTransactional(Direction.UPGRADE, after.schema())) {
        notes.add(
            "Revision "
                + script
                + " says op.transactional(false); the squash is one transaction where the database"
                + " can do that.");
      }
      after = after.then(script);
    }
    survivors.requireTold(after.schema());
    seeds.requireTable(after.schema());
    return new Squash(List.copyOf(chain), before, after, survivors, seeds, List.copyOf(notes));
  }

  /**
   * The schema after a step.
   *
   * @throws Failure if it starts from what no migration made, so that nobody knows what it was
   */
  private static Schema changed(Schema state, MigrationScript script, Change change) {
    Replay replay = new Replay(state, new TreeMap<>(), true).then(new ChangeSet(List.of(change)));
    if (!replay.complete()) {
      throw new Failure(
          ("Revision %s changes what no migration makes as far as they tell: %s. Something of its"
                  + " name was there before them, or an op.execute made it, and one migration for"
                  + " many has to know it. Squash what lies before that revision, and what lies"
                  + " after it.")
              .formatted(script, change.describe()));
    }
    return replay.schema();
  }

  /** A squash goes back as the schema does: what a person wrote besides would be gone. */
  private static void requireWayBack(MigrationScript script, Schema state, Seeds seeds) {
    String split = " Squash what lies before that revision, and what lies after it.";
    script
        .irreversible(state)
        .ifPresent(
            why -> {
              throw new Failure(why + " One migration for many would take it back." + split);
            });
    List<Step> steps;
    try {
      steps = script.steps(Direction.DOWNGRADE, state);
    } catch (MigrationException broken) {
      return;
    }
    steps.stream()
        .filter(step -> !(step instanceof Step.Alter) && !seeds.goesWithItsTable(step))
        .findFirst()
        .ifPresent(
            step -> {
              throw new Failure(
                  "Revision %s does work of its own when it is taken back: %s.%s"
                      .formatted(script, Seeds.firstLine(step), split));
            });
  }

  private static void requireLink(RevisionGraph graph, List<MigrationScript> chain, int index) {
    MigrationScript script = chain.get(index);
    boolean follows = index == 0 || script.revises().equals(List.of(chain.get(index - 1).id()));
    boolean isLast = index == chain.size() - 1;
    boolean branches =
        !isLast
            && (graph.children(script.id()).size() > 1 || !graph.dependents(script.id()).isEmpty());
    if (!follows || branches || !graph.dependencies(script.id()).isEmpty()) {
      throw new Failure(
          "Revision "
              + script
              + " is not one of a plain chain: a branch, a merge or a dependency begins or ends"
              + " there. Squash what lies on one side of it.");
    }
    if (hasChain(script, graph)) {
      throw new Failure(
          "Revision "
              + script
              + " is a squash itself, and the classes of its chain are still here. Delete them once"
              + " no database stands among them any more, and squash then; or squash what lies on"
              + " one side of it.");
    }
    if (!script.header().links().branchLabels().isEmpty()) {
      throw new Failure(
          "Revision "
              + script
              + " names a branch, which a squash cannot take over. Squash what lies on one side of"
              + " it.");
    }
  }

  private static boolean hasChain(MigrationScript script, RevisionGraph graph) {
    return script.header().links().replaces().stream()
        .anyMatch(id -> graph.at(Set.of(id)).find(id).isPresent());
  }

  MigrationScript first() {
    return chain.get(0);
  }

  MigrationScript last() {
    return chain.get(chain.size() - 1);
  }

  /** The ids of all but the last, which gives the squash its own, and those that they replace. */
  List<String> replaced() {
    return chain.stream()
        .flatMap(it -> Stream.concat(it.header().links().replaces().stream(), Stream.of(it.id())))
        .filter(id -> !id.equals(last().id()))
        .toList();
  }

  /** The migration that stands for the chain. */
  MigrationRequest request(MigrationRequest.Header header, String packageName, Dialect dialect) {
    List<Change> renames = survivors.renames();
    Schema renamed = new ChangeSet(renames).applyTo(before.schema());
    Fills fills = Fills.parse(survivors.fills(after.schema()));
    Plan plan =
        new Planner(before.schema(), dialect, fills)
            .plan(renames, SchemaDiff.between(renamed, after.schema()), after.schema(), Set.of());
    ChangeSet upgrade = new ChangeSet(survivors.staged(plan.upgrade().changes()));
    Replay reached = before.then(upgrade);
    if (!reached.schema().equals(after.schema())) {
      throw new Failure(
          "One migration would not lead where the chain leads: "
              + SchemaDiff.between(reached.schema(), after.schema()).get(0).describe()
              + ". Squash a shorter range.");
    }
    DeclaredNames names = new DeclaredNames(before.declared());
    upgrade.changes().forEach(change -> change.accept(names));
    SortedMap<ObjectName, String> told = names.toMap();
    SortedMap<ObjectName, String> declared = new TreeMap<>(after.declared());
    declared.entrySet().removeAll(told.entrySet());
    SortedSet<ObjectName> withdrawn = new TreeSet<>(told.keySet());
    withdrawn.removeAll(after.declared().keySet());
    return new MigrationRequest(
        header,
        packageName,
        List.of(),
        upgrade,
        seeds.sql(dialect),
        plan.downgrade(),
        List.of(),
        before.schema(),
        reached.schema(),
        declared,
        withdrawn);
  }
}
