"""PLOVER's tables: modes, quads, scores, and the CAMEO roots that older pipelines expect.

Source: PLOVER manual, draft 2.0 (OEDA, 2024, CC BY-SA 4.0), event type chapters; CAMEO 1.1b3
root codes. Numbers are theirs, wording ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.model.vocabulary import EventType


@dataclass(frozen=True, slots=True)
class EventClass:
    """What PLOVER and CAMEO say of one event type.

    `quad`: VC, MC, VX, MX (verbal/material co-operation/conflict). `score`: PLOVER's -10 to +10.
    `cameo_root`: two digits. `needs_recipient`: the type makes no sense without one.
    """

    quad: str
    score: float
    cameo_root: str
    modes: tuple[str, ...] = ()
    needs_recipient: bool = False


_REQUEST_MODES: Final = ("assist", "change", "yield", "meet")

CLASSES: Final[dict[EventType, EventClass]] = {
    EventType.AGREE: EventClass("VC", 2.5, "03"),
    EventType.CONSULT: EventClass("VC", 2.5, "04", ("visit", "third-party", "multilateral", "phone")),
    EventType.SUPPORT: EventClass("VC", 5.0, "05"),
    EventType.CONCEDE: EventClass("VC", 4.5, "08"),
    EventType.COOPERATE: EventClass("MC", 9.5, "06", needs_recipient=True),
    EventType.AID: EventClass("MC", 10.0, "07", needs_recipient=True),
    EventType.RETREAT: EventClass("MC", 6.5, "08", ("withdraw", "release", "disarm", "ceasefire", "access", "resign")),
    EventType.REQUEST: EventClass("VX", 0.0, "10", _REQUEST_MODES),
    EventType.ACCUSE: EventClass("VX", -2.0, "11", ("disapprove", "investigate", "allege")),
    EventType.REJECT: EventClass("VX", -2.0, "12", _REQUEST_MODES),
    EventType.THREATEN: EventClass(
        "VX", -3.5, "13", ("restrict", "arrest", "relations", "expel", "territory", "violence")
    ),
    EventType.PROTEST: EventClass(
        "MX", -5.0, "14", ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize")
    ),
    EventType.SANCTION: EventClass(
        "MX", -6.0, "16", ("convict", "expel", "withdraw", "discontinue"), needs_recipient=True
    ),
    EventType.MOBILIZE: EventClass("MX", -5.5, "15", ("troops", "weapons", "police", "militia")),
    EventType.COERCE: EventClass(
        "MX",
        -7.0,
        "17",
        (
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ),
    ),
    EventType.ASSAULT: EventClass(
        "MX",
        -9.0,
        "18",
        (
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        ),
    ),
}

CONTEXTS: Final = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip

SECTORS: Final = (
    "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "REB", "PRM", "UAF", "UNK", "CVL", "OPP",
    "ELI", "JRN", "REF", "REL", "CRM", "BUS", "LAB", "AGR", "EDU", "MED", "SOC", "PRE", "IGO",
    "NGO", "IMG", "ISM", "MNC",
)  # fmt: skip
