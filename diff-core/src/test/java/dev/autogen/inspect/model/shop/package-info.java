/** A mapping with one of each form, which tests read as an application's. */
package dev.autogen.inspect.model.shop;
