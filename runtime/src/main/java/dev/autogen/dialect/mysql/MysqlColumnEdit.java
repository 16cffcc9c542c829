package dev.autogen.dialect.mysql;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.schema.Column;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column's definition with what a change changes, and nothing else, written anew. */
final class MysqlColumnEdit {

  private static final Pattern CHARACTERS =
      Pattern.compile("(?:char|varchar|(?:tiny|medium|long)?text|enum|set)\\b.*", Pattern.DOTALL);
  private static final Pattern MOMENT = Pattern.compile("(?:datetime|timestamp)(\\(\\d+\\))?");

  private static final Pattern CLOCK =
      Pattern.compile("\\bcurrent_timestamp(?:\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);

  private final MysqlDefinitions definitions;

  MysqlColumnEdit(MysqlDefinitions definitions) {
    this.definitions = definitions;
  }

  /** The definition after the change. */
  MysqlColumnText of(AlterColumn change, MysqlColumnText old) {
    Set<Facet> facets = change.facets();
    Column to = change.to();
    MysqlColumnText text = old;
    if (facets.contains(Facet.TYPE)) {
      text = retyped(change, text);
    }
    if (facets.contains(Facet.COLLATION)) {
      text = collated(to, text);
    }
    if (facets.contains(Facet.GENERATED)) {
      text = generated(to, text);
    }
    if (facets.stream().anyMatch(f -> f != Facet.COMMENT && f != Facet.COLLATION)) {
      text = nullability(to, text);
      text = defaulted(change, text);
    }
    if (facets.contains(Facet.IDENTITY)) {
      text =
          to.identity().isPresent()
              ? text.without(Part.DEFAULT).with(Part.AUTO_INCREMENT, "auto_increment")
              : text.without(Part.AUTO_INCREMENT);
    }
    if (facets.contains(Facet.COMMENT)) {
      text = commented(to, text);
    }
    return text;
  }

  /** The definition while the column has a type through which its values go. */
  MysqlColumnText between(MysqlColumnText old, String type) {
    return plainText(old)
        .with(Part.TYPE, type)
        .without(Part.DEFAULT)
        .without(Part.ON_UPDATE)
        .without(Part.AUTO_INCREMENT);
  }

  /** The definition without {@code not null}. */
  MysqlColumnText nullable(MysqlColumnText wanted, Column to) {
    return nullability(to.withNullable(true), wanted);
  }

  private MysqlColumnText retyped(AlterColumn change, MysqlColumnText old) {
    String type = definitions.type(change.to());
    String before = old.get(Part.TYPE).orElse("").toLowerCase(Locale.ROOT);
    boolean document = isDocument(change.from()) || isDocument(change.to());
    boolean characters = CHARACTERS.matcher(before).matches() && CHARACTERS.matcher(type).matches();
    MysqlColumnText text = document || !characters ? plainText(old) : old;
    Matcher moment = MOMENT.matcher(type);
    if (!moment.matches()) {
      text = text.without(Part.ON_UPDATE);
    } else if (text.has(Part.ON_UPDATE)) {
      text = text.with(Part.ON_UPDATE, precise(change.to(), text.get(Part.ON_UPDATE).get()));
    }
    return text.with(Part.TYPE, type);
  }

  private boolean isDocument(Column column) {
    return definitions.type(column).equals("json");
  }

  /** Without what only text has: a character set, and on MariaDB the check that it is JSON. */
  private static MysqlColumnText plainText(MysqlColumnText old) {
    MysqlColumnText text = old.without(Part.CHARACTER_SET).without(Part.COLLATION);
    boolean document =
        old.get(Part.CHECK).filter(check -> check.contains("json_valid(")).isPresent();
    return document ? text.without(Part.CHECK) : text;
  }

  private MysqlColumnText collated(Column to, MysqlColumnText old) {
    MysqlColumnText text = old.without(Part.CHARACTER_SET).without(Part.COLLATION);
    return to.collation()
        .map(name -> text.with(Part.COLLATION, definitions.collation(name)))
        .orElse(text);
  }

  private MysqlColumnText generated(Column to, MysqlColumnText old) {
    return to.generated()
        .map(
            value ->
                old.without(Part.DEFAULT)
                    .without(Part.ON_UPDATE)
                    .without(Part.AUTO_INCREMENT)
                    .with(Part.GENERATED, definitions.generated(value)))
        .orElse(old.without(Part.GENERATED));
  }

  private MysqlColumnText nullability(Column to, MysqlColumnText old) {
    String text = definitions.nullability(to);
    MysqlColumnText plain =
        to.nullable() || !"default null".equalsIgnoreCase(old.get(Part.DEFAULT).orElse(""))
            ? old
            : old.without(Part.DEFAULT);
    return text.isEmpty() ? plain.without(Part.NULLABILITY) : plain.with(Part.NULLABILITY, text);
  }

  /** A default is restated where it changes, and where the type under it does. */
  private MysqlColumnText defaulted(AlterColumn change, MysqlColumnText old) {
    Column to = change.to();
    if (to.defaultValue().isPresent() && !MysqlDefinitions.hasNoDefault(to)) {
      boolean restated =
          change.facets().contains(Facet.DEFAULT)
              || change.facets().contains(Facet.TYPE)
              || change.facets().contains(Facet.GENERATED);
      String value = "default " + definitions.defaultValue(to, to.defaultValue().get());
      return restated ? old.without(Part.ON_UPDATE).with(Part.DEFAULT, precise(to, value)) : old;
    }
    return change.facets().contains(Facet.DEFAULT)
        ? old.without(Part.DEFAULT).without(Part.ON_UPDATE)
        : old;
  }

  /** The current time with as many digits as the column has: others are refused. */
  private String precise(Column to, String value) {
    Matcher moment = MOMENT.matcher(definitions.type(to));
    if (!moment.matches()) {
      return value;
    }
    String digits = moment.group(1) == null || moment.group(1).equals("(0)") ? "" : moment.group(1);
    return CLOCK.matcher(value).replaceAll("current_timestamp" + digits);
  }

  private MysqlColumnText commented(Column to, MysqlColumnText old) {
    return to.comment()
        .map(text -> old.with(Part.COMMENT, "comment " + definitions.literal(text)))
        .orElse(old.without(Part.COMMENT));
  }
}
