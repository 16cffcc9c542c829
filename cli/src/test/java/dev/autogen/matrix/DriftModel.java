package dev.autogen.matrix;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

/** Entities with some of everything, for what happens to their database alone. */
interface DriftModel {

  /** Values that one column takes. */
  enum Status {
    NEW,
    OPEN
  }

  /** What others refer to. */
  @Entity(name = "Owner")
  class Owner {
    @Id Long id;
  }

  /** What is numbered by a sequence. */
  @Entity(name = "Note")
  class Note {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
  }

  /** What everything happens to. */
  @Entity(name = "Item")
  @Table(
      comment = "things",
      uniqueConstraints = @UniqueConstraint(name = "uk_item", columnNames = "code"),
      indexes = @Index(name = "ix_item", columnList = "stock, id desc"),
      check = @CheckConstraint(name = "ck_stock", constraint = "stock > 0"))
  class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 20, nullable = false)
    String code;

    @Column(length = 40, comment = "what it is called")
    @ColumnDefault("'light'")
    String name;

    Integer stock;

    @Column(precision = 12, scale = 2)
    BigDecimal price;

    LocalDateTime made;

    @Enumerated(EnumType.STRING)
    Status status;

    @GeneratedColumn("stock * 2")
    Integer twice;

    @ManyToOne
    @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_owner"))
    Owner owner;
  }
}
