"""The layouts of our own: a row for each skill, or for each descriptor, and small tables beside them."""
