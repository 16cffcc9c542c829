/** An audited entity. */
package dev.autogen.inspect.model.audited;
