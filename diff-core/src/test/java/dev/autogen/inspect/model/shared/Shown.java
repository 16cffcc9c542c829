package dev.autogen.inspect.model.shared;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.View;

@Entity
@View(query = "select 1 as id")
public class Shown {
  @Id Long id;
}
