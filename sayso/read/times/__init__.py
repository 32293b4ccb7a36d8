"""Times: expressions of date, time, length and repetition in English text, valued as TIMEX3 and as intervals.

>>> from datetime import date
>>> [(w.value, str(w.earliest)) for w in find_times("He left on Monday.", published=date(2022, 10, 14))]
[('2022-10-10', '2022-10-10')]
"""

from __future__ import annotations

from sayso.read.times.find import find_times
from sayso.read.times.heading import find_document_date

__all__ = ["find_document_date", "find_times"]
