package dev.autogen.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A value of a column that a check lets pass, told from the check's words: comparisons with
 * literals, lists, ranges and lengths, joined by {@code and}; and the values that another check
 * takes away from it. A check of any other kind says nothing.
 */
public final class Admitted {

  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern INTRODUCER = Pattern.compile("(?i)(?<![\\w$])_[a-z0-9]+\\s*(?=#)");
  private static final Pattern CAST =
      Pattern.compile(
          "(?i)::\\s*(?:character varying|double precision"
              + "|time(?:stamp)?(?:\\(\\d+\\))? with(?:out)? time zone|\"[^\"]+\"|[\\w.]+)"
              + "(?:\\(\\d+(?:, ?\\d+)?\\))?(?:\\[])*");
  private static final Pattern CAST_CALL =
      Pattern.compile("(?i)\\bcast\\s*\\(\\s*([^()]+?)\\s+as\\s+[\\w ]+(?:\\([\\d, ]*\\))?\\s*\\)");
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(#\\d+#|\\d+(?:\\.\\d+)?|[\\w$]+|<=|>=|<>|!=|=|<|>|,|-)\\s*");
  private static final Pattern LENGTH = Pattern.compile("(?:char_|character_|octet_)?length");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  private static final int LONGEST = 1_000;

  /**
   * @param ofLength whether the length of the value is meant
   * @param operator a comparison, or {@code in}
   */
  private record Condition(boolean ofLength, String operator, List<String> operands) {
    boolean holds(String value) {
      String measured = ofLength ? String.valueOf(value.length()) : value;
      if (operator.equals("in")) {
        return operands.stream().anyMatch(operand -> order(measured, operand) == 0);
      }
      int order = order(measured, operands.get(0));
      return switch (operator) {
        case "=" -> order == 0;
        case "<>", "!=" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    private static int order(String one, String other) {
      return isNumber(one) && isNumber(other)
          ? new BigDecimal(one).compareTo(new BigDecimal(other))
          : one.compareTo(other);
    }

    boolean isOfWholeNumbers() {
      return !ofLength
          && operator.matches("[<>]=")
          && operands.stream().allMatch(operand -> operand.matches("-?\\d{1,18}"));
    }

    List<String> candidates() {
      List<String> candidates = new ArrayList<>();
      for (String operand : operands) {
        List<String> near = new ArrayList<>(List.of(operand));
        if (isNumber(operand)) {
          near.add(new BigDecimal(operand).add(BigDecimal.ONE).toPlainString());
          near.add(new BigDecimal(operand).subtract(BigDecimal.ONE).toPlainString());
        }
        near.forEach(
            value -> (ofLength ? ofLength(value) : Optional.of(value)).ifPresent(candidates::add));
      }
      return candidates;
    }

    private static Optional<String> ofLength(String length) {
      return Optional.of(new BigDecimal(length).intValue())
          .filter(found -> found >= 0 && found <= LONGEST)
          .map("x"::repeat);
    }
  }

  private String column;
  private final List<String> literals = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private int at;

  private Admitted(String column) {
    this.column = column.toLowerCase(Locale.ROOT);
  }

  /**
   * @param checks conditions over the column
   * @param usual what is taken if the checks let it pass, without quotes
   * @return empty if they cannot be read, or let nothing pass that stands in them
   */
  static Optional<String> value(String column, List<String> checks, String usual) {
    List<List<List<Condition>>> all = new ArrayList<>();
    for (String check : checks) {
      Admitted read = new Admitted(column);
      List<List<Condition>> alternatives = read.tokenize(check) ? read.alternatives() : List.of();
      if (alternatives.isEmpty()) {
        return Optional.empty();
      }
      all.add(alternatives);
    }
    List<String> candidates = new ArrayList<>(List.of(usual));
    all.stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .forEach(condition -> candidates.addAll(condition.candidates()));
    candidates.add("x");
    return candidates.stream()
        .filter(value -> isNumber(usual) == isNumber(value) || !isNumber(usual))
        .filter(
            value ->
                all.stream()
                    .allMatch(
                        check ->
                            check.stream()
                                .anyMatch(
                                    alternative ->
                                        alternative.stream().allMatch(c -> c.holds(value)))))
        .findFirst();
  }

  /**
   * The lists of conditions of which one must hold: one where there is no {@code or}. Each that is
   * joined by {@code or} must be a single condition, for the parentheses are gone; one of another
   * column is left out.
   */
  private List<List<Condition>> alternatives() {
    if (!tokens.contains("or")) {
      return conditions() ? List.of(List.copyOf(conditions)) : List.of();
    }
    List<List<Condition>> alternatives = new ArrayList<>();
    int start = 0;
    for (int end = 0; end <= tokens.size(); end++) {
      if (end == tokens.size() || tokens.get(end).equals("or")) {
        Admitted one = new Admitted(column);
        one.literals.addAll(literals);
        one.tokens.addAll(tokens.subList(start, end));
        boolean read = one.conditions();
        if (one.conditions.size() > 1 && !one.isRange() || !read && one.tokens.contains("and")) {
          return List.of();
        }
        if (read) {
          alternatives.add(List.copyOf(one.conditions));
        }
        start = end + 1;
      }
    }
    return alternatives;
  }

  private boolean isRange() {
    return tokens.contains("between") && conditions.size() == 2;
  }

  /**
   * The values that a check over one column lists, or a range of whole numbers has, and that none
   * of the others lets pass.
   *
   * @return none if the check or one of the others cannot be read
   */
  public static List<String> lost(String check, List<String> others) {
    Optional<Admitted> from = ofOneColumn(check);
    List<Admitted> to = others.stream().flatMap(other -> ofOneColumn(other).stream()).toList();
    return from.isEmpty() || to.size() < others.size()
        ? List.of()
        : from.get().listed().stream()
            .filter(value -> to.stream().noneMatch(other -> other.admits(value)))
            .toList();
  }

  /** The column that a check is about, if it is about one and can be read; in lower case. */
  public static Optional<String> column(String check) {
    return ofOneColumn(check).map(read -> read.column);
  }

  private static Optional<Admitted> ofOneColumn(String check) {
    Admitted read = new Admitted("");
    if (!read.tokenize(check) || read.tokens.isEmpty()) {
      return Optional.empty();
    }
    read.column = read.tokens.get(0);
    return read.conditions() ? Optional.of(read) : Optional.empty();
  }

  private boolean admits(String value) {
    return conditions.stream().allMatch(condition -> condition.holds(value));
  }

  /** What lists name, or a range of numbers has in it. */
  private List<String> listed() {
    for (Condition condition : conditions) {
      if (condition.operator.equals("in") && !condition.ofLength) {
        return condition.operands.stream().filter(this::admits).toList();
      }
    }
    return conditions.size() == 2 && conditions.stream().allMatch(each -> each.isOfWholeNumbers())
        ? range(conditions.get(0).operands.get(0), conditions.get(1).operands.get(0))
        : List.of();
  }

  private static List<String> range(String least, String most) {
    long from = Long.parseLong(least);
    long to = Math.min(Long.parseLong(most), from + LONGEST);
    return LongStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private boolean tokenize(String check) {
    Matcher literal = LITERAL.matcher(check);
    String text =
        literal.replaceAll(
            found -> {
              literals.add(found.group(1).replace("''", "'"));
              return "#" + (literals.size() - 1) + "#";
            });
    text = CAST.matcher(INTRODUCER.matcher(text).replaceAll("")).replaceAll("");
    text = CAST_CALL.matcher(text).replaceAll("$1").replaceAll("[()\\[\\]]", " ");
    text = text.replaceAll("[\"`]", "").strip().toLowerCase(Locale.ROOT);
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && token.find() && token.start() == end) {
      tokens.add(token.group(1));
      end = token.end();
    }
    return end == text.length();
  }

  private boolean conditions() {
    do {
      if (!condition()) {
        return false;
      }
    } while (takes("and"));
    return at == tokens.size();
  }

  private boolean condition() {
    boolean ofLength = at < tokens.size() && LENGTH.matcher(tokens.get(at)).matches();
    if (ofLength) {
      at++;
    }
    if (!takes(column)) {
      return false;
    }
    if (takes("between")) {
      return adds(ofLength, ">=") && takes("and") && adds(ofLength, "<=");
    }
    if (takes("in")) {
      return addsList(ofLength);
    }
    if (at >= tokens.size() || !tokens.get(at).matches("[<>=!]+")) {
      return false;
    }
    String operator = tokens.get(at++);
    return operator.equals("=") && takes("any")
        ? takes("array") && addsList(ofLength)
        : adds(ofLength, operator);
  }

  private boolean adds(boolean ofLength, String operator) {
    Optional<String> operand = operand(ofLength);
    operand.ifPresent(value -> conditions.add(new Condition(ofLength, operator, List.of(value))));
    return operand.isPresent();
  }

  private boolean addsList(boolean ofLength) {
    List<String> operands = new ArrayList<>();
    do {
      Optional<String> operand = operand(ofLength);
      if (operand.isEmpty()) {
        return false;
      }
      operands.add(operand.get());
    } while (takes(","));
    conditions.add(new Condition(ofLength, "in", operands));
    return true;
  }

  private Optional<String> operand(boolean number) {
    String sign = takes("-") ? "-" : "";
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    String token = tokens.get(at++);
    String value =
        token.startsWith("#")
            ? literals.get(Integer.parseInt(token.substring(1, token.length() - 1)))
            : sign + token;
    boolean literal = token.startsWith("#") && !number;
    return Optional.of(value).filter(found -> literal || isNumber(found));
  }

  private boolean takes(String token) {
    boolean found = at < tokens.size() && tokens.get(at).equals(token);
    at += found ? 1 : 0;
    return found;
  }
}
