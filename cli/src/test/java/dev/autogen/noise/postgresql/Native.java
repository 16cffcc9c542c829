package dev.autogen.noise.postgresql;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Types of PostgreSQL's own. */
public interface Native {

  /** A type with a name. */
  enum Mood {
    SAD,
    OKAY,
    HAPPY
  }

  /** Used once, in a collection. */
  enum Weather {
    SUN,
    RAIN
  }

  /** Its type's name is cut. */
  enum MoodOfWhichTheNameGoesOnAndOnUntilThereAreMoreThanSixtyThreeLettersInIt {
    GOOD,
    BAD
  }

  @Entity(name = "Native")
  class Own {
    @Id Long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Mood mood;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false)
    Mood second;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Weather byNumber;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Set<Mood> moods;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    MoodOfWhichTheNameGoesOnAndOnUntilThereAreMoreThanSixtyThreeLettersInIt longName;

    @Collate("C")
    String collated;

    @Column(columnDefinition = "bigserial")
    Long counter;

    @Column(columnDefinition = "jsonb")
    String json;

    @JdbcTypeCode(SqlTypes.INET)
    java.net.InetAddress inet;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, String>> nested;
  }
}
