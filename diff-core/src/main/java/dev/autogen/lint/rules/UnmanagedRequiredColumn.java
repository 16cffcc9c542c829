package dev.autogen.lint.rules;

import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * JP16: a mapped table has a column that must have a value, has no default, and that no entity
 * maps: Hibernate's inserts leave it out, and each of them fails.
 */
public final class UnmanagedRequiredColumn implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : plan.to().tables()) {
      for (Column column : table.columns()) {
        ObjectName name = ObjectName.column(table.name(), column.name());
        if (plan.unmanaged().contains(name) && column.needsValue()) {
          findings.add(
              new Finding(
                  "JP16",
                  Severity.WARNING,
                  name,
                  "Column \""
                      + name
                      + "\" must have a value, has no default, and no entity maps it: no insert can"
                      + " succeed. Map it, make it nullable, or give it a default."));
        }
      }
    }
    return findings;
  }
}
