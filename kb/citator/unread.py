"""What to advise where a line is not read as a reference: how one of the kind that is meant would be written."""

from __future__ import annotations

import re

from kb.wording import worded

_LAW = re.compile(
    r"(?<!\w)(?:zakon|закон|ustav|устав|pravilnik|правилник|ligj|kodi|kushtetut|rregullor|laws?\b|acts?\b|codes?\b"
    r"|constitution|loi\b|gazet|glasnik|гласник|vesnik|весник|kanun|yasa|[zз][ai]?k[ps]\b|ziks|зикс|lesp\b)",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\s(?:v|c|vs|protiv|kundër|против)\b\.?\s|\b\d{2,5}/\d{2}\b|judgment|presuda|aktgjykim", re.IGNORECASE
)


def how_to_write(text: str) -> str:
    """Advice for the kind of text that the words point to: a law, a judgment, or any."""
    if _LAW.search(text):
        return worded(
            "Write the article, and the law by its number or by its name and State: Article 5 of Law No. 04/L-149, "
            "član 137 Krivičnog zakonika Srbije, neni 28 i Kushtetutës së Shqipërisë"
        )
    if _CASE.search(text):
        return worded("Write a judgment with its number: Kudła v. Poland, no. 30210/96, § 92, or no. 30210/96")
    return worded("Write it as OPCAT article 19, CPT/Inf (2019) 9, § 41 or no. 30210/96")
