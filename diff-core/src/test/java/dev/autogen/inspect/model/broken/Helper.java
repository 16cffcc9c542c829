package dev.autogen.inspect.model.broken;

public class Helper {}
