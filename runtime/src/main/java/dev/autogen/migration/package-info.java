/**
 * What a migration class compiles against, the graph that revisions form, and what applies them to
 * a database and takes them back.
 */
package dev.autogen.migration;
