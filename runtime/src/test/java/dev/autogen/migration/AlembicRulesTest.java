package dev.autogen.migration;

import static dev.autogen.migration.Scripts.ids;
import static dev.autogen.migration.Scripts.linked;
import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The same graph as one that was given to Alembic, and the same answers. The order of revisions
 * that no link orders is each tool's own, so what ran is compared as a set, and its order with the
 * links.
 */
class AlembicRulesTest {

  /** Three bases, five heads, two merges, a label, a dependency. */
  private static final RevisionGraph GRAPH =
      RevisionGraph.of(
          List.of(
              script("a100"),
              script("a200", "a100"),
              script("a300", "a200"),
              script("a310", "a200"),
              script("a400", "a300", "a310"),
              script("a500", "a400"),
              script("a600", "a500"),
              script("a610", "a500"),
              Scripts.labelled("b100", "reports"),
              script("b200", "b100"),
              script("b210", "b100"),
              script("b300", "b200"),
              script("b310", "b200"),
              script("b400", "b300", "b310"),
              script("b500", "b400"),
              script("c100"),
              linked(
                  "c200", new MigrationScript.Links(List.of("c100"), List.of("b200"), List.of())),
              script("c300", "c200")));

  /** Where Alembic refuses and this does not, and why: docs/adr/0007. */
  private static final Map<String, String> ON_PURPOSE = Map.of("c300 downgrade b200", " => c300");

  @ParameterizedTest
  @CsvFileSource(resources = "alembic.txt", delimiter = '|')
  void answersAsAlembicDoes(String at, String command, String target, String expected) {
    String text = target.equals("-") ? "" : target;
    SortedSet<String> current = at.equals("-") ? new TreeSet<>() : sorted(at.split(","));
    String answer =
        ON_PURPOSE.getOrDefault(
            at + " " + command + " " + target, expected.equals("=>") ? " => " : expected);
    assertEquals(sets(answer), sets(answer(current, command, text)));
  }

  private static String answer(SortedSet<String> current, String command, String target) {
    Targets targets = new Targets(GRAPH, current);
    try {
      return switch (command) {
        case "heads" -> String.join(" ", GRAPH.heads());
        case "current" -> String.join(" ", targets.standing());
        case "show" -> String.join(" ", targets.resolve(target));
        case "history" -> history(targets, target);
        case "stamp" -> stamp(current, target);
        default -> moved(current, targets, Direction.valueOf(command.toUpperCase()), target);
      };
    } catch (MigrationException refused) {
      return "ERROR";
    }
  }

  private static String history(Targets targets, String range) {
    Targets.Range ends = targets.cutOff().range(range.isEmpty() ? ":" : range);
    return String.join(" ", ids(GRAPH.between(ends.from(), ends.to())));
  }

  private static String stamp(SortedSet<String> current, String target) {
    return " => "
        + String.join(",", StampTargets.at(current, GRAPH).standing(List.of(target.split(" "))));
  }

  private static String moved(
      SortedSet<String> current, Targets targets, Direction direction, String target) {
    boolean up = direction == Direction.UPGRADE;
    List<String> path =
        ids(
            up
                ? GRAPH.upgradePath(current, targets.upgradeTo(target))
                : GRAPH.downgradePath(current, targets.downgradeTo(target)));
    Set<String> applied = new HashSet<>(GRAPH.withAncestors(current));
    for (String id : path) {
      assertTrue(up ? applied.add(id) : applied.remove(id), id);
      assertEquals(applied, GRAPH.withAncestors(applied), "in an order that the links allow");
    }
    return path.stream().map(id -> (up ? "+" : "-") + id).collect(Collectors.joining(" "))
        + " => "
        + String.join(",", GRAPH.headsOf(applied));
  }

  /** What ran, and where it led, without regard to order. */
  private static List<Set<String>> sets(String answer) {
    List<Set<String>> sets = new ArrayList<>();
    for (String part : answer.split("=>", -1)) {
      sets.add(sorted(part.strip().split("[ ,]+")));
    }
    return sets;
  }

  private static SortedSet<String> sorted(String... ids) {
    Collection<String> given = List.of(ids);
    return new TreeSet<>(given);
  }
}
