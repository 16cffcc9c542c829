package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaTokensTest {

  @Test
  void leavesOutWhatAFormatterMayChange() {
    String written =
        """
        package db;
        import java.util.List; // needed
        /** Adds "fax". */
        class R { // begins
          void upgrade() { op.execute("select 'a' /* kept */" + " // kept"); }
        }
        """;
    String formatted =
        """
        package db; import b.C; import a.B;
        class R
        {
            /* nothing */
            void upgrade()
            {
                op . execute("select 'a' "
                    + "/* kept */ // kept");
            }
        }
        """;
    assertEquals(JavaTokens.of(written), JavaTokens.of(formatted));
  }

  @Test
  void keepsEachWordAndEachCharacterOfAText() {
    assertNotEquals(JavaTokens.of("add(40)"), JavaTokens.of("add(41)"));
    assertNotEquals(JavaTokens.of("f(\"a  b\")"), JavaTokens.of("f(\"a b\")"));
    assertNotEquals(JavaTokens.of("f('\\'')"), JavaTokens.of("f('\"')"));
    assertNotEquals(JavaTokens.of("new A()"), JavaTokens.of("newA()"));
    assertEquals(List.of("a", "=", "\"/*\"", ";", "b"), JavaTokens.of("a = \"/*\"; b"));
  }

  @Test
  void readsTextBlocksAsJavaDoes() {
    String deep = "f(\"\"\"\n      select 1\n        from \"t\"\n      \"\"\")";
    String shallow = "f(\"\"\"\n  select 1\n    from \"t\"\n  \"\"\")";
    assertEquals(JavaTokens.of(deep), JavaTokens.of(shallow));
    assertNotEquals(JavaTokens.of(deep), JavaTokens.of(shallow.replace("    from", "  from")));
  }
}
