/** Entities that cannot be mapped, each for one reason. */
package dev.autogen.inspect.model.broken;
