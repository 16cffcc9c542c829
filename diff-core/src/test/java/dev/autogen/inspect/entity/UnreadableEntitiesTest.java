package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.EntitySource;
import dev.autogen.inspect.InspectionException;
import dev.autogen.inspect.model.broken.Demanding;
import dev.autogen.inspect.model.broken.Keyless;
import dev.autogen.inspect.model.broken.Lacking;
import dev.autogen.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong with a mapping, and the sentence that says so. */
class UnreadableEntitiesTest {

  @TempDir Path directory;

  private static String message(EntityOptions options) {
    EntitySource source = new EntitySource(options, Dialects.named("h2", 2, 4));
    String message = assertThrows(InspectionException.class, source::declaration).getMessage();
    assertTrue(!message.contains("\n"), message);
    return message;
  }

  private static void assertSays(String expected, String message) {
    assertTrue(message.contains(expected), message);
  }

  /** An application of these classes alone. */
  private EntityOptions application(Class<?>... classes) throws IOException {
    for (Class<?> one : classes) {
      String file = one.getName().replace('.', '/') + ".class";
      Path copy = directory.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(Application.of(one).resolve(file), copy);
    }
    return EntityOptions.of(List.of(directory));
  }

  /** Compiles one class into the directory, with those before it on the class path. */
  private void compile(String file, String source) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, source);
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                directory + File.pathSeparator + System.getProperty("java.class.path"),
                "-d",
                directory.toString(),
                path.toString());
    assertEquals(0, failures, source);
  }

  private void persistenceXml(String content) throws IOException {
    Path file = directory.resolve(PersistenceUnit.LOCATION);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.2\">"
            + content
            + "</persistence>");
  }

  @Test
  void aKeyOnAColumnThatIsNotThere() throws IOException {
    compile(
        "p/Typo.java",
        "package p; import jakarta.persistence.*; @Entity @Table(name = \"typo\","
            + " uniqueConstraints = @UniqueConstraint(columnNames = \"cod\"))"
            + " public class Typo { @Id Long id; String code; }");

    assertSays(
        "the unique key of table \"typo\" is to be on column \"cod\", which p.Typo does not map."
            + " Name one of id, code there",
        message(EntityOptions.of(List.of(directory))));
  }

  @Test
  void anIndexOnAColumnThatIsNotThere() throws IOException {
    compile(
        "p/Typo.java",
        "package p; import jakarta.persistence.*; @Entity @Table(name = \"typo\","
            + " indexes = @Index(columnList = \"code, cod desc\"))"
            + " public class Typo { @Id Long id; String code; }");

    assertSays(
        "the index of table \"typo\" is to be on column \"cod\"",
        message(EntityOptions.of(List.of(directory))));
  }

  @Test
  void aClassFileThatIsCutOff() throws IOException {
    application(Keyless.class);
    Files.write(directory.resolve("Cut.class"), new byte[] {(byte) 0xCA, (byte) 0xFE});

    assertSays(
        "the class file Cut.class is empty or broken. Compile the project again.",
        message(EntityOptions.of(List.of(directory))));
  }

  @Test
  void missingDirectory() {
    Path nowhere = directory.resolve("target/classes");
    assertEquals(
        "No entity was found in "
            + nowhere
            + ". "
            + nowhere
            + " does not exist: compile the project first.",
        message(EntityOptions.of(List.of(nowhere))));
  }

  /** Found by what they carry, which says more than a directory that is not there. */
  @Test
  void entitiesOfTheFormerNamespace() throws IOException {
    compile(
        "javax/persistence/Entity.java", "package javax.persistence; public @interface Entity {}");
    compile("shop/User.java", "package shop; @javax.persistence.Entity public class User {}");
    Path nowhere = directory.resolve("nowhere");
    assertEquals(
        "No entity was found in package shop. There is one entity of javax.persistence,"
            + " shop.User: Hibernate reads jakarta.persistence only since version 6.",
        message(EntityOptions.of(List.of(nowhere, directory)).withPackages(List.of("shop"))));
  }

  @Test
  void libraryForAnotherHibernate() throws IOException {
    compile(
        "org/hibernate/internal/Former.java",
        "package org.hibernate.internal; public class Former {}");
    compile(
        "shop/User.java",
        "package shop; @jakarta.persistence.Entity public class User {"
            + " @jakarta.persistence.Id Long id; org.hibernate.internal.Former former; }");
    Files.delete(directory.resolve("org/hibernate/internal/Former.class"));
    String message = message(EntityOptions.of(List.of(directory)).withPackages(List.of("shop")));
    assertSays(
        "The entity class shop.User cannot be loaded: it needs the class"
            + " org.hibernate.internal.Former, which Hibernate 7.",
        message);
    assertSays("use versions of the libraries around Hibernate that go with it", message);
  }

  @Test
  void emptyDirectoryAndPackage() {
    assertSays(
        "No entity was found in " + directory, message(EntityOptions.of(List.of(directory))));
    assertSays(
        "No entity was found in package com.nobody.",
        message(EntityOptions.of(List.of(directory)).withPackages(List.of("com.nobody"))));
  }

  @Test
  void missingClass() {
    assertSays(
        "The entity class com.shop.User is not on the class path.",
        message(EntityOptions.of(List.of(directory)).withClasses(List.of("com.shop.User"))));
  }

  @Test
  void missingDependency() throws IOException {
    assertEquals(
        "The entity class dev.autogen.inspect.model.broken.Lacking cannot be loaded: it needs the"
            + " class dev.autogen.inspect.model.broken.Helper, which is not on the class path."
            + " Add the dependency that has it.",
        message(application(Lacking.class)));
  }

  @Test
  void brokenMapping() throws IOException {
    assertEquals(
        "The entities cannot be read: Entity 'dev.autogen.inspect.model.broken.Keyless' has no"
            + " identifier (every '@Entity' class must declare or inherit at least one '@Id' or"
            + " '@EmbeddedId' property). Correct the mapping.",
        message(application(Keyless.class)));
  }

  @Test
  void unknownPersistenceUnit() throws IOException {
    assertSays(
        "No META-INF/persistence.xml is on the class path",
        message(EntityOptions.of(List.of(directory)).withPersistenceUnit(Optional.of("shop"))));
    persistenceXml("<persistence-unit name=\"one\"/><persistence-unit name=\"two\"/>");
    assertEquals(
        "There is no persistence unit \"shop\". The class path has \"one\", \"two\".",
        message(EntityOptions.of(List.of(directory)).withPersistenceUnit(Optional.of("shop"))));
  }

  @Test
  void persistenceUnitWithoutItsMappingFile() throws IOException {
    persistenceXml(
        "<persistence-unit name=\"shop\"><mapping-file>META-INF/none.xml</mapping-file>"
            + "</persistence-unit>");
    assertSays(
        "names the mapping file META-INF/none.xml, which is not on the class path",
        message(EntityOptions.of(List.of(directory)).withPersistenceUnit(Optional.of("shop"))));
  }

  @Test
  void malformedPersistenceXml() throws IOException {
    persistenceXml("<persistence-unit");
    assertSays(
        "A META-INF/persistence.xml cannot be read",
        message(EntityOptions.of(List.of(directory)).withPersistenceUnit(Optional.of("shop"))));
  }

  @Test
  void unknownNaming() {
    EntityOptions shop = Application.shop();
    assertSays(
        "The naming \"com.shop.Naming\" is not known", message(shop.withNaming("com.shop.Naming")));
    assertSays(
        "neither PhysicalNamingStrategy nor ImplicitNamingStrategy",
        message(shop.withNaming(Application.SHOP + ".Color")));
  }

  @Test
  void brokenJar() throws IOException {
    Path jar = Files.writeString(directory.resolve("broken.jar"), "no jar at all, but long enough");
    assertSays(
        "The jar " + jar + " on the class path cannot be read",
        message(EntityOptions.of(List.of(jar))));
  }

  @Test
  void passesOverAGeneratorThatWantsTheApplication() throws IOException {
    EntityOptions demanding =
        application(Demanding.class, Demanding.Numbered.class, Demanding.Numbers.class);
    Schema schema = new EntitySource(demanding, Dialects.named("h2", 2, 4)).declaration().schema();
    assertEquals(Set.of("demanding"), schema.tables().names());
  }
}
