/** Tests of the command line: each command as a user types it, in process, on files and H2. */
package dev.autogen.cli;
