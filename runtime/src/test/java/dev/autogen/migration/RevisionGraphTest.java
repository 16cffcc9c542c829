package dev.autogen.migration;

import static dev.autogen.migration.Scripts.graph;
import static dev.autogen.migration.Scripts.ids;
import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
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
    assertEquals(List.of("e", "d"), ids(DIAMOND.downgradePath(Set.of("e"), Set.of("b", "c"))));
    assertEquals(List.of("e", "d"), ids(DIAMOND.downgradePath(Set.of("e"), Set.of("b"))));
    assertEquals(
        List.of("e", "d", "c", "b", "a"), ids(DIAMOND.downgradePath(Set.of("e"), Set.of())));
    assertEquals(List.of(), ids(DIAMOND.downgradePath(Set.of("b"), Set.of("b"))));
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

  @Test
  void namesThoseInACircle() {
    var thrown =
        assertThrows(
            MigrationException.class,
            () -> graph(script("a"), script("b", "c"), script("c", "b", "a")));
    assertEquals(
        "These revisions follow each other in a circle, or follow one that does: \"b\" (db.Rb),"
            + " \"c\" (db.Rc). Correct \"revises\" in one of them.",
        thrown.getMessage());
  }
}
