/** The same entities after a change. */
package dev.autogen.cli.after;
