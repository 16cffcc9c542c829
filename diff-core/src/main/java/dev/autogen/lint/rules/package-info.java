/** The rules, one class each; the class comment is the rule's specification. */
@NullMarked
package dev.autogen.lint.rules;

import org.jspecify.annotations.NullMarked;
