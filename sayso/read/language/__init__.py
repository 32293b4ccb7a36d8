"""The language step: words, sentences, trees, names and learned layers of a text, behind one protocol."""
