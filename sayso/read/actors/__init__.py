"""Actors: who the names, titles, descriptions and pronouns of a document stand for."""

from __future__ import annotations

from sayso.read.actors.find import find_cast

__all__ = ["find_cast"]
