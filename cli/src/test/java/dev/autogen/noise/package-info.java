/** Nothing is to be found where nothing has changed: all ways to map, under all ways to name. */
package dev.autogen.noise;
