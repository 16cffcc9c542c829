package dev.autogen.inspect;

import dev.autogen.schema.ObjectName;

/**
 * Something declared of which it could not be told whether the database already has it.
 *
 * @param object what it is: a check, an index, or a property of a column
 * @param reason why, as a clause for a person
 */
public record NotCompared(ObjectName object, String reason) {}
