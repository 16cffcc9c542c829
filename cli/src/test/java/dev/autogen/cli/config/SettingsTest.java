package dev.autogen.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private Map<Key, List<String>> flags = Map.of();
  private Optional<String> name = Optional.empty();

  private Settings read(String yaml) throws IOException {
    Files.writeString(directory.resolve("autogen.yaml"), yaml);
    return Settings.read(directory, Optional.empty(), name, flags, environment);
  }

  private String refused(String yaml) {
    return assertThrows(ConfigurationException.class, () -> read(yaml)).getMessage();
  }

  @Test
  void flagBeatsEnvironmentBeatsFile() throws IOException {
    assertEquals(Optional.of("file"), read("url: file").text(Key.URL));
    environment.put("AUTOGEN_URL", "variable");
    assertEquals(Optional.of("variable"), read("url: file").text(Key.URL));
    flags = Map.of(Key.URL, List.of("flag"));
    assertEquals(Optional.of("flag"), read("url: file").text(Key.URL));
  }

  @Test
  void everyKeyHasAnEnvironmentVariable() throws IOException {
    environment.put("AUTOGEN_DIALECT_VERSION", "16");
    environment.put("AUTOGEN_PACKAGES", "a.b, c.d");
    environment.put("AUTOGEN_HIBERNATE", "x=1,y=2");
    Settings settings = read("");
    assertEquals(Optional.of("16"), settings.text(Key.DIALECT_VERSION));
    assertEquals(List.of("a.b", "c.d"), settings.list(Key.PACKAGES));
    assertEquals(Map.of("x", "1", "y", "2"), settings.pairs(Key.HIBERNATE));
  }

  @Test
  void hibernateSettingsAddToEachOther() throws IOException {
    name = Optional.of("prod");
    environment.put("AUTOGEN_HIBERNATE", "c=3");
    flags = Map.of(Key.HIBERNATE, List.of("d=4,5,e=6"));
    Settings settings =
        read("hibernate: { a: 1, b: 1 }\nenvironments:\n  prod: { hibernate: { b: 2 } }\n");
    assertEquals(
        Map.of("a", "1", "b", "2", "c", "3", "d", "4,5", "e", "6"), settings.pairs(Key.HIBERNATE));
  }

  @Test
  void takesVariablesAsTheyStand() throws IOException {
    environment.put("AUTOGEN_PASSWORD", "ab${cd}ef");
    environment.put("AUTOGEN_ENV", "");
    assertEquals(Optional.of("ab${cd}ef"), read("").text(Key.PASSWORD));
  }

  @Test
  void laysAnEnvironmentOverTheRest() throws IOException {
    name = Optional.of("prod");
    Settings settings = read("url: here\nuser: me\nenvironments:\n  prod: { url: \"there\" }\n");
    assertEquals(Optional.of("there"), settings.text(Key.URL));
    assertEquals(Optional.of("me"), settings.text(Key.USER));
  }

  @Test
  void fillsInVariablesWhenTheyAreAskedFor() throws IOException {
    environment.put("HOST", "db");
    Settings settings = read("url: jdbc:x://${HOST}:${PORT:5432}/\npassword: ${UNSET}\n");
    assertEquals(Optional.of("jdbc:x://db:5432/"), settings.text(Key.URL));
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> settings.text(Key.PASSWORD));
    assertEquals(
        "autogen.yaml:2 uses the environment variable UNSET, which is not set. Set it, or give it"
            + " a default: ${UNSET:value}.",
        e.getMessage());
  }

  @Test
  void namesTheNearestKeyWithItsLine() {
    assertEquals(
        "autogen.yaml:2: There is no key \"pasword\". Did you mean \"password\"?",
        refused("url: x\npasword: y\n"));
    assertTrue(refused("environments:\n  prod:\n    ulr: x\n").startsWith("autogen.yaml:3"));
    assertTrue(refused("zzzzzzzzzzzz: 1").contains("Known are: url, user"));
  }

  @Test
  void refusesValuesOfAnotherForm() {
    assertEquals("autogen.yaml:1: \"url\" must be text.", refused("url: [a]"));
    assertEquals(
        "autogen.yaml:1: \"packages\" must be a list of texts.", refused("packages: {a: b}"));
    assertEquals("autogen.yaml:1: \"hibernate\" must be keys and values.", refused("hibernate: x"));
    assertTrue(refused("url: [").startsWith("autogen.yaml:"));
    assertTrue(
        refused("url: a\nurl: b").contains("twice")
            || refused("url: a\nurl: b").contains("uplicate"));
  }

  @Test
  void startsRelativePathsFromTheProject() throws IOException {
    assertEquals(
        List.of(directory.resolve("target/classes")),
        read("classpath: [./target/classes]").paths(Key.CLASSPATH));
  }

  @Test
  void joinsNestedHibernateSettings() throws IOException {
    assertEquals(
        Map.of("hibernate.type", "x"),
        read("hibernate:\n  hibernate:\n    type: x\n").pairs(Key.HIBERNATE));
  }
}
