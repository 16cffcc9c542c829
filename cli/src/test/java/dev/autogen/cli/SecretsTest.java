package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void hidesThePasswordsOfUrls() {
    List<String> urls =
        List.of(
            "jdbc:postgresql://h/db?user=u&password=hush&ssl=true",
            "jdbc:postgresql://u:hush@h/db",
            "jdbc:mysql://u:hu@sh@h:3306/db",
            "jdbc:sqlserver://h;user=u;password=hush;encrypt=true",
            "jdbc:h2:file:./x;PASSWORD=hush",
            "jdbc:oracle:thin:u/hush@h:1521/x",
            "jdbc:postgresql://h/db?sslpassword=hush");
    for (String url : urls) {
      String shown = new Secrets().scrub("Cannot connect to " + url + ": no");
      assertFalse(shown.contains("hush") || shown.contains("sh@h"), shown);
    }
  }

  @Test
  void hidesAllOfAPassword() {
    for (String password : List.of("hu,sh", "hu)sh", "hu;sh", "hu.sh", "hu:sh")) {
      assertEquals(
          "Cannot connect to jdbc:postgresql://h/db?user=u&password=***&ssl=true.",
          new Secrets()
              .scrub(
                  "Cannot connect to jdbc:postgresql://h/db?user=u&password="
                      + password
                      + "&ssl=true."));
    }
  }

  @Test
  void leavesTheSentenceAroundAUrlWhole() {
    assertEquals(
        "Cannot connect to jdbc:postgresql://h/db?password=***: no",
        new Secrets().scrub("Cannot connect to jdbc:postgresql://h/db?password=hu:sh: no"));
  }

  @Test
  void hidesThePasswordInUseButNoPartOfAWord() {
    Secrets secrets = new Secrets();
    secrets.hide("data");
    assertEquals("the database refused \"***\"", secrets.scrub("the database refused \"data\""));
  }
}
