"""What only one reader may see: secrets, sealed pages, and the search for what has leaked."""
