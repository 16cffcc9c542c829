package dev.autogen.noise.intervals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Seconds and their fractions. */
@Entity(name = "Spans")
public class Spans {
  @Id Long id;

  @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
  Duration lasting;

  @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
  @Column(precision = 10, scale = 3)
  Duration rounded;
}
