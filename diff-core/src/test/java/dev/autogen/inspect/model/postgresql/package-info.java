/** What only PostgreSQL takes. */
package dev.autogen.inspect.model.postgresql;
