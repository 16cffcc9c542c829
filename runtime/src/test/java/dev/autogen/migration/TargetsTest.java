package dev.autogen.migration;

import static dev.autogen.migration.Scripts.dependent;
import static dev.autogen.migration.Scripts.graph;
import static dev.autogen.migration.Scripts.labelled;
import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

  private static final RevisionGraph LINE =
      graph(script("aa10"), script("aa20", "aa10"), script("bb30", "aa20"), script("cc40", "bb30"));

  private static final Targets AT_20 = new Targets(LINE, Set.of("aa20"));

  @ParameterizedTest
  @CsvSource({
    "head, cc40",
    "heads, cc40",
    "current, aa20",
    "bb30, bb30",
    "b, bb30",
    "aa1, aa10",
    "+1, bb30",
    "+2, cc40",
    "-1, aa10",
    "aa10+2, bb30",
    "cc-1, bb30",
    "head-3, aa10",
    "base+1, aa10",
  })
  void means(String text, String id) {
    assertEquals(Set.of(id), AT_20.resolve(text));
  }

  @ParameterizedTest
  @CsvSource({"base", "-2", "aa10-1"})
  void meansTheBase(String text) {
    assertEquals(Set.of(), AT_20.resolve(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aa | \"aa\" could be any of 2 revisions: \"aa10\" (message of aa10), \"aa20\" (message of"
            + " aa20). Write more of the one that you mean.",
        "x9 | No revision or branch label is called \"x9\" or begins so. \"autogen history\" lists them.",
        "+3 | \"+3\" is beyond the last revision: only 2 follow \"aa20\".",
        "-3 | \"-3\" is before the first revision: \"aa20\" is only 2 after the base.",
      })
  void refuses(String text, String message) {
    assertEquals(
        message, assertThrows(MigrationException.class, () -> AT_20.resolve(text)).getMessage());
  }

  @Test
  void readsRanges() {
    assertEquals(new Targets.Range(sorted("aa10"), sorted("cc40")), AT_20.range("aa1:head"));
    assertEquals(new Targets.Range(sorted(), sorted("aa20")), AT_20.range(":current"));
    assertEquals(new Targets.Range(sorted("bb30"), sorted("cc40")), AT_20.range("bb30:"));
  }

  @ParameterizedTest
  @CsvSource({
    "current, true",
    "current+1, true",
    "-1, true",
    "aa10@+1, true",
    "current:head, true",
    "base:current, true",
    "base:-1, true",
    "-1:current, true",
    "head-1, false",
    "-1:head, false",
    "+1:head, true",
    "aa10:+1, false",
    "base:head, false",
  })
  void knowsWhatHangsOnWhereTheDatabaseStands(String text, boolean hangs) {
    assertEquals(hangs, Targets.isFromCurrent(text, LINE));
    Executable reading =
        () -> {
          Targets targets = new Targets(LINE);
          if (Targets.isRange(text)) {
            targets.range(text);
          } else {
            targets.resolve(text);
          }
        };
    if (hangs) {
      assertThrows(MigrationException.class, reading);
    } else {
      assertDoesNotThrow(reading);
    }
  }

  @Test
  void prefersAnIdToItsArithmetic() {
    RevisionGraph graph = graph(script("a-1"), script("a-1+2", "a-1"));
    assertEquals(Set.of("a-1+2"), new Targets(graph, Set.of()).resolve("a-1+2"));
  }

  @Test
  void namesBothHeads() {
    RevisionGraph fork = graph(script("a"), script("b", "a"), script("c", "a"));
    Targets targets = new Targets(fork, Set.of("a"));
    assertEquals(Set.of("b", "c"), targets.resolve("heads"));
    assertEquals(
        "There are 2 heads, so \"head\" could be any of them: \"b\" (message of b), \"c\" (message"
            + " of c). Join them with autogen merge, put one behind the other with autogen rebase,"
            + " or name the one that you mean, or heads for all.",
        assertThrows(MigrationException.class, () -> targets.resolve("head")).getMessage());
    assertEquals(
        "\"+1\" cannot be told, because several revisions follow \"a\": \"b\", \"c\". Name one of"
            + " them.",
        assertThrows(MigrationException.class, () -> targets.resolve("+1")).getMessage());
  }

  /** What another branch depends on is applied, but the version table does not name it. */
  @Test
  void goesOnWhereTheVersionTableSaysThatABranchStands() {
    RevisionGraph fork =
        graph(
            labelled("a", "reports"),
            script("b", "a"),
            script("c", "a"),
            script("d", "c"),
            script("x1"),
            dependent("y", "x1", "b"));
    Targets targets = new Targets(fork, Set.of("c", "y"));
    assertEquals(Set.of("d"), targets.resolve("reports@+1"));
    assertEquals(Set.of("a"), targets.resolve("rep"));
    assertEquals(Set.of("c"), targets.resolve("rep@c"));
    assertEquals(
        "Revision \"x1\" is not of the branch \"reports\".",
        assertThrows(MigrationException.class, () -> targets.resolve("reports@x")).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | \"-1\" leads back, which an upgrade does not. Use downgrade for that.",
        "a:aa20 | \"a:aa20\" is a range, which is for scripts (--sql) alone: a database moves from"
            + " where it stands. Name only where it is to go.",
        "nowhere@head | No revision or branch label is called \"nowhere\" or begins so."
            + " \"autogen history\" lists them.",
        "@head | \"@\" names no branch. Write a branch label or a revision before the @.",
      })
  void refusesToUpgrade(String text, String message) {
    assertEquals(
        message, assertThrows(MigrationException.class, () -> AT_20.upgradeTo(text)).getMessage());
  }

  @Test
  void refusesToDowngradeABranchThatIsNotApplied() {
    RevisionGraph fork = graph(script("a"), script("b", "a"), labelled("c", "side", "a"));
    assertEquals(
        "Nothing of the branch \"side\" is applied, so there is nothing to count back from.",
        assertThrows(
                MigrationException.class,
                () -> new Targets(fork, Set.of("b")).downgradeTo("side@-1"))
            .getMessage());
  }

  @Test
  void saysThatThereIsNoHeadYet() {
    assertEquals(
        "There is no head, because there are no migrations yet. Write the first one with autogen"
            + " -m \"...\".",
        assertThrows(
                MigrationException.class,
                () -> new Targets(RevisionGraph.EMPTY, Set.of()).resolve("head"))
            .getMessage());
  }

  /** What Alembic says of the same graph; b300 has the label. */
  private static final RevisionGraph BRANCHES =
      graph(
          script("b100"),
          script("b200", "b100"),
          labelled("b300", "rep", "b200"),
          script("b400", "b300"),
          script("d300", "b200"),
          script("c100"),
          dependent("c200", "c100", "d300"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rep@base | c200",
        "b200 | b200",
        "d300 | b400 d300",
        "c100 | b400 c100",
        "base | ''",
        "b200@base | ''",
        "b400 b200 | b400",
        "b200 b100 | b200",
        "c100 b300 | b300 c100",
      })
  void stampsInThePlaceOfWhatIsRelated(String text, String heads) {
    StampTargets targets = StampTargets.at(sorted("b400", "c200"), BRANCHES);
    assertEquals(heads, String.join(" ", targets.standing(List.of(text.split(" ")))));
  }

  @ParameterizedTest
  @CsvSource({"rep@base:heads", "rep@base:", "rep@base:b400", "rep@-9:heads"})
  void keepsToTheBranchThatARangeStartsWith(String text) {
    Targets.Range range = new Targets(BRANCHES, Set.of()).cutOff().range(text);
    assertEquals(
        List.of("b100", "b200", "b300", "b400"),
        Scripts.ids(BRANCHES.between(range.from(), range.to())));
  }

  @Test
  void refusesARangeThatLeavesItsBranch() {
    Targets targets = new Targets(BRANCHES, Set.of());
    assertEquals(
        "The range holds nothing: \"c200\" is not of the branch \"rep\" that it starts with.",
        assertThrows(MigrationException.class, () -> targets.range("rep@base:c200")).getMessage());
  }

  @Test
  void stopsAtAnEndOfTheGraphWhereItOnlyLooks() {
    Targets looking = AT_20.cutOff();
    assertEquals(new Targets.Range(sorted(), sorted("bb30")), looking.range("-9:bb30"));
    assertEquals(new Targets.Range(sorted("aa20"), sorted("cc40")), looking.range("aa20:+9"));
    assertThrows(MigrationException.class, () -> AT_20.range("-9:bb30"));
    assertThrows(MigrationException.class, () -> AT_20.range("aa20:+9"));
  }

  @ParameterizedTest
  @CsvSource({"-1:heads, b300 b400 c100 c200", "-2:, b200 b300 b400 d300 c100 c200"})
  void countsBackFromEachEnd(String text, String ids) {
    Targets.Range range = new Targets(BRANCHES, Set.of()).cutOff().range(text);
    assertEquals(
        Set.of(ids.split(" ")),
        Set.copyOf(Scripts.ids(BRANCHES.between(range.from(), range.to()))));
  }

  /** The version table does not name what another branch depends on: d300. */
  @Test
  void takesBackWhatTheVersionTableNames() {
    Targets targets = new Targets(BRANCHES, Set.of("b400", "c200"));
    assertEquals(Set.of("b400"), targets.downgradeTo("b200@-1"));
    assertEquals(Set.of("b400", "c200"), targets.resolve("heads"));
  }

  private static java.util.SortedSet<String> sorted(String... ids) {
    return new java.util.TreeSet<>(Set.of(ids));
  }
}
