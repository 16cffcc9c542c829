package dev.autogen.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** google-java-format finds nothing to move in what is generated. */
class LayoutTest {

  @Test
  void theFormatterKeepsEveryMigration() throws FormatterException {
    for (RandomChanges random : CodeRoundTripTest.cases()) {
      assertKept(CodeRoundTripTest.request(random, random.before(), random.after()));
    }
  }

  @Test
  void theFormatterKeepsDeclarations() throws FormatterException {
    for (long seed = 0; seed < 60; seed++) {
      assertKept(CodeRoundTripTest.declarations(seed));
    }
  }

  private static void assertKept(MigrationRequest request) throws FormatterException {
    assertKept(new MigrationWriter().write(request).text());
  }

  static void assertKept(String text) throws FormatterException {
    List<String> expected = new Formatter().formatSource(text).lines().toList();
    List<String> actual = text.lines().toList();
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertEquals(expected.get(i), actual.get(i), around(actual, i));
    }
    assertEquals(expected, actual);
  }

  private static String around(List<String> lines, int line) {
    return String.join("\n", lines.subList(Math.max(0, line - 8), line + 1)) + "\n";
  }
}
