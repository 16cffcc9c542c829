/** Stated names that are longer than MySQL and MariaDB take, and that PostgreSQL cuts. */
package dev.autogen.noise.endless;
