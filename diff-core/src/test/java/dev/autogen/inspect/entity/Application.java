package dev.autogen.inspect.entity;

import dev.autogen.inspect.EntityOptions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Class paths of applications, made of the classes and jars that the tests have. */
final class Application {

  static final String SHOP = "dev.autogen.inspect.model.shop";

  private Application() {}

  /** The test classes, and what their mapping mentions: a validator without expression language. */
  static List<Path> classPath(Class<?>... more) {
    List<Path> entries = new ArrayList<>();
    entries.add(of(Application.class));
    for (Class<?> one : more) {
      entries.add(of(one));
    }
    return entries;
  }

  /** The shop with a validator, without Envers. */
  static EntityOptions shop() {
    return EntityOptions.of(
            classPath(
                jakarta.validation.Validation.class,
                org.hibernate.validator.HibernateValidator.class,
                com.fasterxml.classmate.TypeResolver.class))
        .withPackages(List.of(SHOP));
  }

  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
