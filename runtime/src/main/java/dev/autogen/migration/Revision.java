package dev.autogen.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a migration stands in the history. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

  /** The revision's own id: 12 hexadecimal digits, or any word without white space. */
  String id();

  /** The ids of the revisions that it follows: none for a first one, several for a merge. */
  String[] revises() default {};

  /**
   * Names for the branch that starts here: a word that stands before {@code @} in a target, as in
   * {@code reports@head}. It holds for all that follow, and for those before up to where the branch
   * leaves another.
   */
  String[] branchLabels() default {};

  /**
   * Revisions of other branches that must be applied before this one: ids, unique beginnings of
   * ids, or branch labels.
   */
  String[] dependsOn() default {};

  /**
   * The revisions before it whose work it does as well, in one migration: it has the id of the last
   * of that chain. A database that stands within the chain goes on along it, as long as its classes
   * are there.
   */
  String[] replaces() default {};

  /** When it was generated, as an ISO 8601 instant. */
  String created() default "";

  /** What it is for, as given with {@code -m}. */
  String message() default "";

  /** The version of Hibernate whose reading of the entities it was generated from. */
  String hibernate() default "";
}
