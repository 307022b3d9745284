"""Recipe of the divergence tagger: a cross-encoder that marks the words in which two sentences differ."""
