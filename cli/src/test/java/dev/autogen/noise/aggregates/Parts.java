package dev.autogen.noise.aggregates;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Parts in JSON and XML. */
public interface Parts {

  @Embeddable
  class Part {
    String street;
    Integer zip;
  }

  @Entity(name = "Documents")
  class Documents {
    @Id long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Part part;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Part> parts;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String xml;
  }
}
