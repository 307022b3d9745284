"""The review desk: a local web application in which editors decide about the findings of a case."""
