"""Gates: quality and speed of each reader, measured, with floors that only go up."""
