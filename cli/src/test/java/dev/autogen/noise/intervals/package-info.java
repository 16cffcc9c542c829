/** Spans of time: where the database has a type for them. */
package dev.autogen.noise.intervals;
