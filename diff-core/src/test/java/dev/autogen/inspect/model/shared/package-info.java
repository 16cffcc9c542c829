/** Entities whose table is a view, and two that are mapped to one table. */
package dev.autogen.inspect.model.shared;
