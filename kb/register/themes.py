"""What a recommendation is about: the concepts of the thesaurus that its words and its headings name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kb.languages import QueryTerms, analyse, group_of
from kb.register.nouns import is_verb, same_noun
from kb.thesaurus import Thesaurus
from kb.thesaurus.keys import Key

MOST_MEANT = 3  # concepts that one word may name: beyond, it says too little
MOST = 4  # themes of one recommendation: a person who browses by theme wants what it is about, not all it mentions

# Concepts that nearly every recommendation names, whatever it is about: who is there, who does it, who says so.
EVERYWHERE = frozenset(
    (
        "person-deprived-of-liberty",
        "place-of-detention",
        "prison",
        "prisoner",
        "correctional-centre",
        "staff",
        "director",
        "police-officer",
        "police-station",
        "correctional-service",
        "ministry-of-justice",
        "ministry-of-interior",
        "ministry-of-health",
        "government",
        "parliament",
        "court",
        "judge",
        "prosecutor",
        "law",
        "constitution",
        "recommendation",
        "report",
        "monitoring",
        "visit-of-mechanism",
        "follow-up",
        "national-preventive-mechanism",
        "cpt",
        "spt",
        "ombudsperson",
        "national-human-rights-institution",
        "civil-society",
        "human-rights",
        "council-of-europe",
        "united-nations",
        "european-convention",
        "european-court",
        "optional-protocol",
        "prison-rules",
        "nelson-mandela-rules",
        "convention-against-torture",
        "judgment",
        "applicant",
        "resident",
        "patient",
        "fellow-prisoner",
        "cell",
        "crime",
        "deprivation-of-liberty",
        "security",
        "register",
    )
)


# Where it is, who is there, who comes: themes only of a recommendation that names nothing else.
BACKGROUND = frozenset(
    (
        "prison-wing",
        "remand-prison",
        "high-security-prison",
        "open-prison",
        "women-prison",
        "juvenile-institution",
        "police-cell",
        "border-post",
        "immigration-detention-centre",
        "asylum-centre",
        "psychiatric-hospital",
        "forensic-psychiatry",
        "social-care-home",
        "prison-hospital",
        "court-cell",
        "remand-prisoner",
        "sentenced-prisoner",
        "arrested-person",
        "family",
        "prison-officer",
        "pre-trial-detention",
        "sentence",
        "proportionality",
    )
)
MOST_WORDS = 10  # of one term
SEVERAL, ABOVE = 2, 2  # what a term of several words weighs, and one in a heading; a single word weighs 1


def themes_of(text: str, headings: Sequence[str], thesaurus: Thesaurus, language: str | None = None) -> tuple[str, ...]:
    """Ids of the concepts a recommendation is about, those with the most evidence first.

    ``headings`` are those that tell it from other recommendations: the title of a report says nothing of one of them.
    A heading that names several ("Contact and complaints") says only that it is about one of them: those count that
    the text speaks of too. Who and where everybody is counts only where nothing else is named.
    """
    own = _weighed(text, thesaurus, language)
    counted = Counter(own)
    for heading in headings:
        named = _weighed(heading, thesaurus, language)
        kin = [name for name in named if name in own or _near(name, own, thesaurus)]
        for name in kin or (named if len(named) == 1 or not _telling(own) else ()):
            counted[name] += ABOVE
    order = [name for name, _ in counted.most_common()]
    return tuple(_telling(order)[:MOST] or [name for name in order if name not in EVERYWHERE][:1])


def _telling(names: Sequence[str] | Counter[str]) -> list[str]:
    return [name for name in names if name not in EVERYWHERE and name not in BACKGROUND]


def _near(name: str, others: Counter[str], thesaurus: Thesaurus) -> bool:
    """Whether one of the others is a concept above or below it, or related."""
    concept = thesaurus.concepts[name]
    near = {concept.broader, *concept.related, *(o for o in others if thesaurus.concepts[o].broader == name)}
    return any(other in near for other in others if other not in EVERYWHERE)


def _weighed(text: str, thesaurus: Thesaurus, language: str | None) -> Counter[str]:
    """What the concepts named in a text weigh: left to right, the longest terms, none overlapping."""
    counted: Counter[str] = Counter()
    if language is None:
        for each in thesaurus.spoken_of(text, None):
            counted[each.concept.id] += SEVERAL if each.end - each.start > 1 else 1
        return counted
    tokens = analyse(text, language)
    group = group_of(language)
    terms = [QueryTerms(each.exact, (each.folded,), (each.stem,)) for each in tokens]
    at, fitting = 0, thesaurus.of_group(group).fitting(terms)
    marked = "ë" in text
    while at < len(terms):
        words = [one.folded[0] for one in terms[at : at + MOST_WORDS]]
        verb = is_verb(terms[at].exact, group, marked=marked)
        length, names = _meant(fitting[at], words, group, thesaurus, verb=verb)
        for name in names:
            counted[name] += SEVERAL if length > 1 else 1
        at += length
    return counted


def _meant(
    fitting: Sequence[tuple[Key, str]], words: Sequence[str], group: str, thesaurus: Thesaurus, *, verb: bool
) -> tuple[int, list[str]]:
    """How many words name concepts, and which: at least one word, whatever it names.

    A single word counts where it is a form of the term. Where it may be a form of a concept's and of a broader one's,
    it says the broader: ``zatvorenicima`` are prisoners, not women.
    """
    longest = max((len(key.folded) for key, _ in fitting), default=1)
    for length in range(longest, 0, -1):
        own = [(key, name) for key, name in fitting if len(key.folded) == length]
        if length == 1:
            own = [each for each in own if same_noun(each[0].folded[0], words[0], group, verb=verb)]
            own = _the_broader(own, thesaurus)
        scored: dict[str, tuple[int, int]] = {}
        for key, name in own:
            alike = sum(_common(*pair) for pair in zip(key.folded, words, strict=False))
            scored[name] = max(scored.get(name, (0, 0)), (alike, -sum(map(len, key.folded))))
        best = max(scored.values(), default=None)
        names = [name for name, score in scored.items() if score == best]
        if names:
            return length, names if len(names) <= MOST_MEANT else []
    return 1, []


def _the_broader(fitting: Sequence[tuple[Key, str]], thesaurus: Thesaurus) -> list[tuple[Key, str]]:
    """Of a concept and a broader one the broader, unless only terms fit that both have: those say the narrower."""
    names = {name for _, name in fitting}
    under = {name: [one for one in names if name in _above(one, thesaurus)] for name in names}
    shared = {(key, name) for key, name in fitting if any((key, one) in fitting for one in under[name])}
    left = [each for each in fitting if each not in shared]
    distinct = {name for _, name in left}
    return [(key, name) for key, name in left if not _above(name, thesaurus) & distinct]


def _above(name: str, thesaurus: Thesaurus) -> set[str]:
    found: set[str] = set()
    while (name := thesaurus.concepts[name].broader) and name not in found and name in thesaurus.concepts:
        found.add(name)
    return found


def _common(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
