/** PostgreSQL, 14 and later. */
package dev.autogen.dialect.postgresql;
