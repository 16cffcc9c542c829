/** SQLite, 3.37 and later. */
package dev.autogen.dialect.sqlite;
