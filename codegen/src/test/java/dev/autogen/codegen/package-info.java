/** Generated code is compiled, run and formatted: what it says is never compared by eye alone. */
@org.jspecify.annotations.NullMarked
package dev.autogen.codegen;
