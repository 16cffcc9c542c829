/** Tests of the package of the same name. */
package dev.autogen.cli.config;
