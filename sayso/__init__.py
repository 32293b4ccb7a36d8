"""sayso: reads security news and keeps a sourced, checkable record of who did what to whom, and on whose say-so."""

from __future__ import annotations

__version__ = "0.1.0"
