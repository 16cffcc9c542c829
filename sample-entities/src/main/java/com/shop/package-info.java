/**
 * A small shop, to try autogen on: users, orders, products. What the change "add user preferences"
 * touches is in two states, under {@code src/before} and {@code src/after}.
 */
package com.shop;
