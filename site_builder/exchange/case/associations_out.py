"""Relations as CASE writes them: CFAssociations."""

from __future__ import annotations

from typing import Any

from site_builder.exchange.case.relations import CASE_TARGET, End, Relation
from site_builder.exchange.case.surroundings import Surroundings


def association(it: Relation, around: Surroundings, *, is_1_0: bool = False) -> dict[str, Any]:
    """One association; version 1.0 does not say what kind of thing stands at an end."""
    place = {"sequenceNumber": it.place} if it.place else {}
    return {
        "identifier": it.identifier,
        "associationType": it.type,
        **place,
        "uri": around.uri("CFAssociations", it.identifier),
        "originNodeURI": _link(it.origin, is_1_0=is_1_0),
        "destinationNodeURI": _link(it.destination, is_1_0=is_1_0),
        "lastChangeDateTime": around.changed_at(it.source),
    }


def _link(it: End, *, is_1_0: bool) -> dict[str, str]:
    kind = {} if is_1_0 or it.kind == CASE_TARGET else {"targetType": it.kind}
    return {"title": it.title, "identifier": it.identifier, "uri": it.uri, **kind}
