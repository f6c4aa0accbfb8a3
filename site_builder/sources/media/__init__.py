"""Pictures and recordings made safe to publish: known by their content, without anything not meant to be shown."""

from site_builder.sources.media.image import Picture, Version, safe_image
from site_builder.sources.media.kind import kind_of
from site_builder.sources.media.refusal import Refusal
from site_builder.sources.media.sound import Sound, safe_sound

__all__ = ["Picture", "Refusal", "Sound", "Version", "kind_of", "safe_image", "safe_sound"]
