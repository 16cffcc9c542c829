package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Definitions;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What MySQL and its descendants define their own way, and what they cannot define at all. */
public class MysqlDefinitions extends Definitions {

  /**
   * The default of a column that may be null and yet has none, so that each insert must state its
   * value: what {@code alter column c drop default} leaves. A column is otherwise null by default.
   */
  public static final String NO_DEFAULT = "none";

  private static final Set<String> CLOCKS =
      Set.of("current_timestamp", "now", "localtime", "localtimestamp");

  /** A default and what an update sets. */
  private static final Pattern ON_UPDATE =
      Pattern.compile("(.*\\S)\\s+(on update .*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:0x[0-9A-Fa-f]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");

  private static final Set<String> KINDS = Set.of("fulltext", "spatial");

  public MysqlDefinitions(Dialect dialect) {
    super(dialect);
  }

  /** The database's name as messages have it. */
  public String product() {
    return "MySQL";
  }

  /** A string as a SQL literal. */
  final String literal(String text) {
    return dialect.literal(text);
  }

  /** The column with its name in backticks, as {@code show create table} writes it. */
  public final MysqlColumnText text(Column column) {
    return new MysqlColumnText(MysqlNames.quoted(column.name()) + " " + properties(column));
  }

  /** A column without its name, its comment with it. */
  @Override
  public String properties(Column column) {
    StringBuilder sql = new StringBuilder(type(column));
    column.collation().ifPresent(name -> sql.append(" ").append(collation(name)));
    column.generated().ifPresent(value -> sql.append(" ").append(generated(value)));
    String nullability = nullability(column);
    sql.append(nullability.isEmpty() ? "" : " " + nullability);
    column
        .defaultValue()
        .filter(value -> !hasNoDefault(column))
        .ifPresent(value -> sql.append(" default ").append(defaultValue(column, value)));
    column.identity().ifPresent(identity -> sql.append(" ").append(identity(identity)));
    column.comment().ifPresent(text -> sql.append(" comment ").append(dialect.literal(text)));
    return sql.toString();
  }

  /**
   * {@code not null}, or nothing; {@code null} where a server may take nothing for {@code not
   * null}.
   */
  protected String nullability(Column column) {
    if (!column.nullable()) {
      return "not null";
    }
    return type(column).startsWith("timestamp") ? "null" : "";
  }

  /** Whether it has no default at all, although it may be null. */
  static boolean hasNoDefault(Column column) {
    return column.defaultValue().filter(NO_DEFAULT::equals).isPresent();
  }

  /**
   * A default as the column takes it: in parentheses where it is more than a literal. What follows
   * {@code on update} stays behind it.
   */
  protected String defaultValue(Column column, String value) {
    Matcher updated = ON_UPDATE.matcher(value);
    if (updated.matches()) {
      return defaultValue(column, updated.group(1)) + " " + updated.group(2);
    }
    List<Token> tokens = new SqlText(value, Style.BACKSLASHES).tokens();
    boolean literal = NUMBER.matcher(value.strip()).matches() || isLiteral(tokens);
    boolean bare = literal ? takesLiterals(column) : isClock(tokens) || isInParentheses(tokens);
    return bare || value.strip().equalsIgnoreCase("null") ? value : "(" + value + ")";
  }

  /**
   * Whether a column of this type can have a literal for its default, rather than an expression.
   */
  protected boolean takesLiterals(Column column) {
    String type = type(column);
    return !type.contains("text") && !type.contains("blob") && !type.equals("json");
  }

  /** A string, {@code b'1'}, {@code _utf8mb4'x'}, {@code date '2026-01-02'}, {@code true}. */
  private static boolean isLiteral(List<Token> tokens) {
    Token first = tokens.get(0);
    if (tokens.size() == 1) {
      return first.kind() == Kind.STRING || first.isAny("true", "false");
    }
    boolean prefix =
        first.isAny("b", "x", "n", "date", "time", "timestamp") || first.text().startsWith("_");
    return tokens.size() == 2 && prefix && tokens.get(1).kind() == Kind.STRING;
  }

  private static boolean isClock(List<Token> tokens) {
    boolean precise = tokens.size() == 2 && tokens.get(1).isGroup();
    return (tokens.size() == 1 || precise) && CLOCKS.contains(tokens.get(0).lower());
  }

  private static boolean isInParentheses(List<Token> tokens) {
    return tokens.size() == 1 && tokens.get(0).isGroup();
  }

  @Override
  public String collation(String name) {
    return "collate " + name;
  }

  @Override
  public String identity(Identity identity) {
    return "auto_increment";
  }

  @Override
  public String generated(Generated generated) {
    return "generated always as ("
        + expression(generated.expression())
        + ") "
        + (generated.stored() ? "stored" : "virtual");
  }

  /** A constraint with its name; a primary key has none of its own. */
  @Override
  public String constraint(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return "primary key " + names(key.columns());
    }
    if (constraint instanceof ForeignKey key) {
      requireActions(key);
    }
    return super.constraint(constraint);
  }

  private void requireActions(ForeignKey key) {
    if (key.onDelete() == ForeignKey.Action.SET_DEFAULT
        || key.onUpdate() == ForeignKey.Action.SET_DEFAULT) {
      throw new UnsupportedChangeException(
          "Foreign key \""
              + key.name()
              + "\" cannot be created: "
              + product()
              + " has no action \"set default\". Use another one.");
    }
  }

  @Override
  protected String unique(UniqueKey key) {
    requireNullsDistinct(key.name(), key.nullsDistinct());
    return "unique " + names(key.columns());
  }

  @Override
  protected String deferrability(Deferrability deferrability) {
    if (deferrability != Deferrability.NOT_DEFERRABLE) {
      throw new UnsupportedChangeException(
          product()
              + " checks constraints with each row and cannot defer one: declare the constraint"
              + " without deferrability.");
    }
    return "";
  }

  /** {@code unique index ix (a, b desc)}: what follows {@code add} and {@code create}. */
  public final String index(Index index) {
    requirePossible(index);
    return kind(index) + "index " + dialect.identifier(index.name()) + " " + keyParts(index);
  }

  /** The statement that makes an index. */
  @Override
  public String index(QualifiedName table, Index index) {
    return "alter table " + dialect.identifier(table) + " add " + index(index);
  }

  private String kind(Index index) {
    String method = index.method().orElse("");
    if (KINDS.contains(method)) {
      return method + " ";
    }
    if (!method.isEmpty() && !method.equals("btree")) {
      throw impossible(index, "the method " + method);
    }
    return index.unique() ? "unique " : "";
  }

  private void requirePossible(Index index) {
    if (index.where().isPresent()) {
      throw impossible(index, "a condition");
    }
    if (!index.include().isEmpty()) {
      throw impossible(index, "carried columns");
    }
    if (index.unique()) {
      requireNullsDistinct(index.name(), index.nullsDistinct());
    }
    for (IndexPart part : index.parts()) {
      if (part.nulls() != Nulls.DEFAULT && (part.nulls() == Nulls.FIRST) == part.descending()) {
        throw impossible(index, "an order of its own for rows without a value");
      }
      if (!part.operatorClass().isEmpty()) {
        throw impossible(index, "an operator class");
      }
      if (part.expression() && !hasExpressionIndexes()) {
        throw impossible(index, "an expression; index a generated column instead");
      }
    }
  }

  /** Whether an index may have an expression as its key. */
  protected boolean hasExpressionIndexes() {
    return true;
  }

  /** Whether a foreign key may be over a column that is computed when it is read. */
  protected boolean hasKeysOfVirtualColumns() {
    return false;
  }

  /**
   * Whether a stored column may be computed from one over which rows are deleted with others, by
   * {@code on delete cascade}.
   */
  protected boolean storesBesideDeletion() {
    return false;
  }

  /** Whether the views of all schemas are found without each being opened. */
  protected boolean findsViewsOfAllSchemas() {
    return true;
  }

  private String keyParts(Index index) {
    return index.parts().stream().map(this::keyPart).collect(Collectors.joining(", ", "(", ")"));
  }

  private String keyPart(IndexPart part) {
    String key =
        part.expression()
            ? "(" + expression(part.text()) + ")"
            : dialect.identifier(part.text()) + prefix(part);
    return key + (part.descending() ? " desc" : "");
  }

  /** How much of the column is indexed, where it is not all of it. */
  private static String prefix(IndexPart part) {
    return part.prefix().isPresent() ? "(" + part.prefix().getAsInt() + ")" : "";
  }

  private void requireNullsDistinct(String name, boolean distinct) {
    if (!distinct) {
      throw new UnsupportedChangeException(
          "\""
              + name
              + "\" cannot be created: to "
              + product()
              + " rows without a value are never equal. Leave \"nulls not distinct\" out.");
    }
  }

  private UnsupportedChangeException impossible(Index index, String what) {
    return new UnsupportedChangeException(
        "Index \""
            + index.name()
            + "\" cannot be created: an index of "
            + product()
            + " cannot have "
            + what
            + ".");
  }

  /** The whole table as one statement. */
  public String table(Table table) {
    List<String> lines =
        new ArrayList<>(table.columns().stream().map(column -> column(table, column)).toList());
    table.constraints(PrimaryKey.class).forEach(key -> lines.add(constraint(key)));
    table.constraints(UniqueKey.class).forEach(key -> lines.add(constraint(key)));
    table.indexes().forEach(index -> lines.add(index(index)));
    table
        .constraints(Check.class)
        .filter(check -> !isOfColumn(table, check))
        .forEach(check -> lines.add(constraint(check)));
    table.constraints(ForeignKey.class).forEach(key -> lines.add(constraint(key)));
    return "create table "
        + dialect.identifier(table.name())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)"
        + (MysqlTableOptions.haveEngine(table.options()) ? "" : " engine=InnoDB")
        + start(table)
        + (table.options().isEmpty() ? "" : " " + table.options())
        + table.comment().map(text -> " comment=" + dialect.literal(text)).orElse("");
  }

  private String column(Table table, Column column) {
    return text(column).sql()
        + checkOf(table, column)
            .map(check -> " check (" + expression(check.expression()) + ")")
            .orElse("");
  }

  private boolean isOfColumn(Table table, Check check) {
    return table.columns().stream()
        .anyMatch(column -> checkOf(table, column).filter(check::equals).isPresent());
  }

  /** The check that is part of a column's definition, where there is such a thing. */
  protected Optional<Check> checkOf(Table table, Column column) {
    return Optional.empty();
  }

  private static String start(Table table) {
    return table.columns().stream()
        .flatMap(column -> column.identity().stream())
        .filter(identity -> identity.start() > 1)
        .map(identity -> " auto_increment=" + identity.start())
        .findFirst()
        .orElse("");
  }
}
