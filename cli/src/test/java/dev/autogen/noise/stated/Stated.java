package dev.autogen.noise.stated;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

/** Each name has 63 or 64 characters, or letters that take more bytes than that. */
public interface Stated {

  /** Fifty characters. */
  String ON = "_goes_on_and_on_and_on_and_on_and_on_and_on_and_on";

  /** Thirty letters of two bytes each. */
  String LETTERS =
      "\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436"
          + "\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436";

  /** Twelve of them. */
  String FEWER = "\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436\u00fc\u00e9\u0436";

  String CODE = "account_code_" + ON;
  String SIZE = "gr\u00f6\u00dfe_" + LETTERS;
  String SHARE = "share_of_all__" + ON;

  /** Two words. */
  enum Kind {
    NEW,
    OLD
  }

  @Entity(name = "StatedAccount")
  @Table(
      name = "account_table" + ON,
      indexes = {
        @Index(name = "ix_account_co" + ON, columnList = CODE + " desc, " + SIZE),
        @Index(name = "ix_" + LETTERS, columnList = SIZE),
        @Index(name = "ux_account_sh" + ON, columnList = SHARE, unique = true)
      },
      uniqueConstraints =
          @UniqueConstraint(
              name = "uk_account_two" + ON,
              columnNames = {SHARE, CODE}),
      check =
          @CheckConstraint(
              name = "ck_account_one" + ON,
              constraint = SHARE + " > 0 or " + SIZE + " > 1"))
  @SecondaryTable(
      name = "zus\u00e4tze_" + LETTERS,
      pkJoinColumns = @PrimaryKeyJoinColumn(name = "account_refer" + ON),
      foreignKey = @ForeignKey(name = "fk_" + LETTERS))
  class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "accounts")
    @SequenceGenerator(name = "accounts", sequenceName = "account_sequen" + ON, allocationSize = 5)
    @Column(name = "account_number" + ON)
    Long id;

    @Column(name = CODE, length = 40, nullable = false)
    String code;

    @Column(
        name = SIZE,
        check = @CheckConstraint(name = "ck_" + LETTERS, constraint = SIZE + " between 0 and 900"))
    int size;

    @Column(name = SHARE)
    @ColumnDefault("7")
    int share;

    @Column(name = "zusatz_" + LETTERS, table = "zus\u00e4tze_" + LETTERS)
    String more;

    @Column(name = "twin_which_is_alike_until_its_a", unique = true, length = 30)
    String first;

    @Column(name = "twin_which_is_alike_until_its_b", unique = true, length = 30)
    String second;

    @Column(name = "`Twin_In_Quotes" + ON + "`", unique = true, length = 30)
    String third;

    @ManyToOne
    @JoinColumn(
        name = "account_above_" + ON,
        foreignKey = @ForeignKey(name = "fk_account_up_" + ON))
    Account above;

    @ManyToOne
    @JoinColumn(name = "\u0436\u0436_" + LETTERS)
    Account beside;

    @ElementCollection
    @CollectionTable(
        name = "words" + ON,
        joinColumns = @JoinColumn(name = "account_words_" + ON),
        indexes = @Index(name = "ix_account_wo" + ON, columnList = "word_of_it_all" + ON))
    @Column(name = "word_of_it_all" + ON, length = 60)
    @OrderColumn(name = "word_place_is_" + ON)
    List<String> words;

    @ManyToMany
    @JoinTable(
        name = "br\u00fccke_" + LETTERS,
        joinColumns = @JoinColumn(name = "left_" + LETTERS),
        inverseJoinColumns = @JoinColumn(name = "right_" + LETTERS),
        foreignKey = @ForeignKey(name = "fk_left_" + LETTERS),
        inverseForeignKey = @ForeignKey(name = "fk_right_" + LETTERS))
    Set<Account> others;
  }

  /** Conditions whose names PostgreSQL cuts to the same one. */
  @Entity(name = "StatedKind")
  @Table(name = "\u00e4rger_" + LETTERS)
  @Inheritance
  @DiscriminatorColumn(name = "discriminator_" + ON, length = 20)
  class Kinds {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "schl\u00fcssel_" + LETTERS)
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "\u00e4hnlich_" + LETTERS)
    Kind first;

    @Enumerated(EnumType.STRING)
    @Column(name = "\u00e4hnlich_" + FEWER + "_b_" + LETTERS)
    Kind second;
  }

  @Entity(name = "StatedLess")
  class Less extends Kinds {
    @Column(name = "\u0436\u0435\u043b\u0435\u0437\u043e_" + LETTERS)
    Integer number;
  }

  @Entity(name = "StatedNumbered")
  @Table(name = "numbered_table" + ON)
  class Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
    @TableGenerator(
        name = "numbers",
        table = "number_table__" + ON,
        pkColumnName = "number_of_whom" + ON,
        valueColumnName = "z\u00e4hler_" + LETTERS,
        pkColumnValue = "one")
    Long id;
  }
}
