/**
 * One step from one schema towards another, as a value: what it means, how it is undone, how it
 * replays in memory. How it is written down, as SQL or as Java, is a visitor's business.
 */
package dev.autogen.change;
