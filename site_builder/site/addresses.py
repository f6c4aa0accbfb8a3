from site_builder.addresses import *  # noqa: F403
