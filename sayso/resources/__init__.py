"""Resources built ahead of time: word lists, tables, gazetteer, weights; data files with their sources."""
