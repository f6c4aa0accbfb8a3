"""The sheets of OpenSALT."""
