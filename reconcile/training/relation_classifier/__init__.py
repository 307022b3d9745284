"""Recipe of the relation classifier: a cross-encoder that judges entailment of two claims."""
