"""Facts against facts: copies, same events, denials. Pure functions; no verdict depends on the order of arrival."""
