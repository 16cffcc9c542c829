/** Entities in two schemas, with references and collections between them. */
package dev.autogen.noise.elsewhere;
