"""Build `sayso/resources/language/lemmas.tsv` from UD English EWT and GUM treebanks.

python scripts/build_lemmas.py FOLDER_WITH_CONLLU_XZ > sayso/resources/language/lemmas.tsv
"""

from __future__ import annotations

import lzma
import sys
from collections import Counter, defaultdict
from pathlib import Path

from sayso.read.language.lemmas import by_rule

_PARTS = {"VERB": "V", "NOUN": "N", "ADJ": "A"}
_SOURCE = {"ewt": "EWT", "gum": "GUM"}


def main(folder: Path) -> None:
    """Print the table: first base forms, then exceptions to the rules."""
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen_in: dict[tuple[str, str], str] = {}
    bases: dict[tuple[str, str], str] = {}
    for name, key in (("en_ewt-train.conllu.xz", "ewt"), ("en_gum-train-open.conllu.xz", "gum")):
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) != 10 or not cells[0].isdigit() or "\t" in cells[2]:
                    continue
                word, lemma, upos, xpos = cells[1].lower(), cells[2], cells[3], cells[4]
                forms[word, xpos][lemma] += 1
                seen_in.setdefault((word, xpos), key)
                if upos in _PARTS:
                    bases.setdefault((lemma.lower(), _PARTS[upos]), key)
    print("# EWT: UD English EWT train, CC BY-SA 4.0. GUM: UD English GUM train, open genres, CC BY 4.0.")
    print("# Base forms (empty form) and exceptions to the spelling rules of sayso/read/language/lemmas.py.")
    print("form\ttag\tlemma\tsource")
    known = frozenset(bases)
    for (lemma, part), key in sorted(bases.items()):
        print(f"\t{part}\t{lemma}\t{_SOURCE[key]}")
    for (word, xpos), counts in sorted(forms.items()):
        lemma, times = counts.most_common(1)[0]
        if xpos in {"NNP", "NN"} or times < 1 or not lemma or lemma == "_":
            continue
        if by_rule(word, xpos, known) != lemma:
            print(f"{word}\t{xpos}\t{lemma}\t{_SOURCE[seen_in[word, xpos]]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
