package dev.autogen.noise.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Attributes that are one column each. */
public interface Basics {

  @Entity(name = "Numbers")
  class Numbers {
    @Id int id;
    boolean flag;
    Boolean maybe;
    byte tiny;
    short small;
    Integer whole;
    long large;
    float single;
    double twice;
    char letter;
    BigDecimal amount;

    @Column(precision = 12, scale = 3)
    BigDecimal exact;

    @Column(precision = 20, scale = 0)
    BigDecimal without;

    BigInteger huge;

    @JdbcTypeCode(SqlTypes.REAL)
    float asReal;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    @Column(precision = 9, scale = 2)
    double asNumeric;

    @JdbcTypeCode(SqlTypes.TINYINT)
    int asTiny;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    int asSmall;

    @JdbcTypeCode(SqlTypes.BIT)
    boolean asBit;
  }

  @Entity(name = "Times")
  class Times {
    @Id long id;
    LocalDate dayOf;
    LocalTime timeOf;
    LocalDateTime dateTime;
    Instant instant;
    OffsetDateTime moment;
    OffsetTime offsetTime;
    ZonedDateTime zoned;
    Year yearOf;
    Duration lasting;
    Date utilDate;
    Calendar calendar;
    java.sql.Date sqlDate;
    Time sqlTime;
    Timestamp sqlTimestamp;
    ZoneId zoneId;
    ZoneOffset zoneOffset;

    @Column(secondPrecision = 0)
    LocalDateTime seconds;

    @Column(secondPrecision = 3)
    Instant millis;

    @Column(secondPrecision = 2)
    LocalTime hundredths;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime aNative;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime normalized;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    ZonedDateTime utc;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime beside;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant asTimestamp;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Duration asNumber;
  }

  @Entity(name = "Texts")
  class Texts {
    @Id
    @Column(length = 36)
    String id;

    String plain;

    @Column(length = 1)
    String one;

    @Column(length = 3000)
    String longer;

    @Column(length = Length.LONG)
    String veryLong;

    @Column(length = Length.LONG16)
    String medium;

    @Column(length = Length.LONG32)
    String endless;

    @Lob String lob;

    @Lob
    @Column(length = 200)
    String shortLob;

    @Nationalized String national;

    @Nationalized
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String nationalFixed;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 5)
    String fixed;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String longVarchar;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String long32;

    @JdbcTypeCode(SqlTypes.CLOB)
    String clob;

    char[] chars;

    @Basic(optional = false)
    String required;

    Locale locale;
    Currency currency;
    TimeZone zone;
    URL url;
    Class<?> type;
    Clob clobLocator;
    NClob nclobLocator;
    @Transient String never;
    transient String neither;
  }

  @Entity(name = "Bytes")
  class Bytes {
    @Id UUID id;
    byte[] plain;

    @Column(length = 20)
    byte[] few;

    @Column(length = 100_000)
    byte[] many;

    @Column(length = Length.LONG32)
    byte[] endless;

    @Lob byte[] lob;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 16)
    byte[] fixed;

    @JdbcTypeCode(SqlTypes.LONGVARBINARY)
    byte[] longer;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] long32;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID asText;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 36)
    UUID asFixed;

    @JdbcTypeCode(SqlTypes.BINARY)
    UUID asBytes;

    Blob locator;
    InetAddress address;
    Serializable anything;
  }
}
