package dev.autogen.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL expression after one of the things that it speaks of has taken a new name: what a database
 * prints once it has renamed the thing itself, since it keeps columns and types by number.
 *
 * <p>Follows the words of the text; strings, functions, types and key words stay. Does not know
 * what the words mean, and does not lay the text out anew.
 */
final class ExpressionText {

  /** Words that PostgreSQL puts in quotes as names: its key words but for the unreserved ones. */
  private static final Set<String> QUOTED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization between bigint binary"
                  + " bit boolean both case cast char character check coalesce collate collation"
                  + " column concurrently constraint create cross current_catalog current_date"
                  + " current_role current_schema current_time current_timestamp current_user dec"
                  + " decimal default deferrable desc distinct do else end except exists extract"
                  + " false fetch float for foreign freeze from full grant greatest group grouping"
                  + " having ilike in initially inner inout int integer intersect interval into is"
                  + " isnull join json lateral leading least left like limit localtime"
                  + " localtimestamp national natural nchar none normalize not notnull null nullif"
                  + " numeric offset on only or order out outer overlaps overlay placing position"
                  + " precision primary real references returning right row select session_user"
                  + " setof similar smallint some substring symmetric table tablesample then time"
                  + " timestamp to trailing treat trim true union unique user using values varchar"
                  + " variadic verbose when where window with")
              .split(" "));

  private static final Pattern TOKEN =
      Pattern.compile(
          "[eE]'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'"
              + "|(?<quoted>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`)"
              + "|\\d[\\p{L}\\p{N}_.]*"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
              + "|::",
          Pattern.DOTALL);

  /** A type behind {@code ::}: its words, its length, its zone. */
  private static final Pattern TYPE =
      Pattern.compile(
          "\\s*(?:(?:timestamp|time)(?:\\(\\d+\\))?(?: with(?:out)? time zone)?|character varying"
              + "|double precision|bit varying|(?:\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)"
              + "(?:\\.(?:\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*))?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  private ExpressionText() {}

  /** The text with each mention of a column replaced by its new name. */
  static String renamingColumn(String sql, String from, String to) {
    Matcher token = TOKEN.matcher(sql);
    StringBuilder text = new StringBuilder();
    int copied = 0;
    int place = 0;
    String before = "";
    int unit = -1;
    while (token.find(place)) {
      boolean amount = before.equalsIgnoreCase("interval");
      boolean isUnit = unit >= 0 && sql.substring(unit, token.start()).isBlank();
      place = token.end();
      if (token.group().equals("::")) {
        Matcher type = TYPE.matcher(sql).region(place, sql.length());
        place = type.lookingAt() ? type.end() : place;
      } else if (!isUnit && isColumn(token, sql, before)) {
        String renamed = renamed(token, from, to);
        text.append(sql, copied, token.start()).append(renamed);
        copied = place;
      }
      before = token.group();
      unit = amount ? token.end() : -1;
    }
    return text.append(sql.substring(copied)).toString();
  }

  /** The text with each cast to an enum type written with the type's new name. */
  static String renamingType(String sql, QualifiedName from, QualifiedName to) {
    String old = "::" + type(from);
    return Pattern.compile("'(?:[^']|'')*'|" + Pattern.quote(old) + "(?![\\p{L}\\p{N}_$.\"])")
        .matcher(sql)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().startsWith("'") ? match.group() : "::" + type(to)));
  }

  /** The text with each label of an enum type that has a new name. */
  static String renamingLabel(String sql, QualifiedName type, String from, String to) {
    String cast = "::" + type(type);
    return Pattern.compile("'(?:[^']|'')*'(?:" + Pattern.quote(cast) + "(?![\\p{L}\\p{N}_$.\"]))?")
        .matcher(sql)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().equals(quoted(from, '\'') + cast)
                        ? quoted(to, '\'') + cast
                        : match.group()));
  }

  /** A named type as a cast writes it. */
  static String type(QualifiedName name) {
    String own = needsQuotes(name.name()) ? quoted(name.name(), '"') : name.name();
    String schema = name.schema();
    return schema.isEmpty()
        ? own
        : (needsQuotes(schema) ? quoted(schema, '"') : schema) + "." + own;
  }

  /** Not a function, a type, the start of a literal or what something else is part of. */
  private static boolean isColumn(Matcher token, String sql, String before) {
    if (token.group("word") == null && token.group("quoted") == null) {
      return false;
    }
    char next = firstBehind(sql, token.end());
    return next != '('
        && next != '.'
        && next != '\''
        && !(token.start() > 0 && sql.charAt(token.start() - 1) == '.')
        && !before.equalsIgnoreCase("as")
        && !before.equalsIgnoreCase("extract");
  }

  private static char firstBehind(String sql, int place) {
    return sql.substring(place).stripLeading().isEmpty()
        ? ' '
        : sql.substring(place).stripLeading().charAt(0);
  }

  private static String renamed(Matcher token, String from, String to) {
    String word = token.group();
    if (token.group("word") != null) {
      boolean same =
          word.toLowerCase(Locale.ROOT).equals(from)
              && PLAIN.matcher(from).matches()
              && !QUOTED.contains(from);
      if (!same && word.equals(from)) {
        return kept(to);
      }
      return !same ? word : needsQuotes(to) ? quoted(to, '"') : to;
    }
    char mark = word.charAt(0);
    String content =
        word.substring(1, word.length() - 1).replace("" + mark + mark, String.valueOf(mark));
    if (content.equals(from)) {
      boolean always = mark == '`' || !needsQuotes(from);
      return always || needsQuotes(to) ? quoted(to, mark) : to;
    }
    return content.equals(folded(from)) && !folded(from).equals(from)
        ? quoted(folded(to), mark)
        : word;
  }

  /**
   * A name where the old one, which is in mixed case, stood without quotes: the database is one
   * that keeps names as they are written, and those have backticks.
   */
  private static String kept(String name) {
    return needsQuotes(name.toLowerCase(Locale.ROOT)) ? quoted(name, '`') : name;
  }

  /** As a database stores it that folds names to upper case, and prints all names in quotes. */
  private static String folded(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String lower = name.toLowerCase(Locale.ROOT);
    return name.equals(lower) ? upper : name.equals(upper) ? lower : name;
  }

  private static boolean needsQuotes(String name) {
    return !PLAIN.matcher(name).matches() || QUOTED.contains(name);
  }

  private static String quoted(String name, char mark) {
    return mark + name.replace(String.valueOf(mark), "" + mark + mark) + mark;
  }
}
