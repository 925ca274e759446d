"""Adapters: each wraps one foreign library and speaks the core's types. They never import each other."""
