package dev.autogen.noise.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Attributes whose column follows from more than their type. */
public interface Values {

  /** Its labels are not in the order of the alphabet. */
  enum Color {
    RED,
    BLUE,
    GREEN
  }

  /** With codes of their own. */
  enum Grade {
    GOOD("g"),
    BAD("b");

    @EnumeratedValue final String code;

    Grade(String code) {
      this.code = code;
    }
  }

  /** With numbers of their own. */
  enum Level {
    LOW(10),
    HIGH(20);

    @EnumeratedValue final int code;

    Level(int code) {
      this.code = code;
    }
  }

  /** With a label in a quote. */
  enum Only {
    ONE
  }

  /** Text and nothing else. */
  @Converter
  class ColorConverter implements AttributeConverter<Color, String> {
    @Override
    public String convertToDatabaseColumn(Color color) {
      return color == null ? null : color.name().substring(0, 1);
    }

    @Override
    public Color convertToEntityAttribute(String letter) {
      return letter == null ? null : Color.RED;
    }
  }

  /** A type that a converter alone knows. */
  record Money(long cents) {}

  /** Applies wherever the type is. */
  @Converter(autoApply = true)
  class MoneyConverter implements AttributeConverter<Money, Long> {
    @Override
    public Long convertToDatabaseColumn(Money money) {
      return money == null ? null : money.cents();
    }

    @Override
    public Money convertToEntityAttribute(Long cents) {
      return cents == null ? null : new Money(cents);
    }
  }

  @Entity(name = "Enums")
  class Enums {
    @Id long id;
    Color plain;

    @Enumerated(EnumType.ORDINAL)
    Color ordinal;

    @Enumerated(EnumType.STRING)
    Color text;

    @Enumerated(EnumType.STRING)
    @Column(length = 30, nullable = false)
    Color longer;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Color asVarchar;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 5)
    Color fixed;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.INTEGER)
    Color number;

    @Enumerated(EnumType.STRING)
    Grade grade;

    Level level;
    Only sole;
    DayOfWeek weekday;

    @Enumerated(EnumType.STRING)
    DayOfWeek dayName;

    @Convert(converter = ColorConverter.class)
    Color converted;
  }

  @Entity(name = "Converted")
  class Converted {
    @Id long id;
    Money money;

    @Convert(converter = YesNoConverter.class)
    boolean yes;

    @Convert(converter = TrueFalseConverter.class)
    Boolean truth;

    @Convert(converter = NumericBooleanConverter.class)
    Boolean number;
  }

  @Entity(name = "Several")
  class Several {
    @Id long id;
    Integer[] numbers;
    String[] words;
    List<Long> longs;
    Set<UUID> tokens;
    EnumSet<Color> colors;
    Color[] colorArray;
    boolean[] flags;

    @Array(length = 7)
    @Column(length = 20)
    String[] seven;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> list;
  }

  @Entity(name = "Stamped")
  class Stamped {
    @Id long id;
    @CreationTimestamp Instant created;
    @UpdateTimestamp Instant updated;
    @CurrentTimestamp Instant current;

    @NaturalId
    @Column(length = 20)
    String code;

    @NaturalId(mutable = true)
    int region;

    @TenantId String tenant;

    @ColumnDefault("'it''s'")
    String quoted;

    @ColumnDefault("7")
    int number;

    @ColumnDefault("true")
    boolean flag;

    @ColumnDefault("1.50")
    java.math.BigDecimal price;

    @Column(comment = "what it is for")
    String noted;

    @Column(unique = true, length = 50)
    String login;
  }
}
