package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.codegen.MigrationRequest;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.migration.DeclaredNames;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.plan.Fills;
import dev.autogen.plan.Plan;
import dev.autogen.plan.Planner;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chain of migrations that one can stand for.
 *
 * @param chain the migrations, each of which follows the one before it and nothing else
 * @param before what is there before the first
 * @param after what is there after the last
 * @param steps all that they do, in order
 */
record Squash(List<MigrationScript> chain, Replay before, Replay after, List<Step> steps) {

  /** One statement with values, and nothing that depends on when it runs. */
  private static final Pattern INSERT =
      Pattern.compile(
          "\\s*insert\\s+into\\s+([^\\s(]+)\\s*(\\([^()]*\\)\\s*)?values\\b[^;]*;?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern QUERY = Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE);

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
    List<Step> steps = new ArrayList<>();
    for (MigrationScript script : chain) {
      for (Step step : script.steps(Direction.UPGRADE, after.schema())) {
        requireJoinable(script, step, steps);
        steps.add(step);
      }
      after = after.then(script);
    }
    return new Squash(List.copyOf(chain), before, after, List.copyOf(steps));
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
    if (!script.header().links().replaces().isEmpty()
        || !script.header().links().branchLabels().isEmpty()) {
      throw new Failure(
          "Revision "
              + script
              + " is a squash itself or names a branch, which another squash cannot take over."
              + " Squash what lies on one side of it.");
    }
  }

  /** First rows of a table that the chain makes can be put in at the end; all else has its time. */
  private static void requireJoinable(MigrationScript script, Step step, List<Step> earlier) {
    if (step instanceof Step.Alter || isSeed(step, earlier)) {
      return;
    }
    throw new Failure(
        "Revision "
            + script
            + " does work on rows that cannot be put together with other steps: "
            + step.words().lines().findFirst().orElse("")
            + ". Squash what lies before it, and what lies after it.");
  }

  private static boolean isSeed(Step step, List<Step> earlier) {
    if (step instanceof Step.Insert insert) {
      return isMade(insert.table().toString(), earlier);
    }
    if (step instanceof Step.Execute execute) {
      String sql = TEXT.matcher(execute.sql()).replaceAll("''");
      Matcher insert = INSERT.matcher(sql);
      return insert.matches()
          && !QUERY.matcher(sql).find()
          && isMade(insert.group(1).replaceAll("[\"`]", ""), earlier);
    }
    return false;
  }

  private static boolean isMade(String table, List<Step> earlier) {
    return earlier.stream()
        .anyMatch(
            step ->
                step instanceof Step.Alter alter
                    && alter.change() instanceof TableChange.CreateTable create
                    && create.definition().name().toString().equalsIgnoreCase(table));
  }

  MigrationScript first() {
    return chain.get(0);
  }

  MigrationScript last() {
    return chain.get(chain.size() - 1);
  }

  /** The ids of all but the last, which gives the squash its own. */
  List<String> replaced() {
    return chain.subList(0, chain.size() - 1).stream().map(MigrationScript::id).toList();
  }

  /** The migration that stands for the chain. */
  MigrationRequest request(MigrationRequest.Header header, String packageName, Dialect dialect) {
    List<Change> renames = renames();
    Schema renamed = new ChangeSet(renames).applyTo(before.schema());
    Plan plan =
        new Planner(before.schema(), dialect, fills())
            .plan(renames, SchemaDiff.between(renamed, after.schema()), after.schema(), Set.of());
    Replay reached = before.then(plan.upgrade());
    if (!reached.schema().equals(after.schema())) {
      throw new Failure(
          "One migration would not lead where the chain leads: "
              + SchemaDiff.between(reached.schema(), after.schema()).get(0).describe()
              + ". Squash a shorter range.");
    }
    DeclaredNames names = new DeclaredNames(before.declared());
    plan.upgrade().changes().forEach(change -> change.accept(names));
    SortedMap<ObjectName, String> told = names.toMap();
    SortedMap<ObjectName, String> declared = new TreeMap<>(after.declared());
    declared.entrySet().removeAll(told.entrySet());
    SortedSet<ObjectName> withdrawn = new TreeSet<>(told.keySet());
    withdrawn.removeAll(after.declared().keySet());
    return new MigrationRequest(
        header,
        packageName,
        List.of(),
        plan.upgrade(),
        seeds(dialect),
        plan.downgrade(),
        List.of(),
        before.schema(),
        reached.schema(),
        declared,
        withdrawn);
  }

  /** Those of what is there before the chain: what holds rows must not be made anew. */
  private List<Change> renames() {
    List<Change> renames = new ArrayList<>();
    Schema at = before.schema();
    for (Step step : steps) {
      if (step instanceof Step.Alter alter && isRename(alter.change())) {
        try {
          at = new ChangeSet(List.of(alter.change())).applyTo(at);
          renames.add(alter.change());
        } catch (SchemaException ofTheChain) {
          continue;
        }
      }
    }
    return renames;
  }

  private static boolean isRename(Change change) {
    return change instanceof TableChange.RenameTable
        || change instanceof ColumnChange.RenameColumn
        || change instanceof ColumnChange.RenameValue
        || change instanceof ConstraintChange.RenameConstraint
        || change instanceof ConstraintChange.RenameIndex
        || change instanceof ObjectChange.RenameSequence
        || change instanceof ObjectChange.RenameEnumType
        || change instanceof ObjectChange.RenameEnumLabel;
  }

  private Fills fills() {
    Map<String, String> fills = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step instanceof Step.Alter alter) {
        Change change = alter.change();
        if (change instanceof ColumnChange.AddColumn add) {
          add.fill().ifPresent(sql -> fills.put(add.table() + "." + add.column().name(), sql));
        } else if (change instanceof ColumnChange.AlterColumn column) {
          column.fill().ifPresent(sql -> fills.put(column.table() + "." + column.to().name(), sql));
        }
      }
    }
    return Fills.parse(
        fills.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private List<String> seeds(Dialect dialect) {
    List<String> seeds = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Execute execute) {
        seeds.add(execute.sql());
      } else if (step instanceof Step.Insert insert) {
        seeds.addAll(insert.sql(dialect));
      }
    }
    return seeds;
  }
}
