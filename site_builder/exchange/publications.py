"""What is published with a site for other systems, kind by kind."""

from __future__ import annotations

from site_builder.exchange.achievements import OPENBADGES
from site_builder.exchange.api import API
from site_builder.exchange.case.service import PUBLICATION as CASE
from site_builder.exchange.ctdl import CTDL
from site_builder.exchange.llms import TEXT
from site_builder.exchange.publication import Publication

PUBLICATIONS: tuple[Publication, ...] = (API, CASE, OPENBADGES, CTDL, TEXT)
