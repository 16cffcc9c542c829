package dev.autogen.migration;

/**
 * A class as the compiler wrote it. Compared by identity, for its bytes.
 *
 * @param name the class's name, with its package
 * @param sourceFile the name of the file that it is from, without a folder
 * @param bytes the class file; not copied
 */
record CompiledClass(String name, String sourceFile, byte[] bytes) {}
