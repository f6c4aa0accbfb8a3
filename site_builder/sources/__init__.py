"""From a school's files to the model: read, shape, check."""
