/** H2, 2.1 and later. */
package dev.autogen.dialect.h2;
