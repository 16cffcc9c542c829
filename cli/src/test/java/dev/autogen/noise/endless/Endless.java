package dev.autogen.noise.endless;

import static dev.autogen.noise.stated.Stated.LETTERS;
import static dev.autogen.noise.stated.Stated.ON;

import dev.autogen.noise.stated.Stated.Kind;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;

/** Each name has 90 characters and more. */
public interface Endless {

  String CODE = "long_code_" + LETTERS + ON;
  String SHARE = "long_share_" + ON + LETTERS;

  @Entity(name = "EndlessAccount")
  @Table(
      name = "long_account_" + ON + LETTERS,
      indexes = @Index(name = "ix_long_account_" + ON + LETTERS, columnList = CODE),
      uniqueConstraints =
          @UniqueConstraint(
              name = "uk_long_account_" + ON + LETTERS,
              columnNames = {SHARE, CODE}),
      check =
          @CheckConstraint(
              name = "ck_long_account_" + ON + LETTERS,
              constraint = SHARE + " > 0 or " + CODE + " <> 'none'"))
  class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "endless")
    @SequenceGenerator(name = "endless", sequenceName = "long_sequence_" + ON + LETTERS)
    @Column(name = "long_id_" + ON + LETTERS)
    Long id;

    @Column(name = CODE, length = 40)
    String code;

    @Column(name = SHARE, comment = "what it has of all")
    int share;

    @Column(name = "long_first_" + ON + LETTERS, unique = true, length = 40)
    String first;

    @Column(name = "long_second_" + ON + LETTERS, unique = true, length = 40)
    String second;

    @Enumerated(EnumType.STRING)
    @Column(name = "long_kind_a_" + ON + LETTERS)
    Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "long_kind_b_" + ON + LETTERS)
    Kind other;

    @ManyToOne
    @JoinColumn(
        name = "long_above_" + ON + LETTERS,
        foreignKey = @ForeignKey(name = "fk_long_above_" + ON + LETTERS))
    Account above;

    @ElementCollection
    @CollectionTable(
        name = "long_words_" + ON + LETTERS,
        joinColumns = @JoinColumn(name = "long_account_" + ON + LETTERS))
    @Column(name = "long_word_" + ON + LETTERS)
    Set<String> words;
  }

  @Entity(name = "EndlessNumbered")
  @Table(name = "long_numbered_" + LETTERS + ON)
  class Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "long_number_" + LETTERS + ON)
    Long id;
  }
}
