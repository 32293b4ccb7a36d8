"""``python -m training.corpus check|stats|export|agreement``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.corpus import agreement, export, stats
from training.corpus.advice import advise
from training.corpus.check import check
from training.corpus.load import files, load, read
from training.corpus.values import CorpusError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 = done, 1 = problems found, 2 = cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CorpusError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="complain about markup that breaks the guide")
    checking.add_argument("--advice", action="store_true", help="also hint at likely omissions")
    checking.set_defaults(run=_check)
    counting = commands.add_parser("stats", help="count what the corpus holds")
    counting.set_defaults(run=_stats)
    exporting = commands.add_parser("export", help="write JSONL, CoNLL-U Plus or brat standoff")
    exporting.add_argument("--format", choices=["jsonl", "conllu", "brat"], default="jsonl")
    exporting.add_argument("--out", type=Path, help="file (folder for brat); default is stdout")
    exporting.set_defaults(run=_export)
    for command in (checking, counting, exporting):
        command.add_argument("where", nargs="*", default=["corpus"], help="files or folders")
    comparing = commands.add_parser("agreement", help="token F1 between two annotations")
    comparing.add_argument("first")
    comparing.add_argument("second")
    comparing.set_defaults(run=_agreement)
    return parser


def _check(options: argparse.Namespace) -> int:
    sheaves = [read(path) for path in files(options.where, second=True)]
    documents = [document for sheaf in sheaves for document in sheaf.documents]
    problems = [problem for sheaf in sheaves for problem in sheaf.problems]
    problems = sorted(problems + check(documents))
    for problem in problems:
        print(problem)
    if options.advice:
        for hint in advise(documents):
            print(f"advice: {hint}")
    print(f"{len(documents)} documents, {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


def _stats(options: argparse.Namespace) -> int:
    print(stats.table(load(options.where)))
    return 0


def _export(options: argparse.Namespace) -> int:
    documents = load(options.where)
    if options.format == "brat":
        if options.out is None:
            raise CorpusError("brat writes many files; name a folder with --out")
        export.write_brat(documents, folder=options.out)
        return 0
    write = export.jsonl if options.format == "jsonl" else export.conllu
    text = "".join(f"{line}\n" for line in write(documents))
    if options.out is None:
        sys.stdout.write(text)
    else:
        options.out.write_text(text, encoding="utf-8")
    return 0


def _agreement(options: argparse.Namespace) -> int:
    print(agreement.table(agreement.agree(load(options.first), load(options.second))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
