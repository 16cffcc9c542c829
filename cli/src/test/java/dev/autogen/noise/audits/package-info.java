/**
 * Histories. Envers gives its tables the names that a strategy has made, and asks the strategy
 * again.
 */
package dev.autogen.noise.audits;
