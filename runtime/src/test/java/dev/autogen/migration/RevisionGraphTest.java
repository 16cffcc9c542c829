package dev.autogen.migration;

import static dev.autogen.migration.Scripts.dependent;
import static dev.autogen.migration.Scripts.graph;
import static dev.autogen.migration.Scripts.ids;
import static dev.autogen.migration.Scripts.labelled;
import static dev.autogen.migration.Scripts.linked;
import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

  /** a - b - d - e, with c beside b. */
  private static final RevisionGraph DIAMOND =
      graph(
          script("e", "d"), script("d", "b", "c"), script("c", "a"), script("b", "a"), script("a"));

  @Test
  void putsParentsFirst() {
    assertEquals(List.of("a", "b", "c", "d", "e"), ids(DIAMOND.scripts()));
  }

  @Test
  void knowsHeadsAndBases() {
    assertEquals(Set.of("e"), DIAMOND.heads());
    assertEquals(Set.of("a"), DIAMOND.bases());
    assertEquals(Set.of("b", "c"), DIAMOND.children("a"));
    assertEquals(Set.of("d", "b", "c", "a"), DIAMOND.withAncestors(Set.of("d")));
  }

  @Test
  void upgradesWhatIsMissing() {
    assertEquals(List.of("a", "b", "c", "d", "e"), ids(DIAMOND.upgradePath(Set.of(), Set.of("e"))));
    assertEquals(List.of("c", "d"), ids(DIAMOND.upgradePath(Set.of("b"), Set.of("d"))));
    assertEquals(List.of(), ids(DIAMOND.upgradePath(Set.of("e"), Set.of("b"))));
  }

  @Test
  void downgradesWhatFollows() {
    assertEquals(List.of("e", "d"), ids(DIAMOND.downgradePath(Set.of("e"), Set.of("d"))));
    assertEquals(List.of("e", "d", "b"), ids(DIAMOND.downgradePath(Set.of("e"), Set.of("b"))));
    assertEquals(
        List.of("e", "d", "c", "b", "a"), ids(DIAMOND.downgradePath(Set.of("e"), Set.of("a"))));
    assertEquals(List.of(), ids(DIAMOND.downgradePath(Set.of("b"), Set.of("d"))));
  }

  @Test
  void hasASquashWithinTheChainOfAnother() {
    MigrationScript inner = squash("c", "a", "b");
    MigrationScript outer = squash("e", "a", "b", "c", "d");
    RevisionGraph graph = graph(inner, script("d", "c"), script("e", "d"), outer);
    assertEquals(List.of(outer), graph.scripts());
    assertEquals(List.of("c", "d", "e"), ids(graph.at(Set.of("d")).scripts()));
    assertEquals(List.of("c", "d", "e"), ids(graph.at(Set.of("c")).scripts()));
    assertEquals(outer, graph.at(Set.of("b")).replacing("b").orElseThrow());
    RevisionGraph all =
        graph(
            script("a"),
            script("b", "a"),
            script("c", "b"),
            inner,
            script("d", "c"),
            script("e", "d"),
            outer);
    assertEquals(List.of(outer), all.scripts());
    assertEquals(List.of("a", "b", "c", "d", "e"), ids(all.at(Set.of("c")).scripts()));
    assertEquals(List.of(outer), graph(inner, script("e", "d"), outer).at(Set.of("c")).scripts());
  }

  private static MigrationScript squash(String id, String... replaces) {
    return linked(
        id, new MigrationScript.Links(List.of(), List.of(), List.of(), List.of(replaces)));
  }

  @Test
  void keepsDependenciesApartFromWhatIsFollowed() {
    RevisionGraph graph = graph(script("a"), script("b"), dependent("c", "a", "b"));
    assertEquals(Set.of("b", "c"), graph.heads());
    assertEquals(Set.of("b"), graph.dependencies("c"));
    assertEquals(Set.of("c"), graph.dependents("b"));
    assertEquals(List.of("a", "b", "c"), ids(graph.upgradePath(Set.of(), Set.of("c"))));
    assertEquals(Set.of("c"), graph.headsOf(Set.of("a", "b", "c")));
    assertEquals(List.of("c", "b"), ids(graph.downgradePath(Set.of("c"), Set.of("b"))));
  }

  @Test
  void labelsABranchUpToWhereItLeavesAnother() {
    RevisionGraph graph =
        graph(
            script("a"),
            script("b", "a"),
            script("c", "a"),
            script("d", "c"),
            labelled("e", "side", "d"),
            script("f", "e"));
    assertEquals(
        Set.of("c", "d", "e", "f"),
        ids(graph.scripts()).stream()
            .filter(id -> graph.branchLabels(id).contains("side"))
            .collect(Collectors.toSet()));
  }

  @Test
  void refusesALabelThatIsTaken() {
    var thrown =
        assertThrows(
            MigrationException.class,
            () -> graph(labelled("a", "side"), labelled("b", "side", "a")));
    assertEquals(
        "The branch label \"side\" of db.Rb is taken by db.Ra. Choose another.",
        thrown.getMessage());
  }

  @Test
  void namesBothFilesOfOneId() {
    var thrown = assertThrows(MigrationException.class, () -> graph(script("a"), script("a")));
    assertEquals(
        "Revision \"a\" is there twice: in db.Ra and in db.Ra. Give one of them another id.",
        thrown.getMessage());
  }

  @Test
  void namesTheFileWhoseParentIsMissing() {
    var thrown = assertThrows(MigrationException.class, () -> graph(script("b", "gone")));
    assertEquals(
        "db.Rb follows revision \"gone\", which no migration has. Bring that migration back, or"
            + " correct \"revises\" there.",
        thrown.getMessage());
  }

  /** One that a squash replaces may still be there, for databases within the chain. */
  @Test
  void namesTheSquashOfWhatIsFollowed() {
    MigrationScript squash =
        linked("c", new MigrationScript.Links(List.of(), List.of(), List.of(), List.of("a", "b")));
    List<MigrationScript> chain =
        List.of(squash, script("a"), script("b", "a"), script("c", "b"), script("z"));
    assertEquals(
        "db.Rx follows revision \"b\", which revision c (message of c) replaces. Write \"c\" in its"
            + " place in \"revises\" there.",
        refusal(chain, script("x", "b")));
    assertEquals(
        "db.Rx depends on revision \"b\", which revision c (message of c) replaces. Write \"c\" in"
            + " its place in \"dependsOn\" there.",
        refusal(chain, dependent("x", "z", "b")));
    assertEquals(
        "There is no migration with revision \"b\": revision c (message of c) replaces it.",
        assertThrows(MigrationException.class, () -> RevisionGraph.of(chain).script("b"))
            .getMessage());
  }

  private static String refusal(List<MigrationScript> chain, MigrationScript more) {
    List<MigrationScript> all = new ArrayList<>(chain);
    all.add(more);
    return assertThrows(MigrationException.class, () -> RevisionGraph.of(all)).getMessage();
  }

  @Test
  void namesThoseInACircle() {
    var thrown =
        assertThrows(
            MigrationException.class,
            () -> graph(script("a"), script("b", "c"), script("c", "b", "a"), script("d", "c")));
    assertEquals(
        "These revisions follow each other in a circle: \"b\" (db.Rb), \"c\" (db.Rc). Correct"
            + " \"revises\" or \"dependsOn\" in one of them.",
        thrown.getMessage());
  }

  @Test
  void namesTheOneThatFollowsItself() {
    var thrown = assertThrows(MigrationException.class, () -> graph(script("a", "a")));
    assertEquals(
        "db.Ra follows itself. Correct \"revises\" or \"dependsOn\" there.", thrown.getMessage());
  }

  @Test
  void namesTheFileWhoseDependencyIsMissing() {
    var thrown =
        assertThrows(MigrationException.class, () -> graph(script("a"), dependent("b", "a", "x")));
    assertEquals(
        "db.Rb depends on \"x\", which is no revision and no branch label. Bring that migration"
            + " back, or correct \"dependsOn\" there.",
        thrown.getMessage());
  }
}
