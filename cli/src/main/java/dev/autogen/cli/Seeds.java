package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Step;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * First rows that a chain of migrations puts into tables of its own. They can be put in at the end
 * of one migration, unless what comes after them in the chain changes them; all other work on rows
 * has its time.
 */
final class Seeds {

  /** One statement with values, and nothing that depends on when it runs. */
  private static final Pattern INSERT =
      Pattern.compile(
          "\\s*insert\\s+into\\s+([^\\s(]+)\\s*(\\([^()]*\\)\\s*)?values\\b[^;]*;?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** One statement on the rows of a table. */
  private static final Pattern WORK =
      Pattern.compile(
          "\\s*(?:insert\\s+into|delete\\s+from|truncate\\s+table|truncate|update)\\s+([^\\s(;]+)"
              + "[^;]*;?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern QUERY = Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE);

  private final Set<String> made = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Seed> seeds = new ArrayList<>();

  /**
   * @param table as it is written, without quotes
   * @param columns those that are given values; all if there are none
   */
  private record Seed(MigrationScript script, Step step, String table, Set<String> columns) {

    boolean isIn(ColumnChange change) {
      return change.table().toString().equalsIgnoreCase(table);
    }

    boolean names(String column) {
      return columns.isEmpty() || columns.contains(column);
    }
  }

  /**
   * The next step of the chain.
   *
   * @throws Failure if it is work on rows, or changes rows that were put in, in a way that cannot
   *     be put together with others
   */
  void follow(MigrationScript script, Step step) {
    if (step instanceof Step.Alter alter) {
      if (alter.change() instanceof CreateTable create) {
        made.add(create.definition().name().toString());
      }
      requireUnchanged(script, alter.change());
      return;
    }
    Seed seed = seed(script, step);
    if (!made.contains(seed.table())) {
      throw new Failure(
          "Revision "
              + script
              + " does work on rows that cannot be put together with other steps: "
              + firstLine(step)
              + ". Squash what lies before it, and what lies after it.");
    }
    seeds.add(seed);
  }

  private static Seed seed(MigrationScript script, Step step) {
    if (step instanceof Step.Insert insert) {
      return new Seed(script, step, insert.table().toString(), names(insert.columns()));
    }
    if (step instanceof Step.Execute execute) {
      String sql = TEXT.matcher(execute.sql()).replaceAll("''");
      Matcher insert = INSERT.matcher(sql);
      if (insert.matches() && !QUERY.matcher(sql).find()) {
        String columns = insert.group(2) == null ? "" : insert.group(2).replaceAll("[()\\s]", "");
        return new Seed(
            script,
            step,
            unquoted(insert.group(1)),
            columns.isEmpty() ? Set.of() : names(Arrays.asList(unquoted(columns).split(","))));
      }
    }
    return new Seed(script, step, "", Set.of());
  }

  private static Set<String> names(List<String> columns) {
    return columns.stream()
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  private static String unquoted(String name) {
    return name.replaceAll("[\"`]", "");
  }

  /** A value that a row took from the table as it was then is not the one that it takes later. */
  private void requireUnchanged(MigrationScript script, Change change) {
    if (!(change instanceof ColumnChange column)) {
      return;
    }
    for (Seed seed : seeds) {
      if (seed.isIn(column) && changes(seed, column)) {
        throw new Failure(
            ("Revision %s changes a column of %s, into which revision %s puts rows: %s. Put in"
                    + " afterwards they would be others. Squash what lies before revision %s, and"
                    + " what begins with it.")
                .formatted(
                    script.id(), seed.table(), seed.script(), change.describe(), script.id()));
      }
    }
  }

  private static boolean changes(Seed seed, ColumnChange change) {
    if (change instanceof AlterColumn alter) {
      Set<Facet> facets = alter.facets();
      boolean defaulted = facets.contains(Facet.DEFAULT) && !seed.names(alter.from().name());
      return defaulted || alter.fill().isPresent() || facets.contains(Facet.IDENTITY);
    }
    return change instanceof AddColumn add && add.fill().isPresent()
        || change instanceof DropColumn drop && seed.names(drop.column().name())
        || change instanceof RenameColumn rename && seed.names(rename.from())
        || change instanceof RenameValue;
  }

  /**
   * @param end the schema after the chain
   * @throws Failure if it holds no table any more into which rows are put
   */
  void requireTable(Schema end) {
    Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    end.tables().forEach(table -> tables.add(table.name().toString()));
    for (Seed seed : seeds) {
      if (!tables.contains(seed.table())) {
        throw new Failure(
            ("Revision %s puts rows into %s, which the chain drops or renames later on. Squash what"
                    + " lies up to that revision, and what lies after it.")
                .formatted(seed.script(), seed.table()));
      }
    }
  }

  /** Whether a step of a downgrade is about a table that goes when all of the chain goes. */
  boolean goesWithItsTable(Step step) {
    if (step instanceof Step.Insert insert) {
      return made.contains(insert.table().toString());
    }
    if (step instanceof Step.Backfill backfill) {
      return made.contains(backfill.table().toString());
    }
    if (step instanceof Step.Execute execute) {
      Matcher work = WORK.matcher(TEXT.matcher(execute.sql()).replaceAll("''"));
      return work.matches() && made.contains(unquoted(work.group(1)));
    }
    return false;
  }

  static String firstLine(Step step) {
    return step.words().lines().findFirst().orElse("");
  }

  /** The statements that put them in. */
  List<String> sql(Dialect dialect) {
    List<String> statements = new ArrayList<>();
    for (Seed seed : seeds) {
      if (seed.step() instanceof Step.Execute execute) {
        statements.add(execute.sql());
      } else if (seed.step() instanceof Step.Insert insert) {
        statements.addAll(insert.sql(dialect));
      }
    }
    return statements;
  }
}
