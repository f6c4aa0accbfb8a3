"""What is published with a site for other systems, kind by kind."""

from __future__ import annotations

from site_builder.exchange.case.service import PUBLICATION as CASE
from site_builder.exchange.data.achievements import OPENBADGES
from site_builder.exchange.data.api import API
from site_builder.exchange.data.ctdl import CTDL
from site_builder.exchange.data.llms import TEXT
from site_builder.exchange.data.publication import Publication

PUBLICATIONS: tuple[Publication, ...] = (API, CASE, OPENBADGES, CTDL, TEXT)
