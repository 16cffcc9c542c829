package dev.autogen.inspect.entity;

import dev.autogen.inspect.InspectionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the persistence units of a class path. */
final class PersistenceUnits {

  private final EntityClassLoader loader;

  PersistenceUnits(EntityClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The unit of that name.
   *
   * @throws InspectionException if there is none, or its file cannot be read
   */
  PersistenceUnit named(String name) {
    List<PersistenceUnit> units = all();
    return units.stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InspectionException(unknown(name, units)));
  }

  private static String unknown(String name, List<PersistenceUnit> units) {
    String known =
        units.stream().map(unit -> "\"" + unit.name() + "\"").collect(Collectors.joining(", "));
    return "There is no persistence unit \""
        + name
        + "\". "
        + (units.isEmpty()
            ? "No "
                + PersistenceUnit.LOCATION
                + " is on the class path: build the project first,"
                + " or add the directory or jar that holds it."
            : "The class path has " + known + ".");
  }

  private List<PersistenceUnit> all() {
    List<PersistenceUnit> units = new ArrayList<>();
    try {
      for (URL file : Collections.list(loader.getResources(PersistenceUnit.LOCATION))) {
        for (Element unit : children(document(file), "persistence-unit")) {
          units.add(unit(unit, file));
        }
      }
    } catch (IOException | SAXException e) {
      throw new InspectionException(
          "A " + PersistenceUnit.LOCATION + " cannot be read: " + e.getMessage() + ".", e);
    }
    return units;
  }

  private static Element document(URL file) throws IOException, SAXException {
    try (InputStream in = file.openStream()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(in, file.toString()).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's XML parser lacks a feature.", e);
    }
  }

  private static PersistenceUnit unit(Element unit, URL file) {
    Map<String, String> settings = new TreeMap<>();
    for (Element properties : children(unit, "properties")) {
      for (Element property : children(properties, "property")) {
        settings.put(property.getAttribute("name"), property.getAttribute("value"));
      }
    }
    texts(unit, "validation-mode")
        .forEach(mode -> settings.putIfAbsent("jakarta.persistence.validation.mode", mode));
    boolean listedOnly =
        texts(unit, "exclude-unlisted-classes").stream().anyMatch(text -> !text.equals("false"));
    return new PersistenceUnit(
        unit.getAttribute("name"),
        file,
        texts(unit, "class"),
        texts(unit, "jar-file"),
        texts(unit, "mapping-file"),
        listedOnly,
        settings);
  }

  private static List<String> texts(Element parent, String name) {
    return children(parent, name).stream().map(child -> child.getTextContent().strip()).toList();
  }

  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .<Node>mapToObj(nodes::item)
        .filter(node -> node instanceof Element && name.equals(node.getLocalName()))
        .map(Element.class::cast)
        .toList();
  }

  /** The directory or jar that a unit's file lies in. */
  static Path root(PersistenceUnit unit) {
    String url = unit.file().toString();
    String entry = url.substring(0, url.length() - PersistenceUnit.LOCATION.length());
    if (entry.startsWith("jar:")) {
      entry = entry.substring("jar:".length(), entry.lastIndexOf("!/"));
    }
    try {
      return Path.of(new java.net.URI(entry));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new InspectionException(
          "The place of persistence unit \"" + unit.name() + "\" is not a file: " + url + ".", e);
    }
  }
}
