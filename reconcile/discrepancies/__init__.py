"""discrepancies."""
