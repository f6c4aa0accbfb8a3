"""Data that is published with a site: made competency by competency, put together from parts."""
