package dev.autogen.migration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row's key as one text, from which the same key is read again. */
final class KeyPosition {

  /** How each type is read from its text. */
  private static final Map<Class<?>, Function<String, Object>> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put(Long.class, Long::valueOf);
    TYPES.put(Integer.class, Integer::valueOf);
    TYPES.put(Short.class, Short::valueOf);
    TYPES.put(Byte.class, Byte::valueOf);
    TYPES.put(BigInteger.class, BigInteger::new);
    TYPES.put(BigDecimal.class, BigDecimal::new);
    TYPES.put(Double.class, Double::valueOf);
    TYPES.put(Boolean.class, Boolean::valueOf);
    TYPES.put(String.class, text -> text);
    TYPES.put(UUID.class, UUID::fromString);
    TYPES.put(Timestamp.class, Timestamp::valueOf);
    TYPES.put(Date.class, Date::valueOf);
    TYPES.put(LocalDateTime.class, LocalDateTime::parse);
    TYPES.put(LocalDate.class, LocalDate::parse);
    TYPES.put(LocalTime.class, LocalTime::parse);
    TYPES.put(OffsetDateTime.class, OffsetDateTime::parse);
    TYPES.put(byte[].class, text -> HexFormat.of().parseHex(text));
  }

  private KeyPosition() {}

  /**
   * @throws MigrationException if a value is of a type that cannot be read again
   */
  static String text(List<Object> key) {
    return key.stream().map(KeyPosition::text).collect(Collectors.joining("&"));
  }

  private static String text(Object value) {
    if (!TYPES.containsKey(value.getClass())) {
      throw new MigrationException(
          "A backfill cannot go along a key of type "
              + value.getClass().getName()
              + ". Name other columns for it: .by(\"...\").");
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new MigrationException(
          "A backfill cannot go along a key that holds %s. Name other columns for it: .by(\"...\")."
              .formatted(number));
    }
    String text =
        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    return value.getClass().getSimpleName() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The key that {@link #text(List)} wrote; none for the empty string. */
  static List<Object> parse(String text) {
    List<Object> key = new ArrayList<>();
    if (text.isEmpty()) {
      return key;
    }
    for (String part : text.split("&")) {
      String type = part.substring(0, part.indexOf('='));
      String value =
          URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8);
      key.add(
          TYPES.entrySet().stream()
              .filter(known -> known.getKey().getSimpleName().equals(type))
              .map(known -> known.getValue().apply(value))
              .findFirst()
              .orElseThrow(
                  () -> new MigrationException("The journal names a key of type " + type + ".")));
    }
    return key;
  }
}
