"""Other systems' formats and the continuum: in with one command, out with one command."""
