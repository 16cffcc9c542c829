package dev.autogen.diff;

import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What cannot go though no entity declares it any longer: something that stays, and that nobody
 * ever declared, lies in it or is made with it.
 */
final class InUse {

  private InUse() {}

  static boolean is(Sequence sequence, ByName<Table> tables) {
    Pattern name =
        Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(sequence.name().name()) + "(?![\\w$])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    return anyColumn(
        tables,
        column ->
            column
                .defaultValue()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("next"))
                .filter(text -> name.matcher(text).find())
                .isPresent());
  }

  static boolean is(EnumType type, ByName<Table> tables) {
    String name = type.name().toString();
    return anyColumn(
        tables,
        column -> column.type().sql().equals(name) || column.type().sql().startsWith(name + "["));
  }

  static boolean is(String namespace, Schema schema) {
    return schema.tables().stream().anyMatch(one -> one.name().schema().equals(namespace))
        || schema.sequences().stream().anyMatch(one -> one.name().schema().equals(namespace))
        || schema.enumTypes().stream().anyMatch(one -> one.name().schema().equals(namespace));
  }

  private static boolean anyColumn(ByName<Table> tables, Predicate<Column> predicate) {
    return tables.stream().flatMap(table -> table.columns().stream()).anyMatch(predicate);
  }
}
