"""Statements: who says what by which words, through whom, inside whose words."""

from __future__ import annotations

from sayso.read.statements.find import find_statements

__all__ = ["find_statements"]
