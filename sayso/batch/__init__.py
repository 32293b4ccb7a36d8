"""Many documents at once: the same reading, over several processes."""
