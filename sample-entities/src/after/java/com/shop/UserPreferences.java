package com.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a user has chosen. */
@Entity
@Table(
    name = "user_preferences",
    indexes = @Index(name = "ix_user_preferences_theme", columnList = "theme"))
public class UserPreferences {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToOne(optional = false, fetch = FetchType.LAZY)
  @JoinColumn(foreignKey = @ForeignKey(name = "fk_user_preferences_user"))
  private User user;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private Theme theme = Theme.LIGHT;

  @Column(nullable = false)
  private boolean newsletter;

  @Column(nullable = false)
  private Instant createdAt;

  protected UserPreferences() {}

  public UserPreferences(User user, Instant createdAt) {
    this.user = user;
    this.createdAt = createdAt;
  }
}
