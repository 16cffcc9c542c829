package dev.autogen.cli.project;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads an application's properties, from a properties file or the first document of a YAML one.
 */
final class ApplicationProperties {

  private ApplicationProperties() {}

  /** The properties by their dotted names; none if the file cannot be read. */
  static Map<String, String> read(Path file) {
    Map<String, String> flat = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      if (file.toString().endsWith(".properties")) {
        Properties properties = new Properties();
        properties.load(reader);
        properties.forEach((key, value) -> flat.put((String) key, (String) value));
      } else {
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromReader(reader)) {
          flatten("", document, flat);
          break;
        }
      }
    } catch (IOException | YamlEngineException | IllegalArgumentException unreadable) {
      return Map.of();
    }
    return flat;
  }

  private static void flatten(String prefix, Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner, flat));
    } else if (value != null) {
      flat.put(prefix, value.toString());
    }
  }
}
