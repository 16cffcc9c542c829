/** Entities before a change. */
package dev.autogen.cli.before;
