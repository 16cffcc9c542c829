/** What can be found out about a project from its files: its build's class path, its database. */
@NullMarked
package dev.autogen.cli.project;

import org.jspecify.annotations.NullMarked;
