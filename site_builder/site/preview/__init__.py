"""The site while it is being written: built, served on this machine, built again at each change."""

from site_builder.site.preview.loop import preview

__all__ = ["preview"]
