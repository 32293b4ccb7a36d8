"""The closed vocabularies of the markup, as corpus/GUIDE.md and PLOVER give them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENRES = _words(
    "wire communique denial briefing analysis observers headlines liveblog eyewitness local "
    "translated garbled court distractor"
)
ACTOR_KINDS = _words("person organisation country group outlet")
# PLOVER sector codes, with the organisation classes that stand where a sector would.
SECTORS = _words(
    "GOV MIL COP LEG JUD SPY PTY REB PRM UAF UNK CVL OPP ELI JRN REF REL CRM BUS LAB AGR EDU MED "
    "SOC PRE IGO UNO EUR NGO ISM IMG MNC"
)
STATEMENT_KINDS = _words(
    "say claim report announce confirm deny accuse praise warn threaten promise demand request ask "
    "predict assess believe fear deride"
)
STANCES = {"": "affirm", "-": "deny", "?": "question"}
FACTUALITY = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
NAME_KINDS = _words("PER ORG LOC NORP FAC WPN EVT")
MODES = {
    "AGREE": _words(""),
    "CONSULT": _words("visit third-party multilateral phone"),
    "SUPPORT": _words(""),
    "CONCEDE": _words(""),
    "COOPERATE": _words(""),
    "AID": _words(""),
    "RETREAT": _words("withdraw release disarm ceasefire access resign"),
    "REQUEST": _words("assist change yield meet"),
    "ACCUSE": _words("disapprove investigate allege"),
    "REJECT": _words("assist change yield meet"),
    "THREATEN": _words("restrict arrest relations expel territory violence"),
    "PROTEST": _words("demo riot strike hunger boycott obstruct vandalize"),
    "SANCTION": _words("convict expel withdraw discontinue"),
    "MOBILIZE": _words("troops weapons police militia"),
    "COERCE": _words("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"),
    "ASSAULT": _words(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
        "aerial drone heavy-weapons crowd-control unconventional"
    ),
}
ARGUMENT_ROLES = {"a": "actor", "r": "recipient", "p": "place", "t": "time"}
