package dev.autogen.cli.before;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user before the change. */
@Entity
@Table(name = "users")
public class User {
  @Id Long id;

  @Column(length = 100)
  String email;

  @Column(length = 40)
  String fax;
}
