package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.entity.BootMetadata;
import dev.autogen.inspect.entity.EntityClassLoader;
import dev.autogen.inspect.entity.SchemaReader;
import dev.autogen.inspect.entity.ToolJars;
import dev.autogen.schema.Schema;
import java.io.IOException;
import java.util.Optional;
import org.hibernate.Version;

/**
 * Reads the schema that entities declare: what Hibernate would create for them, with the entity and
 * attribute each thing comes from.
 *
 * <p>It opens no connection, builds no session factory and runs none of the application's code but
 * static initialisers and what Hibernate calls to read a mapping (converters, naming strategies,
 * type contributors).
 */
public final class EntitySource implements SchemaSource {

  private final EntityOptions options;
  private final Dialect dialect;

  public EntitySource(EntityOptions options, Dialect dialect) {
    this.options = options;
    this.dialect = dialect;
  }

  /** The version of Hibernate that reads the mapping. */
  public static String hibernateVersion() {
    return Version.getVersionString();
  }

  /**
   * The schema with its origins.
   *
   * @throws InspectionException with a sentence for a person, if the entities cannot be read
   */
  public Declaration declaration() {
    try (EntityClassLoader loader = new EntityClassLoader(options.classPath());
        BootMetadata boot = BootMetadata.bind(options, dialect.version(), loader)) {
      return new SchemaReader(boot, dialect, options).read();
    } catch (IOException e) {
      throw new InspectionException("The class path cannot be closed: " + e.getMessage() + ".", e);
    }
  }

  /** {@inheritDoc} */
  @Override
  public Schema read() {
    return declaration().schema();
  }

  /**
   * The version of the Hibernate that the application itself brings, if it brings one. It is left
   * out: {@link #hibernateVersion} reads the mapping.
   */
  public Optional<String> hibernateOnClasspath() {
    return ToolJars.hibernateOn(options.classPath());
  }
}
