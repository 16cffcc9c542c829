package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.sqlite.SqliteTerm.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes off parentheses that change nothing: around a name or a value, around parentheses, and
 * around what AND or OR joins where that binds more loosely. All others stay.
 */
final class SqliteParentheses {

  private SqliteParentheses() {}

  static List<SqliteTerm> needed(List<SqliteTerm> terms) {
    List<SqliteTerm> inside = new ArrayList<>();
    for (SqliteTerm term : terms) {
      inside.add(term.sort() == Sort.GROUP ? SqliteTerm.group(needed(term.inner())) : term);
    }
    List<SqliteTerm> plain = withPlainAtoms(inside);
    List<Integer> joints = joints(plain);
    List<SqliteTerm> result = new ArrayList<>();
    int start = 0;
    for (int joint : joints) {
      result.addAll(operand(plain, start, joint));
      if (joint < plain.size()) {
        result.add(plain.get(joint));
      }
      start = joint + 1;
    }
    return result;
  }

  private static List<SqliteTerm> withPlainAtoms(List<SqliteTerm> terms) {
    List<SqliteTerm> plain = new ArrayList<>();
    for (SqliteTerm term : terms) {
      boolean called =
          !plain.isEmpty()
              && (!plain.get(plain.size() - 1).isOperator()
                  || plain.get(plain.size() - 1).isAny("in"));
      boolean atom = term.inner().size() == 1 && term.inner().get(0).isAtom();
      plain.add(atom && !called ? term.inner().get(0) : term);
    }
    return plain;
  }

  /** Where AND, OR and commas stand, but for the AND of a BETWEEN and those in a CASE; the end. */
  private static List<Integer> joints(List<SqliteTerm> terms) {
    List<Integer> joints = new ArrayList<>();
    int cases = 0;
    int betweens = 0;
    for (int i = 0; i < terms.size(); i++) {
      SqliteTerm term = terms.get(i);
      cases += term.isAny("case") ? 1 : term.isAny("end") ? -1 : 0;
      if (cases > 0) {
        continue;
      }
      if (term.isAny("between")) {
        betweens++;
      } else if (term.isAny("and") && betweens > 0) {
        betweens--;
      } else if (term.isAny("and", "or", ",")) {
        joints.add(i);
      }
    }
    joints.add(terms.size());
    return joints;
  }

  private static List<SqliteTerm> operand(List<SqliteTerm> terms, int start, int end) {
    List<SqliteTerm> operand = terms.subList(start, end);
    if (operand.size() != 1 || operand.get(0).sort() != Sort.GROUP) {
      return operand;
    }
    List<SqliteTerm> inner = operand.get(0).inner();
    boolean tight =
        start > 0 && terms.get(start - 1).isAny("and")
            || end < terms.size() && terms.get(end).isAny("and");
    List<SqliteTerm> between =
        joints(inner).stream().filter(at -> at < inner.size()).map(inner::get).toList();
    boolean row = inner.isEmpty() || between.stream().anyMatch(term -> term.isAny(","));
    boolean loose = between.stream().anyMatch(term -> term.isAny("or"));
    return row || tight && loose ? operand : inner;
  }
}
