package dev.autogen.noise.audits;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.envers.Audited;

/** Entities over two tables each, whose history says what was modified. */
public interface Works {

  @Entity(name = "Media")
  @Inheritance(strategy = InheritanceType.JOINED)
  @Audited(withModifiedFlag = true)
  class Media {
    @Id Long id;
    String label;
  }

  @Entity(name = "Film")
  @Audited(withModifiedFlag = true)
  class Film extends Media {
    int minutes;
  }
}
