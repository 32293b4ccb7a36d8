"""The running service: the only place, beside `batch`, that wires the stages together."""
