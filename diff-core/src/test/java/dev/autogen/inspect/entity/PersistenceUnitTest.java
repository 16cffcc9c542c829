package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.EntitySource;
import dev.autogen.inspect.model.shop.Validated;
import dev.autogen.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A persistence unit says what is mapped, and how. */
class PersistenceUnitTest {

  @TempDir Path directory;

  private Schema read(String unit) throws IOException {
    Path file = directory.resolve(PersistenceUnit.LOCATION);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.2\">"
            + "<persistence-unit name=\"shop\">"
            + unit
            + "</persistence-unit></persistence>");
    EntityOptions options =
        EntityOptions.of(List.of(directory, Application.of(Validated.class)))
            .withPersistenceUnit(Optional.of("shop"));
    return new EntitySource(options, Dialects.named("h2", 2, 4)).read();
  }

  private void copy(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path copy = directory.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(Application.of(type).resolve(file), copy);
  }

  @Test
  void mapsTheClassesThatItLists() throws IOException {
    Schema schema =
        read(
            "<class>"
                + Application.SHOP
                + ".Validated</class>"
                + "<exclude-unlisted-classes>true</exclude-unlisted-classes>");
    assertEquals(Set.of("validated"), schema.tables().names());
  }

  @Test
  void mapsTheClassesBesideIt() throws IOException {
    copy(Validated.class);
    assertEquals(Set.of("validated"), read("").tables().names());
  }

  @Test
  void mapsWhatMappingFilesSay() throws IOException {
    Path orm = directory.resolve("META-INF/orm.xml");
    Files.createDirectories(orm.getParent());
    Files.writeString(
        orm,
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
          <package>%s</package>
          <entity class="Validated">
            <table name="checked"/>
            <attributes>
              <id name="id"/>
              <basic name="sized"><column name="size_text" length="33"/></basic>
            </attributes>
          </entity>
        </entity-mappings>
        """
            .formatted(Application.SHOP));
    Schema schema = read("<exclude-unlisted-classes/>");
    assertEquals(Set.of("checked"), schema.tables().names());
    assertEquals("varchar(33)", schema.tables().toList().get(0).column("size_text").type().sql());
  }

  @Test
  void takesItsProperties() throws IOException {
    Schema schema =
        read(
            "<class>"
                + Application.SHOP
                + ".Chapter</class><exclude-unlisted-classes/>"
                + "<properties><property name=\"hibernate.physical_naming_strategy\""
                + " value=\"org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl\"/>"
                + "<property name=\"hibernate.hbm2ddl.auto\" value=\"create-drop\"/>"
                + "<property name=\"hibernate.dialect\""
                + " value=\"org.hibernate.dialect.OracleDialect\"/>"
                + "<property name=\"jakarta.persistence.jdbc.url\" value=\"jdbc:none\"/>"
                + "</properties>");
    assertTrue(schema.tables().toList().get(0).columns().contains("the_long_name"));
  }
}
