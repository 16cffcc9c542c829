/**
 * Histories. Envers gives its tables the names that a strategy has made, and asks the strategy
 * again: one that makes another name of each name it does not bear.
 */
package dev.autogen.noise.audits;
