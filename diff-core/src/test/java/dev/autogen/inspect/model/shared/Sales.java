package dev.autogen.inspect.model.shared;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "v_sales")
public class Sales {
  @Id Long id;
  Long total;
}
