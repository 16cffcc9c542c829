package dev.autogen.inspect.model.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

@Entity
@Table(
    name = "author",
    comment = "people who write",
    indexes = {
      @Index(name = "ix_author_name", columnList = "last_name desc, first_name"),
      @Index(name = "ux_author_email", columnList = "email", unique = true),
      @Index(columnList = "nick")
    },
    uniqueConstraints = {
      @UniqueConstraint(
          name = "uk_author_nick",
          columnNames = {"nick", "last_name"}),
      @UniqueConstraint(columnNames = {"first_name", "nick"})
    },
    check = @CheckConstraint(name = "ck_author_age", constraint = "age > 0"))
public class Author extends Dated {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_gen")
  @SequenceGenerator(
      name = "author_gen",
      sequenceName = "author_sq",
      initialValue = 100,
      allocationSize = 20)
  Long id;

  @Column(name = "first_name", length = 40, nullable = false, comment = "given name")
  String firstName;

  @Column(name = "last_name", length = 60)
  String lastName;

  @Column(unique = true)
  String login;

  @Column(length = 100)
  String email;

  @Column(length = 30)
  String nick;

  @Column(columnDefinition = "char(2) default 'DE' not null")
  String country;

  @Column(columnDefinition = "varchar(33) check (raw <> '')")
  String raw;

  int age;

  @Column(precision = 12, scale = 3)
  BigDecimal salary;

  BigDecimal plain;
  double weight;
  float ratio;
  boolean active;
  byte small;
  short medium;
  char letter;
  LocalDate born;
  Instant seen;

  @Column(secondPrecision = 3)
  Instant precise;

  OffsetDateTime zoned;
  LocalTime clock;
  Duration took;
  UUID token;

  @Enumerated(EnumType.STRING)
  Color color;

  @Enumerated(EnumType.ORDINAL)
  Color ordinal;

  @Convert(converter = ColorConverter.class)
  Color converted;

  @Lob String text;
  @Lob byte[] image;
  byte[] bytes;

  @ColumnDefault("'x'")
  String defaulted;

  @GeneratedColumn("first_name || ' ' || last_name")
  String fullName;

  @Column(check = @CheckConstraint(name = "ck_pos", constraint = "pos > 1"))
  int pos;

  @Column(check = @CheckConstraint(constraint = "anon > 1"))
  int anon;

  @Embedded Address address;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "bill_street", length = 77))
  @AttributeOverride(name = "zip", column = @Column(name = "bill_zip"))
  Address billing;

  @ElementCollection Set<String> phones;
  @ElementCollection @OrderColumn List<Address> stays;

  @ElementCollection
  @MapKeyEnumerated(EnumType.STRING)
  Map<Color, String> byColor;

  @ManyToMany Set<Book> books;
}
