package com.shop;

/** How the shop looks. */
public enum Theme {
  LIGHT,
  DARK
}
