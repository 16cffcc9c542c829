package dev.autogen.inspect.entity;

/**
 * A condition as a mapping states it.
 *
 * @param name the name that the mapping states, or the empty string
 * @param condition the condition
 */
record DeclaredCheck(String name, String condition) {}
