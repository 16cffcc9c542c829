package dev.autogen.dialect;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of DDL that define something: a column, a constraint, an index, a sequence, each as the
 * standard has it. A dialect overrides what its database says otherwise.
 */
public class Definitions {

  protected final Dialect dialect;

  public Definitions(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * A column as it stands in {@code create table}: {@code name varchar(20) default 'x' not null}.
   */
  public String column(Column column) {
    return dialect.identifier(column.name()) + " " + properties(column);
  }

  /** A column without its name. */
  public String properties(Column column) {
    StringBuilder sql = new StringBuilder(type(column));
    column.collation().ifPresent(name -> sql.append(" ").append(collation(name)));
    column.identity().ifPresent(identity -> sql.append(" ").append(identity(identity)));
    column.generated().ifPresent(generated -> sql.append(" ").append(generated(generated)));
    column.defaultValue().ifPresent(value -> sql.append(" default ").append(value));
    return sql.append(column.nullable() ? "" : " not null").toString();
  }

  /**
   * A column's type.
   *
   * @throws UnsupportedChangeException if it is not known
   */
  public String type(Column column) {
    if (column.type().equals(ColumnType.UNKNOWN)) {
      throw new UnsupportedChangeException(
          "The definition of column \""
              + column.name()
              + "\" is not known: write it out in the migration, with its type.");
    }
    return dialect.sql(column.type());
  }

  public String collation(String name) {
    return "collate " + Identifiers.quote(dialect.toDatabase(name));
  }

  public String identity(Identity identity) {
    List<String> options = new ArrayList<>();
    if (identity.start() != 1) {
      options.add("start with " + identity.start());
    }
    if (identity.increment() != 1) {
      options.add("increment by " + identity.increment());
    }
    return "generated "
        + mode(identity)
        + " as identity"
        + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
  }

  /** {@code by default} or {@code always}. */
  public String mode(Identity identity) {
    return identity.mode() == Identity.Mode.ALWAYS ? "always" : "by default";
  }

  public String generated(Generated generated) {
    return "generated always as ("
        + expression(generated.expression())
        + ") "
        + (generated.stored() ? "stored" : "virtual");
  }

  /** A constraint with its name: {@code constraint users_pkey primary key (id)}. */
  public String constraint(Constraint constraint) {
    String body;
    if (constraint instanceof PrimaryKey key) {
      body = "primary key " + names(key.columns());
    } else if (constraint instanceof UniqueKey key) {
      body = unique(key) + deferrability(key.deferrability());
    } else if (constraint instanceof Check check) {
      body = "check (" + expression(check.expression()) + ")";
    } else {
      body = foreignKey((ForeignKey) constraint);
    }
    return "constraint " + dialect.identifier(constraint.name()) + " " + body;
  }

  /**
   * A condition or expression as it is to be written, so that a database which is given its own
   * text back prints that same text again.
   */
  protected String expression(String sql) {
    return sql;
  }

  protected String unique(UniqueKey key) {
    return (key.nullsDistinct() ? "unique " : "unique nulls not distinct ") + names(key.columns());
  }

  protected String deferrability(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " deferrable initially immediate";
      case INITIALLY_DEFERRED -> " deferrable initially deferred";
    };
  }

  private String foreignKey(ForeignKey key) {
    return "foreign key "
        + names(key.columns())
        + " references "
        + dialect.identifier(key.target())
        + (key.targetColumns().isEmpty() ? "" : " " + names(key.targetColumns()))
        + action("delete", key.onDelete())
        + action("update", key.onUpdate())
        + deferrability(key.deferrability());
  }

  private static String action(String event, Action action) {
    return action == Action.NO_ACTION ? "" : " on " + event + " " + action.sql();
  }

  /** The statement that makes an index. */
  public String index(QualifiedName table, Index index) {
    return "create "
        + (index.unique() ? "unique " : "")
        + "index "
        + dialect.identifier(index.name())
        + " on "
        + dialect.identifier(table)
        + index.method().map(method -> " using " + dialect.identifier(method)).orElse("")
        + " "
        + parts(index)
        + (index.include().isEmpty() ? "" : " include " + names(index.include()))
        + (index.unique() && !index.nullsDistinct() ? " nulls not distinct" : "")
        + index.where().map(where -> " where " + expression(where)).orElse("");
  }

  protected final String parts(Index index) {
    return index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"));
  }

  private String part(IndexPart part) {
    if (part.prefix().isPresent()) {
      throw new UnsupportedChangeException(
          dialect.version().product()
              + " cannot index the beginning of \""
              + part.text()
              + "\" alone: index an expression, or the whole column.");
    }
    return (part.expression()
            ? "(" + expression(part.text()) + ")"
            : dialect.identifier(part.text()))
        + (part.operatorClass().isEmpty() ? "" : " " + part.operatorClass())
        + (part.descending() ? " desc" : "")
        + (part.nulls() == Nulls.DEFAULT
            ? ""
            : part.nulls() == Nulls.FIRST ? " nulls first" : " nulls last");
  }

  /** What follows a new sequence's name. */
  public String sequence(Sequence sequence) {
    return "start with "
        + sequence.start()
        + " increment by "
        + sequence.increment()
        + sequence.minimum().map(value -> " minvalue " + value).orElse("")
        + sequence.maximum().map(value -> " maxvalue " + value).orElse("")
        + (sequence.cache() == 1 ? "" : " cache " + sequence.cache())
        + (sequence.cycle() ? " cycle" : "");
  }

  /** Names in parentheses. */
  public final String names(List<String> names) {
    return names.stream().map(dialect::identifier).collect(Collectors.joining(", ", "(", ")"));
  }
}
