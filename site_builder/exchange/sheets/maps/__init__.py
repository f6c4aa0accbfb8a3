"""Tables of any make, by a map that a school writes."""
