/** What Hibernate maps on PostgreSQL alone. */
package dev.autogen.noise.postgresql;
