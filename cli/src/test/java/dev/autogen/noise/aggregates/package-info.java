/** Parts that are one column: where Hibernate has them. */
package dev.autogen.noise.aggregates;
