package dev.autogen.dialect.postgresql;

import java.util.regex.Pattern;

/**
 * Expressions in PostgreSQL's own print, written so that they print the same again.
 *
 * <p>Of all that was tried, two things do not by themselves: conditions that are nested ({@link
 * PostgresqlConditions}), and {@code name in ('A', 'B')} over a varchar prints as {@code
 * (ARRAY['A'::character varying, ...])::text[]}, and read back, the cast goes to each element. With
 * the array's own type written between, it stays where it was.
 */
final class PostgresqlExpressions {

  private static final String ELEMENT =
      "(?:'[^']*(?:''[^']*)*'::character varying|[a-z_][a-z0-9_$]*)";

  private static final Pattern TEXTS =
      Pattern.compile(
          "\\(ARRAY\\[(" + ELEMENT + "(?:, " + ELEMENT + ")*+)]\\)::text\\[]", Pattern.DOTALL);

  private PostgresqlExpressions() {}

  /** The expression, to be given to PostgreSQL. */
  static String reparsed(String sql) {
    return TEXTS
        .matcher(PostgresqlConditions.kept(sql))
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    match.group(1).contains("::character varying")
                        ? "(ARRAY[" + match.group(1) + "]::character varying[])::text[]"
                        : match.group()));
  }
}
