package com.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Someone who shops. */
@Entity
@Table(
    name = "users",
    uniqueConstraints = @UniqueConstraint(name = "uk_users_email", columnNames = "email"))
public class User {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, length = 100)
  private String email;

  @Column(nullable = false, length = 100)
  private String name;

  @Embedded private Address address;

  @ElementCollection
  @CollectionTable(
      name = "user_phones",
      joinColumns = @JoinColumn(name = "user_id"),
      foreignKey = @ForeignKey(name = "fk_user_phones_user"))
  @Column(name = "phone", nullable = false, length = 40)
  private Set<String> phones = new HashSet<>();

  @Column(nullable = false)
  private Instant createdAt;

  protected User() {}

  public User(String email, String name, Instant createdAt) {
    this.email = email;
    this.name = name;
    this.createdAt = createdAt;
  }

  public String email() {
    return email;
  }
}
