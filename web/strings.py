"""The words the interface has for values of the store. Sentences are in the templates, in gettext calls."""

from __future__ import annotations

KINDS = {
    "instrument": "Instrument",
    "cpt-report": "CPT report",
    "report": "Report",
    "judgment": "Judgment",
    "law": "Law",
    "protocol": "Protocol",
    "press-release": "Press release",
    "other": "Other",
}
ROLES = {
    "provision": "Provision",
    "finding": "Finding",
    "recommendation": "Recommendation",
    "comment": "Comment",
    "request-for-information": "Request for information",
    "immediate-observation": "Immediate observation",
    "response": "Response",
    "other": "Other text",
}
ACCESS = {"public": "Public", "internal": "Internal", "restricted": "Restricted"}
OUTCOMES = {"indexed": "Indexed", "unchanged": "Unchanged", "failed": "Failed", "removed": "Removed"}
SORTS = {"relevance": "Best match", "date": "Newest first"}
FIELDS = {
    "kind": "Kind of document",
    "role": "Role of the passage",
    "language": "Language",
    "institution": "Institution",
    "mechanism": "Mechanism",
    "state": "State",
    "theme": "Theme",
    "document": "Document",
    "year": "Year",
}
LANGUAGES = {
    "sq": "Albanian",
    "sr": "Serbian",
    "sr-Latn": "Serbian (Latin)",
    "sr-Cyrl": "Serbian (Cyrillic)",
    "bs": "Bosnian",
    "hr": "Croatian",
    "cnr": "Montenegrin",
    "mk": "Macedonian",
    "tr": "Turkish",
    "en": "English",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "es": "Spanish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "sl": "Slovenian",
    "bg": "Bulgarian",
    "el": "Greek",
    "rmn": "Romani",
    "rom": "Romani",
    "nl": "Dutch",
    "mul": "Several languages",
    "": "Language unknown",
}
STATES = {
    "XKX": "Kosovo",
    "ALB": "Albania",
    "AUT": "Austria",
    "BIH": "Bosnia and Herzegovina",
    "BGR": "Bulgaria",
    "HRV": "Croatia",
    "FRA": "France",
    "DEU": "Germany",
    "GRC": "Greece",
    "ITA": "Italy",
    "MKD": "North Macedonia",
    "MNE": "Montenegro",
    "POL": "Poland",
    "ROU": "Romania",
    "RUS": "Russian Federation",
    "SRB": "Serbia",
    "SVN": "Slovenia",
    "ESP": "Spain",
    "TUR": "Türkiye",
    "UKR": "Ukraine",
    "GBR": "United Kingdom",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

NAMES: dict[str, dict[str, str]] = {
    "kind": KINDS,
    "role": ROLES,
    "access": ACCESS,
    "outcome": OUTCOMES,
    "sort": SORTS,
    "field": FIELDS,
    "language": LANGUAGES,
    "state": STATES,
}


def name_of(value: str | None, field: str) -> str:
    """How a value of a field is called in the interface; values it has no name for (an institution) name themselves."""
    return NAMES.get(field, {}).get(str(value or ""), str(value or ""))


def sentence(words: str) -> str:
    """A message of kb as a sentence: with a capital and a full stop."""
    words = words.strip()
    return words and words[0].upper() + words[1:] + ("" if words[-1] in ".!?…”" else ".")


def date_text(date: str | None) -> str:
    """``2019-05-21`` → ``21 May 2019``; as precise as the source, anything else as it stands."""
    parts = (date or "").split("-")
    if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        day = str(int(parts[2])) if len(parts) > 2 and parts[2].isdigit() else ""
        return " ".join(filter(None, (day, MONTHS[int(parts[1]) - 1], parts[0])))
    return date or ""


def number_text(number: int) -> str:
    """12345 → ``12,345`` with a thin space that does not break."""
    return f"{number:,}".replace(",", "\u202f")
