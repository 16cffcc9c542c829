/** Names that a mapping states, as long as each engine takes them, and in letters of two bytes. */
package dev.autogen.noise.stated;
