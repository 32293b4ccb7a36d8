"""Guards: what must stand beside a lexicon entry for its words to name that act."""

from __future__ import annotations

from typing import Final

from sayso.read import clauses
from sayso.read.events.heads import Heads
from sayso.read.events.lexicon import Condition, Entry, verb_types
from sayso.read.events.roles import Roles
from sayso.read.language.parse import Parse

_SELF_EVIDENT: Final = frozenset({"STATE", "POLITICSWORD"})


class Guards:
    """Checks guards in one parse."""

    def __init__(self, parse: Parse, heads: Heads, roles: Roles) -> None:
        self._parse = parse
        self._heads = heads
        self._roles = roles

    @property
    def in_security_report(self) -> bool:
        """Tell whether the document as a whole is about states, forces or politics."""
        return self._heads.security_report

    def hold(self, entry: Entry, index: int) -> bool:
        """Tell whether all conditions of an entry hold at a trigger."""
        return all(self._holds(c, entry, index) is c.wanted for c in entry.guard)

    def _holds(self, condition: Condition, entry: Entry, index: int) -> bool:
        key, classes = condition.key, condition.classes
        if key == "political":
            return self._political(entry, index)
        if key == "near":
            return self._heads.near(index, classes) or ("ARMED" in classes and self._heads.security_report)
        if key == "light":
            return self._roles.light_verb(index) is not None
        if key == "plural":
            return self._parse.tokens[index].xpos in ("NNS", "NNPS")
        if key == "compound":
            return clauses.base(self._parse.tokens[index].relation) == "compound"
        if key in ("xcomp", "ccomp"):
            return self._clause(index, key, classes)
        return self._phrase(key, classes, index)

    def _clause(self, index: int, key: str, classes: frozenset[str]) -> bool:
        parse = self._parse
        found = clauses.direct(parse, index, key)
        if key == "xcomp":
            found += [i for i in clauses.direct(parse, index, "ccomp", "advcl") if "to" in clauses.case_words(parse, i)]
        if not classes:
            return bool(found)
        if "WH" in classes:
            return any(self._heads.classes(c) & classes for i in found for c in parse.children[i])
        if "VERB" in classes:
            return any(self._parse.tokens[i].upos == "VERB" for i in found)
        return any(self._act_classes(i) & classes for i in found)

    def _act_classes(self, index: int) -> frozenset[str]:
        token = self._parse.tokens[index]
        own = verb_types().get(token.lemma.lower(), frozenset()) | self._heads.classes(index)
        for below in clauses.direct(self._parse, index, "obj"):
            own |= {c for c in self._heads.classes(below) if c.startswith("EV:")}
        return own

    def _phrase(self, key: str, classes: frozenset[str], index: int) -> bool:
        if key == "any":
            found = [*self._subjects(index), *self._parse.children[index]]
        elif key == "subj":
            found = self._subjects(index)
            if not found:
                return "NONE" in classes
        else:
            found = [i for word in key.split(",") for i in self._roles.follow(index, word)]
        if not classes:
            return bool(found)
        return any(
            self._heads.classes(c) & classes or ("GOV" in classes and self._heads.political(c) and key == "subj")
            for i in found
            for c in clauses.conjuncts(self._parse, i)
        )

    def _subjects(self, index: int) -> list[int]:
        return self._roles.follow(index, "subj") or self._roles.follow(index, "light")

    def _political(self, entry: Entry, index: int) -> bool:
        """Tell whether somebody political or armed takes part.

        Where nobody is named, somebody such in the sentence is enough; in a report that is about such things
        throughout, anybody is.
        """
        if self._heads.security_report:
            return True
        taking = [*self._roles.find(index, entry.frame.actor), *self._roles.find(index, entry.frame.recipient)]
        if entry.pos == "v":
            taking += clauses.grammatical_subject(self._parse, index)
        if taking:
            return any(self._heads.political(i) for i in taking)
        return self._heads.near(index, _SELF_EVIDENT)
