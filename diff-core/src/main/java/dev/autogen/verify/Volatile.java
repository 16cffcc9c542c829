package dev.autogen.verify;

import java.util.regex.Pattern;

/**
 * Expressions that give another value each time: the present time, a number of a sequence, chance.
 * Knows the names that the supported databases have for these, and no function of a person's own.
 */
final class Volatile {

  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'(?:::[\\w .()\"\\[\\]]+)?");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<!\\w)(?:now|current_\\w+|localtime|localtimestamp|sysdate|systimestamp|clock_timestamp"
              + "|statement_timestamp|transaction_timestamp|timeofday|utc_\\w+|unix_timestamp"
              + "|julianday|nextval|next\\s+value|lastval|last_insert_id|rand|random|randomblob"
              + "|\\w*uuid\\w*)(?!\\w)",
          Pattern.CASE_INSENSITIVE);

  private Volatile() {}

  /** A text alone is what it is; within a call it may well be a word, as in datetime('now'). */
  static boolean is(String expression) {
    return !TEXT.matcher(expression.strip()).matches() && WORDS.matcher(expression).find();
  }
}
