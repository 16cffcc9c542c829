package dev.autogen.inspect.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/** Reads the conditions of a table in the order in which Hibernate's DDL states them. */
final class CheckReader extends StandardTableExporter {

  CheckReader(BootMetadata boot) {
    super(boot.hibernateDialect());
  }

  /** The conditions of one column; those without a name are one in the DDL. */
  List<DeclaredCheck> ofColumn(Column column) {
    List<CheckConstraint> all = column.getCheckConstraints();
    List<DeclaredCheck> found = new ArrayList<>();
    List<CheckConstraint> unnamed = all.stream().filter(CheckConstraint::isAnonymous).toList();
    if (unnamed.size() == 1) {
      found.add(new DeclaredCheck("", unnamed.get(0).getConstraint()));
    } else if (!unnamed.isEmpty()) {
      found.add(
          new DeclaredCheck(
              "",
              unnamed.stream()
                  .map(CheckConstraint::getConstraintInParens)
                  .collect(Collectors.joining(" and "))));
    }
    all.stream().filter(CheckConstraint::isNamed).map(CheckReader::declared).forEach(found::add);
    return found;
  }

  /** The conditions of the table as a whole, and of the parts of its structured columns. */
  List<DeclaredCheck> ofTable(Table table) {
    List<DeclaredCheck> found =
        new ArrayList<>(table.getChecks().stream().map(CheckReader::declared).toList());
    var support = dialect.getAggregateSupport();
    if (support != null && support.supportsComponentCheckConstraints()) {
      for (Column column : table.getColumns()) {
        if (column instanceof AggregateColumn aggregate && !isArray(aggregate)) {
          partsOf(aggregate, found);
        }
      }
    }
    return found;
  }

  private void partsOf(AggregateColumn column, List<DeclaredCheck> found) {
    StringBuilder clause = new StringBuilder();
    applyAggregateColumnCheck(clause, column);
    SqlTokens.of(clause.toString()).stream()
        .filter(SqlTokens.Token::isGroup)
        .findFirst()
        .ifPresent(group -> found.add(new DeclaredCheck("", group.inner())));
  }

  private static boolean isArray(AggregateColumn column) {
    int code =
        ((BasicValue) column.getValue()).getResolution().getJdbcType().getDefaultSqlTypeCode();
    return switch (code) {
      case SqlTypes.STRUCT_ARRAY,
          SqlTypes.STRUCT_TABLE,
          SqlTypes.JSON_ARRAY,
          SqlTypes.XML_ARRAY,
          SqlTypes.ARRAY ->
          true;
      default -> false;
    };
  }

  private static DeclaredCheck declared(CheckConstraint check) {
    String name = check.getName();
    return new DeclaredCheck(name == null ? "" : name, check.getConstraint());
  }
}
