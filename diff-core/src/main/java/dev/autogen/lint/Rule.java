package dev.autogen.lint;

import dev.autogen.plan.Plan;
import java.util.List;

/** One opinion about a plan. */
@FunctionalInterface
public interface Rule {

  List<Finding> check(Plan plan);
}
