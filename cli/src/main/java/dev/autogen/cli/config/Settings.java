package dev.autogen.cli.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a project asks for. A flag beats an environment variable, which beats {@code autogen.yaml}.
 *
 * <p>{@code ${...}} is filled in when a value is asked for, so that a password's variable need not
 * be set for a command that opens no connection.
 */
public final class Settings {

  /** The file that is read unless another is named. */
  public static final String FILE = "autogen.yaml";

  private final Path directory;
  private final Map<Key, Setting> settings;
  private final Map<String, String> environment;

  private Settings(Path directory, Map<Key, Setting> settings, Map<String, String> environment) {
    this.directory = directory;
    this.settings = settings;
    this.environment = environment;
  }

  /**
   * Reads what there is to read.
   *
   * @param directory the project directory: what relative paths start from
   * @param file the configuration file, where one was named
   * @param name the environment whose keys to lay over the others
   * @param flags the flags given, as they were typed
   * @param environment the environment variables
   * @throws ConfigurationException if the file is missing or wrong
   */
  public static Settings read(
      Path directory,
      Optional<Path> file,
      Optional<String> name,
      Map<Key, List<String>> flags,
      Map<String, String> environment) {
    Path path = directory.resolve(file.orElse(Path.of(FILE)));
    if (file.isPresent() && !Files.isRegularFile(path)) {
      throw new ConfigurationException("There is no configuration file \"" + path + "\".");
    }
    ConfigurationFile read =
        Files.isRegularFile(path) ? ConfigurationFile.read(path) : ConfigurationFile.EMPTY;
    Map<Key, Setting> settings = new EnumMap<>(Key.class);
    settings.putAll(
        read.in(
            name.or(
                () ->
                    Optional.ofNullable(environment.get("AUTOGEN_ENV"))
                        .filter(n -> !n.isEmpty()))));
    for (Key key : Key.values()) {
      String variable = environment.get(key.environmentVariable());
      if (variable != null && !variable.isEmpty() && key != Key.ENVIRONMENTS) {
        settings.put(
            key, given(key, List.of(variable), key.environmentVariable()).over(settings.get(key)));
      }
      List<String> flag = flags.getOrDefault(key, List.of());
      if (!flag.isEmpty()) {
        settings.put(key, given(key, flag, key.flag()).over(settings.get(key)));
      }
    }
    return new Settings(directory, settings, environment);
  }

  private static Setting given(Key key, List<String> texts, String place) {
    return new Setting(
        switch (key.kind()) {
          case TEXT -> new Setting.Text(texts.get(texts.size() - 1));
          case LIST -> new Setting.Texts(split(texts, ","));
          case PATHS -> new Setting.Texts(split(texts, java.io.File.pathSeparator));
          case MAP, ENVIRONMENTS -> new Setting.Pairs(pairs(texts, place));
        },
        place);
  }

  private static List<String> split(List<String> texts, String separator) {
    return texts.stream()
        .flatMap(text -> Arrays.stream(text.split(Pattern.quote(separator))))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A comma ends a value only where another key follows. */
  private static Map<String, String> pairs(List<String> texts, String place) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text :
        texts.stream().flatMap(t -> Arrays.stream(t.split(",(?=\\s*[\\w.$-]+\\s*=)"))).toList()) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new ConfigurationException(
            place + " needs KEY=VALUE, but \"" + text + "\" has no key and value.");
      }
      pairs.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
    return pairs;
  }

  /** The project directory. */
  public Path directory() {
    return directory;
  }

  /** Whether the key was given by a flag or an environment variable, not by the file. */
  public boolean isGivenOutsideFile(Key key) {
    Setting setting = settings.get(key);
    return setting != null && setting.isGivenOutsideFile();
  }

  /** Whether the key was given, if only as an empty text. */
  public boolean isGiven(Key key) {
    return settings.containsKey(key);
  }

  /** The text of a key. */
  public Optional<String> text(Key key) {
    Setting setting = settings.get(key);
    return setting != null && setting.value() instanceof Setting.Text text
        ? Optional.of(fill(text.text(), setting)).filter(filled -> !filled.isEmpty())
        : Optional.empty();
  }

  /**
   * The text of a key.
   *
   * @param purpose what cannot be done without it: {@code compare with a database}
   * @throws ConfigurationException if it was not given
   */
  public String required(Key key, String purpose) {
    return text(key)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Cannot "
                        + purpose
                        + ": there is no \""
                        + key.yaml()
                        + "\". Set it in "
                        + FILE
                        + " (`autogen init` writes one), as "
                        + key.environmentVariable()
                        + ", or with "
                        + key.flag()
                        + "."));
  }

  /** The texts of a key, empty if it was not given. */
  public List<String> list(Key key) {
    Setting setting = settings.get(key);
    return setting != null && setting.value() instanceof Setting.Texts texts
        ? texts.texts().stream().map(text -> fill(text, setting)).toList()
        : List.of();
  }

  /** The pairs of a key, empty if it was not given. */
  public Map<String, String> pairs(Key key) {
    Map<String, String> filled = new LinkedHashMap<>();
    Setting setting = settings.get(key);
    if (setting != null && setting.value() instanceof Setting.Pairs pairs) {
      pairs.pairs().forEach((name, text) -> filled.put(name, fill(text, setting)));
    }
    return filled;
  }

  /** The paths of a key, each against the project directory. */
  public List<Path> paths(Key key) {
    List<Path> paths = new ArrayList<>();
    for (String text : list(key)) {
      paths.add(path(key, text));
    }
    return paths;
  }

  /** A path against the project directory. */
  public Path path(Key key, String text) {
    try {
      return directory.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new ConfigurationException(
          "\"" + text + "\" (" + key.yaml() + ") is not a path: " + e.getReason() + ".", e);
    }
  }

  /** What a flag or a variable holds is meant as it stands there: a password can be anything. */
  private String fill(String text, Setting setting) {
    boolean asItStands =
        setting.isGivenOutsideFile() && !(setting.value() instanceof Setting.Pairs);
    return asItStands ? text : Placeholders.fill(text, setting.place(), environment);
  }
}
