"""Events: who did what to whom, where and when, in PLOVER's sixteen types, and on whose say-so."""

from __future__ import annotations

from sayso.read.events.find import Explanation, explain_events, find_events

__all__ = ["Explanation", "explain_events", "find_events"]
