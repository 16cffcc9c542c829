package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CreateTableText;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table as {@code show create table} prints it: the text of its columns and checks, and which
 * indexes its foreign keys lean on. Changes nothing.
 *
 * @param text the statement
 */
public record MysqlTableText(CreateTableText text) {

  /**
   * A key or index.
   *
   * @param columns the columns' names; what is not a whole column stands as it is written
   * @param sql its clause
   */
  public record Key(String name, List<String> columns, boolean unique, String sql) {

    public Key {
      columns = List.copyOf(columns);
    }

    /** Whether it is no index of words or places. */
    boolean isOrdered() {
      return !sql.startsWith("FULLTEXT") && !sql.startsWith("SPATIAL");
    }

    /** Whether the first of its columns, so many, are in ascending order. */
    boolean isAscending(int columns) {
      SqlText text = new SqlText(sql, Style.BACKSLASHES);
      return text.tokens().stream()
          .filter(Token::isGroup)
          .limit(1)
          .flatMap(group -> text.items(group).stream().limit(columns))
          .noneMatch(item -> item.stream().anyMatch(token -> token.is("desc")));
    }

    /** Whether rows can be found by these columns with it: they come first, in this order. */
    public boolean serves(List<String> wanted) {
      return isOrdered()
          && columns.size() >= wanted.size()
          && columns.subList(0, wanted.size()).equals(wanted);
    }
  }

  /** A foreign key and the columns that it needs an index on. */
  public record Link(String name, List<String> columns, String sql) {

    public Link {
      columns = List.copyOf(columns);
    }

    /** The index that the database makes for it where there is no other: {@code index f (a)}. */
    String index() {
      return columns.stream()
          .map(MysqlNames::quoted)
          .collect(Collectors.joining(", ", "index " + MysqlNames.quoted(name) + " (", ")"));
    }
  }

  public static MysqlTableText parse(String sql) {
    CreateTableText text = CreateTableText.parse(sql, Style.BACKSLASHES);
    return new MysqlTableText(
        new CreateTableText(
            text.head(),
            text.clauses().stream().map(MysqlTableText::whole).toList(),
            text.tail(),
            text.style()));
  }

  /**
   * A clause with the comments behind it: to MySQL {@code /*!80023 INVISIBLE *}{@code /} is none.
   */
  private static Clause whole(Clause clause) {
    return clause.after().isBlank()
        ? clause
        : new Clause(
            clause.kind(),
            clause.name(),
            clause.before(),
            clause.sql() + clause.after().stripTrailing(),
            "",
            clause.style());
  }

  /** The table as the database would print it, as far as the model knows it. */
  static MysqlTableText of(Table known, MysqlDefinitions definitions) {
    Table table = known.rewriting(new MysqlColumnNames(known)::inBackticks);
    MysqlTableText plain = parse(definitions.table(table));
    CreateTableText text = plain.text();
    for (Link link : plain.links()) {
      if (plain.keys().stream().noneMatch(key -> key.serves(link.columns()))) {
        text = text.plusConstraint(link.index());
      }
    }
    return new MysqlTableText(text);
  }

  public List<MysqlColumnText> columns() {
    return text.columns().stream().map(clause -> new MysqlColumnText(clause.sql())).toList();
  }

  /**
   * What an update of one column says besides, so that it is no change of the row: columns with
   * {@code on update} stay as they are. Empty, or begins with a comma.
   */
  String timesThatStay(String changed) {
    return columns().stream()
        .filter(column -> column.has(MysqlColumnText.Part.ON_UPDATE))
        .map(MysqlColumnText::name)
        .filter(name -> !name.equalsIgnoreCase(changed))
        .map(MysqlNames::quoted)
        .map(name -> ", " + name + " = " + name)
        .collect(Collectors.joining());
  }

  /** The column of that name. */
  public Optional<MysqlColumnText> column(String name) {
    return text.column(name).map(clause -> new MysqlColumnText(clause.sql()));
  }

  /** This with one constraint more. */
  MysqlTableText plusConstraint(String sql) {
    return new MysqlTableText(text.plusConstraint(sql));
  }

  /** This with a column: one more, or one that is there defined anew. */
  MysqlTableText withColumn(MysqlColumnText column) {
    return new MysqlTableText(
        text.column(column.name())
            .map(old -> text.replacing(old, old.withSql(column.sql())))
            .orElseGet(() -> text.plusColumn(column.sql())));
  }

  /** The column after which one stands, or empty for the first. */
  public Optional<String> before(String column) {
    List<String> names = columns().stream().map(MysqlColumnText::name).toList();
    int place = names.indexOf(column);
    return place > 0 ? Optional.of(names.get(place - 1)) : Optional.empty();
  }

  /** The checks of the table, those of its columns left out. */
  public List<Clause> checks() {
    return text.constraints().stream()
        .filter(clause -> clause.text().tokens().stream().anyMatch(token -> token.is("check")))
        .toList();
  }

  /** Whether a check or foreign key has that name. */
  boolean hasConstraint(String name) {
    return link(name).isPresent() || checks().stream().anyMatch(check -> check.isConstraint(name));
  }

  /** The indexes, the primary key and unique keys with them. */
  public List<Key> keys() {
    return text.constraints().stream()
        .filter(clause -> isKey(clause.text().tokens()))
        .map(MysqlTableText::key)
        .toList();
  }

  /** The indexes over an expression that names a column. */
  List<Key> computedFrom(String column) {
    return keys().stream()
        .filter(
            key ->
                key.columns().stream()
                    .anyMatch(part -> part.startsWith("(") && mentions(part, column)))
        .toList();
  }

  /** The index or key of that name. */
  public Optional<Key> key(String name) {
    return keys().stream().filter(key -> key.name().equalsIgnoreCase(name)).findFirst();
  }

  public List<Link> links() {
    return text.constraints().stream()
        .filter(clause -> clause.text().tokens().stream().anyMatch(token -> token.is("foreign")))
        .map(MysqlTableText::link)
        .toList();
  }

  public Optional<Link> link(String name) {
    return links().stream().filter(link -> link.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Whether an index was made for a foreign key by the database: it has its name, or that of its
   * first column where the key's name is made up too.
   */
  public boolean isOfLink(Key key) {
    return !key.unique()
        && links().stream()
            .anyMatch(
                link ->
                    link.columns().equals(key.columns())
                        && (link.name().equalsIgnoreCase(key.name())
                            || link.name().contains("_ibfk_")
                                && link.columns().get(0).equalsIgnoreCase(key.name())));
  }

  /** The index that the database made for a foreign key of that name. */
  Optional<Key> ofLink(String name) {
    return link(name)
        .flatMap(
            link ->
                keys().stream()
                    .filter(key -> isOfLink(key) && key.columns().equals(link.columns()))
                    .findFirst());
  }

  private static boolean isKey(List<Token> tokens) {
    return body(tokens).get(0).isAny("primary", "unique", "key", "index", "fulltext", "spatial");
  }

  /** What follows {@code constraint c}. */
  private static List<Token> body(List<Token> tokens) {
    return tokens.get(0).is("constraint") ? tokens.subList(2, tokens.size()) : tokens;
  }

  private static Key key(Clause clause) {
    List<Token> tokens = clause.text().tokens();
    Token first = body(tokens).get(0);
    boolean primary = first.is("primary");
    return new Key(
        primary ? MysqlNames.PRIMARY_KEY : name(tokens),
        columns(clause.text()),
        primary || first.is("unique"),
        clause.sql());
  }

  /** The name that follows {@code constraint}, or else that before the columns. */
  private static String name(List<Token> tokens) {
    if (tokens.get(0).is("constraint")) {
      return tokens.get(1).value();
    }
    Token last = tokens.get(0);
    for (Token token : tokens) {
      if (token.isGroup()) {
        break;
      }
      last = token;
    }
    return last.value();
  }

  private static Link link(Clause clause) {
    return new Link(name(clause.text().tokens()), columns(clause.text()), clause.sql());
  }

  /** The names in the first of a clause's parentheses. */
  private static List<String> columns(SqlText text) {
    Token names = text.tokens().stream().filter(Token::isGroup).findFirst().orElseThrow();
    return text.items(names).stream()
        .map(
            item ->
                isWhole(item)
                    ? item.get(0).value()
                    : text.between(item.get(0), item.get(item.size() - 1)))
        .toList();
  }

  private static boolean isWhole(List<Token> item) {
    return !item.get(0).isGroup() && item.stream().noneMatch(Token::isGroup);
  }

  /** SQL in which a column's name, in backticks as the database writes it, is another. */
  static String renaming(String sql, String from, String to) {
    SqlText text = new SqlText(sql, Style.BACKSLASHES);
    StringBuilder renamed = new StringBuilder();
    int at = 0;
    for (Token token : text.tokens()) {
      renamed.append(sql, at, token.start());
      renamed.append(
          token.isGroup() ? "(" + renaming(inner(token), from, to) + ")" : name(token, from, to));
      at = token.end();
    }
    return renamed.append(sql.substring(at)).toString();
  }

  private static String inner(Token group) {
    return group.text().substring(1, group.text().length() - 1);
  }

  private static String name(Token token, String from, String to) {
    boolean same = token.kind() == Kind.QUOTED && token.value().equalsIgnoreCase(from);
    return same ? MysqlNames.quoted(to) : token.text();
  }

  /** Whether SQL names a column, in backticks as the database writes it. */
  static boolean mentions(String sql, String column) {
    return !renaming(sql, column, column + " ").equals(sql);
  }

  /** A clause behind its name: {@code CHECK (...)} of {@code CONSTRAINT `c` CHECK (...)}. */
  static String nameless(String clause) {
    List<Token> tokens = new SqlText(clause, Style.BACKSLASHES).tokens();
    return tokens.size() > 2 && tokens.get(0).is("constraint")
        ? clause.substring(tokens.get(2).start())
        : clause;
  }
}
