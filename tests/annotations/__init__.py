"""Gold for news events of ../shared/data/news, as offsets: the texts belong to their outlets.

``news_events.jsonl`` has one event a line: the collection and the id of its row there, the SHA-256 of each
source's text, whether models may be trained on it ("train") or are tried on it ("held-out"), and the gold of
../shared/events/GUIDE.md with offsets (code points) in place of the words.
It was annotated by readers who saw neither the program nor its reports; two shared events that they
annotated too agree with the gold there (README, What to expect). Apache-2.0.
"""
