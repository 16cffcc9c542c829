package dev.autogen.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
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
    String text = new MigrationWriter().write(request).text();
    assertEquals(new Formatter().formatSource(text), text);
  }
}
