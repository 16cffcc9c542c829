/**
 * All that one database does its own way: names, types, DDL, catalog queries, locks. One folder for
 * each database, with the same file names in each; nothing outside asks which database it talks to.
 */
package dev.autogen.dialect;
