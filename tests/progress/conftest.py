"""What tests of private pages need before anything else."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    # Dask opens its own settings without naming an encoding, once, when it is imported.
    warnings.simplefilter("ignore", EncodingWarning)
    import distributed  # noqa: F401
