"""The daily situation report: built from the record alone, every sentence on evidence, checked before it leaves."""

from __future__ import annotations

from sayso.report.sitrep.build import build_sitrep
from sayso.report.sitrep.check import faults
from sayso.report.sitrep.filing import file_reading, report_on
from sayso.report.sitrep.render import to_html, to_markdown
from sayso.report.sitrep.values import Filed, Sitrep

__all__ = ["Filed", "Sitrep", "build_sitrep", "faults", "file_reading", "report_on", "to_html", "to_markdown"]
