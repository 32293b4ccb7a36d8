"""`sayso gazetteer import` end to end, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.resources.gazetteer import open_gazetteer


def test_an_import_is_used_by_the_next_look_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    file = tmp_path / "UA.txt"
    cells = ["7", "Qwertyhrad", "Qwertyhrad", "", "48.5", "37.9", "P", "PPL", "UA", "", "05", "", "", "", "120"]
    file.write_text("\t".join([*cells, "", "", "", ""]) + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["gazetteer", "import", str(file)])
    assert result.exit_code == 0
    assert "1 places imported, 0 broken lines skipped" in result.output
    with open_gazetteer() as gazetteer:
        assert gazetteer.lookup("Qwertyhrad")[0].country == "UKR"
