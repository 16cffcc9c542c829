/** Opinions about a plan, one rule a class. Changes nothing, refuses nothing: who asks decides. */
@NullMarked
package dev.autogen.lint;

import org.jspecify.annotations.NullMarked;
