"""The words the interface has for values of the store. Sentences are in the templates, in gettext calls."""

from __future__ import annotations

from kb.citations.resolve import AMBIGUOUS
from kb.citator.printed import within
from kb.institutions import known
from kb.judgments import Portion, portion_of
from kb.nouns import Document, Passage
from web.i18n import N_, gettext, language_name, said, speech, state_name
from web.places import named_in_words

KINDS = {
    "instrument": N_("Instrument"),
    "cpt-report": N_("CPT report"),
    "report": N_("Report"),
    "judgment": N_("Judgment"),
    "law": N_("Law"),
    "protocol": N_("Protocol"),
    "sop": N_("Standard operating procedure"),
    "press-release": N_("Press release"),
    "training": N_("Training material"),
    "conference-paper": N_("Conference paper"),
    "other": N_("Other"),
}
ROLES = {
    "provision": N_("Provision"),
    "finding": N_("Finding"),
    "recommendation": N_("Recommendation"),
    "comment": N_("Comment"),
    "request-for-information": N_("Request for information"),
    "immediate-observation": N_("Immediate observation"),
    "response": N_("Response"),
    "other": N_("Other text"),
}
ACCESS = {"public": N_("Public"), "internal": N_("Internal"), "restricted": N_("Restricted")}
OUTCOMES = {"indexed": N_("Indexed"), "unchanged": N_("Unchanged"), "failed": N_("Failed"), "removed": N_("Removed")}
SORTS = {"relevance": N_("Best match"), "date": N_("Newest first")}
PARTS = {
    "summary": N_("In the summary"),
    "appendix": N_("In an appendix"),
    "recommendations": N_("In a list of recommendations"),
}
STATUSES = {
    "no-answer": N_("No answer"),
    "answered": N_("Answered, not assessed"),
    "accepted": N_("Accepted"),
    "partly-implemented": N_("Partly implemented"),
    "implemented": N_("Implemented"),
    "rejected": N_("Rejected"),
    "repeated": N_("Repeated"),
}
ADDRESSEES = {
    "institution-director": N_("Institution's director"),
    "correctional-service": N_("Correctional service"),
    "ministry-of-justice": N_("Ministry of justice"),
    "ministry-of-health": N_("Ministry of health"),
    "ministry-of-interior": N_("Ministry of the interior"),
    "ministry-of-social-affairs": N_("Ministry of social affairs"),
    "police": N_("Police"),
    "prosecutor": N_("Prosecutor"),
    "courts": N_("Courts"),
    "parliament": N_("Parliament"),
    "government": N_("Government"),
    "unsaid": N_("Nobody named"),
}
INSTITUTION_KINDS = {
    "prison": N_("Prison"),
    "high-security": N_("High-security prison"),
    "correctional": N_("Correctional centre"),
    "women": N_("Prison for women"),
    "juvenile": N_("Prison for juveniles"),
    "educational": N_("Educational-correctional centre"),
    "detention": N_("Detention centre"),
    "police": N_("Police station"),
    "psychiatric": N_("Psychiatric institution"),
    "forensic": N_("Forensic psychiatry"),
    "social-care": N_("Social-care institution"),
    "foreigners": N_("Detention centre for foreigners"),
    "asylum": N_("Asylum centre"),
    "other": N_("Other place"),
}
VISIT_KINDS = {
    "periodic": N_("Periodic visit"),
    "ad-hoc": N_("Ad hoc visit"),
    "follow-up": N_("Follow-up visit"),
    "unannounced": N_("Unannounced visit"),
}
FIELDS = {
    "status": N_("Status"),
    "addressee": N_("Addressee"),
    "kind": N_("Kind of document"),
    "role": N_("Role of the passage"),
    "language": N_("Language"),
    "institution": N_("Institution"),
    "mechanism": N_("Mechanism"),
    "state": N_("State"),
    "theme": N_("Theme"),
    "document": N_("Document"),
    "year": N_("Year"),
}
LANGUAGES = {
    "cnr": N_("Montenegrin"),
    "rmn": N_("Romani"),
    "rom": N_("Romani"),
    "mul": N_("Several languages"),
    "": N_("Language unknown"),
}  # those that CLDR lacks or calls otherwise

# Who cites, in the citator; what is cited, in a table of authorities.
CITING = {
    "standards": N_("Standards"),
    "judgments": N_("Judgments"),
    "findings": N_("Findings"),
    "recommendations": N_("Recommendations"),
    "other": N_("Other texts"),
}
AUTHORITIES = {
    "case-law": N_("Case law"),
    "instruments": N_("Instruments"),
    "reports": N_("Reports of the CPT"),
    "united-nations": N_("United Nations"),
    "national-law": N_("National law"),
    "other": N_("Other texts"),
}

STYLES = {
    "court": N_("As the European Court cites"),
    "oscola": "OSCOLA",
    "cpt": N_("As the CPT cites"),
    "un": N_("As the United Nations cite"),
    "plain": N_("Plain"),
}

# Portions of a judgment whose paragraphs have numbers of their own.
PORTIONS = {
    "operative-part": N_("operative part"),
    "dissenting-opinion": N_("dissenting opinion"),
    "partly-dissenting-opinion": N_("partly dissenting opinion"),
    "concurring-opinion": N_("concurring opinion"),
    "partly-concurring-opinion": N_("partly concurring opinion"),
    "separate-opinion": N_("separate opinion"),
}

NAMES: dict[str, dict[str, str]] = {
    "style": STYLES,
    "portion": PORTIONS,
    "citing": CITING,
    "authority": AUTHORITIES,
    "kind": KINDS,
    "role": ROLES,
    "part": PARTS,
    "access": ACCESS,
    "outcome": OUTCOMES,
    "sort": SORTS,
    "status": STATUSES,
    "addressee": ADDRESSEES,
    "institution-kind": INSTITUTION_KINDS,
    "visit-kind": VISIT_KINDS,
    "field": FIELDS,
    "language": LANGUAGES,
}


def name_of(value: str | None, field: str) -> str:
    """How a value of a field is called in the interface; values it has no name for (an institution) name themselves."""
    value = str(value or "")
    if value in NAMES.get(field, {}):
        return gettext(NAMES[field][value])
    if field == "state" and value:
        return state_name(value)
    if field == "institution":
        return _institution(value)
    return language_name(value) if field == "language" else value


def _institution(value: str) -> str:
    name = known().name(value, speech().language)
    one = known().by_id.get(value)
    if one and name == one.names.get("en"):
        return named_in_words(name)
    return name


def portion_text(passage: Passage, document: Document) -> str:
    """``dissenting opinion``: where in a judgment a passage stands that has a number of its own there; else ""."""
    portion = portion_of(document, passage)
    return name_of(portion.kind, "portion") if portion is not None else ""


def opinion_text(portion: Portion) -> str:
    """A separate opinion as it is cited: by its title in a reader's language, else by its kind and its judges."""
    if portion.title and portion.language == speech().language.partition("-")[0]:
        return portion.title
    kind = name_of(portion.kind, "portion")
    return f"{kind} ({', '.join(portion.judges)})" if portion.judges else kind


def sentence(words: str) -> str:
    """A message of kb as a sentence: with a capital and a full stop."""
    words = said(words).strip()
    return words and words[0].upper() + words[1:] + ("" if words[-1] in ".!?…”" else ".")


# Why a citation leads nowhere, as kb.citations.resolve says it.
_REASONS = (
    N_("not in the collection"),
    N_("no such paragraph"),
    N_("edition unknown"),
    N_("not read as a reference"),
)


def reason(why: str) -> str:
    """Why a citation leads nowhere, in the language of the answer."""
    if why.startswith(AMBIGUOUS):
        return gettext("ambiguous between %(documents)s") % {"documents": why.removeprefix(AMBIGUOUS)}
    return gettext(why) if why in _REASONS else why


def within_text(address: str) -> str:
    """``Article 19``, ``§ 41``: the place that an address names in its text."""
    target, _, pinpoint = address.partition("#")
    return said(within(pinpoint, target))
