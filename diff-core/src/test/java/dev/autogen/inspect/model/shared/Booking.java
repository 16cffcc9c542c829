package dev.autogen.inspect.model.shared;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Booking {
  @Id Long id;
  @ManyToOne Sales sales;
  @ManyToOne Shown shown;
  @ManyToOne Person person;
}
