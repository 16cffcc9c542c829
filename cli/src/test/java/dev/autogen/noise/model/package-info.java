/** Every way to map that Hibernate has, on any engine, without a name in any SQL text. */
package dev.autogen.noise.model;
