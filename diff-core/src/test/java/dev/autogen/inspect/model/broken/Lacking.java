package dev.autogen.inspect.model.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The tests load it without {@link Helper}. */
@Entity
public class Lacking {

  @Id Long id;

  Helper helper;
}
