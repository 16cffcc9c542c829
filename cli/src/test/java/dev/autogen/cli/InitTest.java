package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {

  @TempDir Path directory;

  private void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String init() throws IOException {
    new Shell(directory).expecting(0, "init");
    return Files.readString(directory.resolve("autogen.yaml"));
  }

  @Test
  void readsASpringBootProject() throws IOException {
    file("pom.xml", "<project/>");
    file(
        "src/main/resources/application.yml",
        """
        spring:
          datasource:
            url: jdbc:postgresql://localhost/shop?password=hush
            username: shop
            password: ${SHOP_PASSWORD:x}
        """);
    file("src/main/java/com/shop/User.java", "package com.shop;\n@Entity\nclass User {}\n");
    file("src/main/java/com/shop/sub/A.java", "package com.shop.sub;\n@Entity\nclass A {}\n");
    assertEquals(
        """
        url: "jdbc:postgresql://localhost/shop"
        user: shop
        password: ${SHOP_PASSWORD}
        classpath: [target/classes]   # plus the build's dependencies
        packages: [com.shop]
        migrations: src/main/java
        package: db.migrations
        naming: spring
        exclude: [flyway_schema_history, "databasechangelog*", "qrtz_*"]
        """,
        init());
  }

  @Test
  void readsAQuarkusProject() throws IOException {
    file("build.gradle", "");
    file(
        "src/main/resources/application.properties",
        """
        quarkus.datasource.jdbc.url=jdbc:postgresql://u:hush@localhost/shop
        quarkus.datasource.username=shop
        quarkus.datasource.password=hush
        """);
    String yaml = init();
    assertTrue(yaml.contains("url: \"jdbc:postgresql://u@localhost/shop\"\n"), yaml);
    assertTrue(yaml.contains("classpath: [build/classes/java/main]"), yaml);
    assertFalse(yaml.contains("hush"), yaml);
  }

  @Test
  void readsWhatAMappingIsReadWith() throws IOException {
    file("build.gradle.kts", "");
    file("src/main/kotlin/com/shop/B.kt", "package com.shop.b\n@Entity\nclass B\n");
    file("src/main/java/com/shop/A.java", "package com.shop.a;\n@Data @Entity\nclass A {}\n");
    file(
        "src/main/resources/application.properties",
        """
        spring.datasource.url=jdbc:sqlserver://h;trustStorePassword=hush;encrypt=true
        spring.jpa.hibernate.naming.physical-strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl
        spring.jpa.properties.hibernate.default_schema=shop
        spring.jpa.properties.hibernate.show_sql=true
        """);
    assertEquals(
        """
        url: "jdbc:sqlserver://h;encrypt=true"
        # user: shop
        # The password comes from AUTOGEN_PASSWORD, or is asked for on a terminal.
        classpath: [build/classes/java/main, build/classes/kotlin/main]   # plus the build's dependencies
        packages: [com.shop.a, com.shop.b]
        migrations: src/main/java
        package: db.migrations
        naming: spring
        hibernate:
          hibernate.default_schema: shop
          hibernate.physical_naming_strategy: org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl
        exclude: [flyway_schema_history, "databasechangelog*", "qrtz_*"]
        """,
        init());
  }

  @Test
  void readsTheProfilesOfQuarkus() throws IOException {
    file(
        "src/main/resources/application.properties",
        """
        %prod.quarkus.datasource.reactive.url=vertx-reactive:postgresql://localhost/shop?sslpassword=hush
        %prod.quarkus.datasource.username=shop
        """);
    String yaml = init();
    assertTrue(yaml.contains("url: \"jdbc:postgresql://localhost/shop\"\nuser: shop\n"), yaml);
  }

  @Test
  void readsAPersistenceUnit() throws IOException {
    file(
        "src/main/resources/META-INF/persistence.xml",
        """
        <persistence><persistence-unit name="shop"><properties>
          <property name="jakarta.persistence.jdbc.url" value="jdbc:h2:mem:x"/>
        </properties></persistence-unit></persistence>
        """);
    String yaml = init();
    assertTrue(yaml.contains("persistenceUnit: shop\n"), yaml);
    assertTrue(yaml.contains("url: \"jdbc:h2:mem:x\"\n"), yaml);
  }

  @Test
  void neverOverwrites() throws IOException {
    file("autogen.yaml", "url: mine\n");
    Shell.Result result = new Shell(directory).expecting(2, "init");
    assertTrue(result.err().contains("is not overwritten"), result.err());
    assertEquals("url: mine\n", Files.readString(directory.resolve("autogen.yaml")));
  }

  @Test
  void writesWhatItCanRead() throws IOException {
    init();
    Shell shell = new Shell(directory);
    shell.expecting(0, "heads");
  }
}
