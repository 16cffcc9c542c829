/**
 * The only doors through which a schema comes in: entities, a database, the migrations. What comes
 * through is canonical; nothing behind this package knows where a schema is from.
 */
@NullMarked
package dev.autogen.inspect;

import org.jspecify.annotations.NullMarked;
