"""Building the learned parts of sayso; not part of the installed package."""
