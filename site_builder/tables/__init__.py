"""Tables and JSON as other systems export them, read with care."""
