/** The built product, run as a person runs it: a process of its own, on real databases. */
package dev.autogen.product;
