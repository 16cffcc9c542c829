package dev.autogen.inspect.model.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(
    name = "users",
    schema = "public",
    indexes = @Index(name = "users_by_name", columnList = "name"))
public class Person {
  @Id Long id;

  @Column(unique = true)
  String name;

  @ManyToOne Person boss;
}
