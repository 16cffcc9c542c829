package dev.autogen.codegen;

/**
 * A migration class as source.
 *
 * @param className the class's simple name
 * @param path the file below the source root, with {@code /} between folders
 * @param text the whole file
 */
public record MigrationSource(String className, String path, String text) {}
