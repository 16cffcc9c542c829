/** MySQL: what it does its own way. */
package dev.autogen.dialect.mysql;
