package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The first unit of a project's {@code persistence.xml}. Reads no external entities.
 *
 * @param unit its name
 * @param properties its properties
 */
record PersistenceXml(Optional<String> unit, Map<String, String> properties) {

  private static final String FILE = "src/main/resources/META-INF/persistence.xml";
  private static final PersistenceXml NONE = new PersistenceXml(Optional.empty(), Map.of());

  static PersistenceXml in(Path directory, List<String> sources) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(file.toFile());
      NodeList units = document.getElementsByTagName("persistence-unit");
      if (units.getLength() == 0) {
        return NONE;
      }
      sources.add(FILE);
      Element unit = (Element) units.item(0);
      return new PersistenceXml(Optional.of(unit.getAttribute("name")), properties(unit));
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      return NONE;
    }
  }

  private static Map<String, String> properties(Element unit) {
    Map<String, String> properties = new LinkedHashMap<>();
    NodeList nodes = unit.getElementsByTagName("property");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element property = (Element) nodes.item(i);
      properties.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    return properties;
  }

  /** A connection property, under its name of today or of before. */
  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get("jakarta.persistence.jdbc." + name))
        .or(() -> Optional.ofNullable(properties.get("javax.persistence.jdbc." + name)));
  }
}
