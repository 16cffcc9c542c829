package dev.autogen.cli.after;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user after the change: a longer address, a phone and no fax. */
@Entity
@Table(name = "users")
public class User {
  @Id Long id;

  @Column(length = 255)
  String email;

  @Column(length = 40)
  String phone;
}
