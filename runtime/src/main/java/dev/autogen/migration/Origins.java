package dev.autogen.migration;

import java.util.Locale;

/**
 * The usual relation between what an entity calls a thing and what the database calls it. A
 * migration states an origin only where it is not the usual one.
 */
public final class Origins {

  private Origins() {}

  /** The origin of a column {@code created_at} of {@code com.shop.User}: {@code User.createdAt}. */
  public static String ofColumn(String tableOrigin, String column) {
    return ofAttribute(tableOrigin, camelCase(column));
  }

  /** The origin of attribute {@code address.street}: {@code User.address.street}. */
  public static String ofAttribute(String tableOrigin, String attribute) {
    return tableOrigin.substring(tableOrigin.lastIndexOf('.') + 1) + "." + attribute;
  }

  /** The column of attribute {@code home.postCode}, if it keeps the name: {@code postcode}. */
  public static String columnOf(String attribute) {
    return attribute.substring(attribute.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String camelCase(String column) {
    StringBuilder camel = new StringBuilder();
    for (String word : column.split("_")) {
      camel.append(
          camel.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }
}
