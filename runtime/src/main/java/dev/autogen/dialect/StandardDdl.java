package dev.autogen.dialect;

/** DDL as the SQL standard has it. */
public abstract class StandardDdl {}
