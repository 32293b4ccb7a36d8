"""From the record to something to read: readings on a terminal or a page, situation reports."""
