/**
 * What a project asks for: {@code autogen.yaml}, environment variables and flags, laid over each
 * other.
 */
@NullMarked
package dev.autogen.cli.config;

import org.jspecify.annotations.NullMarked;
