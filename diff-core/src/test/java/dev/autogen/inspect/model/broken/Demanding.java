package dev.autogen.inspect.model.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Properties;
import org.hibernate.MappingException;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.IdentifierGenerator;

/** Has its keys from what is there in a running application alone. */
@Entity
public class Demanding {

  @Id @Numbered Long id;

  /** By {@link Numbers}. */
  @IdGeneratorType(Numbers.class)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Numbered {}

  /** Cannot be set up without an application. */
  public static final class Numbers implements IdentifierGenerator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configure(GeneratorCreationContext context, Properties parameters) {
      throw new MappingException("There is no application.");
    }

    @Override
    public Object generate(SharedSessionContractImplementor session, Object entity) {
      return 1L;
    }
  }
}
