"""Moments as the page words them, in UTC whatever zone they were given in."""

from __future__ import annotations

import datetime as dt

from reconcile.comparison.time_wording import date_in_words


def moment_in_words(moment: dt.datetime) -> str:
    """``"5 Sep 2025, 08:00 UTC"`` of an aware moment."""
    in_utc = moment.astimezone(dt.UTC)
    return f"{date_in_words(in_utc.date())}, {in_utc:%H:%M} UTC"
