package dev.autogen.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * {@code autogen.yaml}, read with the line of each key so that an error can name it. Does not fill
 * in {@code ${...}}: what nobody asks for may stay unset.
 *
 * @param settings the keys at the top
 * @param environments what each environment lays over them
 */
record ConfigurationFile(Map<Key, Setting> settings, Map<String, Map<Key, Setting>> environments) {

  static final ConfigurationFile EMPTY = new ConfigurationFile(Map.of(), Map.of());

  /**
   * Reads the file.
   *
   * @throws ConfigurationException with file and line, if it is no YAML or has a key or a value
   *     that nobody knows
   */
  static ConfigurationFile read(Path file) {
    String name = file.getFileName().toString();
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(name).build())
              .composeString(Files.readString(file));
      return root.isEmpty() ? EMPTY : new Reader(name).file(root.get());
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(name + " is no text in UTF-8. Save it as such.", e);
    } catch (IOException e) {
      throw new ConfigurationException("Cannot read \"" + file + "\": " + e.getMessage() + ".", e);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new ConfigurationException(
          name + line + " is not valid YAML: " + e.getProblem() + ".", e);
    } catch (YamlEngineException e) {
      throw new ConfigurationException(name + " is not valid YAML: " + e.getMessage() + ".", e);
    }
  }

  private record Reader(String name) {

    ConfigurationFile file(Node root) {
      Map<Key, Setting> settings = new EnumMap<>(Key.class);
      Map<String, Map<Key, Setting>> environments = new LinkedHashMap<>();
      for (NodeTuple entry : entries(root, "The file")) {
        Key key = key(entry.getKeyNode());
        if (key == Key.ENVIRONMENTS) {
          for (NodeTuple environment : entries(entry.getValueNode(), key.yaml())) {
            environments.put(text(environment.getKeyNode()), environment(environment));
          }
        } else {
          put(settings, key, entry);
        }
      }
      return new ConfigurationFile(settings, environments);
    }

    private Map<Key, Setting> environment(NodeTuple environment) {
      Map<Key, Setting> settings = new EnumMap<>(Key.class);
      String what = "environments." + text(environment.getKeyNode());
      for (NodeTuple entry : entries(environment.getValueNode(), what)) {
        Key key = key(entry.getKeyNode());
        if (key == Key.ENVIRONMENTS) {
          throw wrong(entry.getKeyNode(), "\"environments\" cannot stand within an environment.");
        }
        put(settings, key, entry);
      }
      return settings;
    }

    private void put(Map<Key, Setting> settings, Key key, NodeTuple entry) {
      if (settings.containsKey(key)) {
        throw wrong(entry.getKeyNode(), "\"" + key.yaml() + "\" is there twice.");
      }
      if (!isEmpty(entry.getValueNode())) {
        settings.put(key, new Setting(value(key, entry.getValueNode()), place(entry.getKeyNode())));
      }
    }

    private Key key(Node node) {
      String typed = text(node);
      return Key.named(typed)
          .orElseThrow(
              () ->
                  wrong(
                      node,
                      "There is no key \""
                          + typed
                          + "\"."
                          + Nearest.to(typed, Key.names())
                              .map(nearest -> " Did you mean \"" + nearest + "\"?")
                              .orElse(" Known are: " + String.join(", ", Key.names()) + ".")));
    }

    private Setting.Value value(Key key, Node node) {
      switch (key.kind()) {
        case TEXT:
          if (node instanceof ScalarNode scalar) {
            return new Setting.Text(scalar.getValue());
          }
          break;
        case LIST, PATHS:
          if (node instanceof ScalarNode scalar) {
            return new Setting.Texts(List.of(scalar.getValue()));
          }
          if (node instanceof SequenceNode sequence) {
            return new Setting.Texts(texts(key, sequence));
          }
          break;
        case MAP:
          if (node instanceof MappingNode) {
            return new Setting.Pairs(pairs(key, node));
          }
          break;
        case ENVIRONMENTS:
          break;
      }
      throw wrong(node, "\"" + key.yaml() + "\" must be " + key.kind().words() + ".");
    }

    private List<String> texts(Key key, SequenceNode sequence) {
      List<String> texts = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        if (!(item instanceof ScalarNode scalar)) {
          throw wrong(item, "\"" + key.yaml() + "\" must be " + key.kind().words() + ".");
        }
        texts.add(scalar.getValue());
      }
      return texts;
    }

    /** Nested keys are joined with dots: {@code hibernate: {jdbc: {x: y}}} is {@code jdbc.x}. */
    private Map<String, String> pairs(Key key, Node node) {
      Map<String, String> pairs = new LinkedHashMap<>();
      for (NodeTuple entry : entries(node, key.yaml())) {
        String name = text(entry.getKeyNode());
        Node value = entry.getValueNode();
        if (value instanceof ScalarNode scalar) {
          pairs.put(name, scalar.getValue());
        } else if (value instanceof MappingNode) {
          pairs(key, value).forEach((inner, text) -> pairs.put(name + "." + inner, text));
        } else {
          throw wrong(value, "\"" + key.yaml() + "." + name + "\" must be text.");
        }
      }
      return pairs;
    }

    private List<NodeTuple> entries(Node node, String what) {
      if (isEmpty(node)) {
        return List.of();
      }
      if (node instanceof MappingNode mapping) {
        return mapping.getValue();
      }
      throw wrong(node, what + " must hold keys and values.");
    }

    private String text(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      throw wrong(node, "A key must be text.");
    }

    private static boolean isEmpty(Node node) {
      return node.getTag().equals(Tag.NULL);
    }

    private String place(Node node) {
      return name + node.getStartMark().map(Mark::getLine).map(line -> ":" + (line + 1)).orElse("");
    }

    private ConfigurationException wrong(Node node, String sentence) {
      return new ConfigurationException(place(node) + ": " + sentence);
    }
  }

  /**
   * The settings with those of an environment laid over them.
   *
   * @throws ConfigurationException if the file has no such environment
   */
  Map<Key, Setting> in(Optional<String> environment) {
    if (environment.isEmpty()) {
      return settings;
    }
    Map<Key, Setting> over = environments.get(environment.get());
    if (over == null) {
      throw new ConfigurationException(
          "There is no environment \""
              + environment.get()
              + "\" in the configuration file. "
              + (environments.isEmpty()
                  ? "It has none; add it below \"environments:\"."
                  : "It has: "
                      + environments.keySet().stream().sorted().collect(Collectors.joining(", "))
                      + "."));
    }
    Map<Key, Setting> laid = new EnumMap<>(Key.class);
    laid.putAll(settings);
    over.forEach((key, setting) -> laid.put(key, setting.over(settings.get(key))));
    return laid;
  }
}
