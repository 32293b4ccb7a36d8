"""From a document to facts: pure functions, one file a step; `pipeline` lists them in order."""
