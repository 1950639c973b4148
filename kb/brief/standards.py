"""What standards and courts say of a theme, as far as they are held."""

from __future__ import annotations

from kb.brief.brief import Line, Source
from kb.brief.language import Words
from kb.brief.lines import passage_line
from kb.citator.address import path_of
from kb.citator.aim import aim_of
from kb.citator.printed import printed
from kb.citator.texts import texts_of
from kb.collection import Collection
from kb.errors import KBError, QueryError
from kb.languages.preferring import nearness
from kb.nouns import Concept, Kind, Query

CASES = 5


def standards_on(collection: Collection, concept: Concept, words: Words, root: str) -> tuple[Line, ...]:
    """Each provision that the thesaurus names for a concept: its text where it is held, else its name alone."""
    found = []
    for address in concept.standards:
        if ":" in address:  # a section of the CPT's reports, not a provision
            continue
        try:
            aim = aim_of(collection, address)
        except QueryError:  # of an imported thesaurus, and in no catalogue
            continue
        with collection.store.read() as connection:
            texts = texts_of(connection, collection, aim)
        name = printed(address, language=words.language, documents=aim.documents)
        pair = min(texts, key=lambda each: nearness(each[1].language, words.language), default=None)
        if pair is None:
            found.append(Line(text=name, source=Source(citation=name, address=root + path_of(address))))
        else:
            line = passage_line(*pair, words, root)
            found.append(Line(text=line.text, key=line.key, facts=(name,), source=line.source))
    return tuple(found)


def cases_on(collection: Collection, concept: Concept, words: Words, root: str) -> tuple[Line, ...]:
    """The paragraphs of judgments that speak of it most, one of each judgment."""
    name = concept.name("en")
    query = Query(text=f'"{name}"' if " " in name else name, kind=(Kind.JUDGMENT.value,), limit=CASES, group=True)
    try:
        hits = collection.search(query).hits
        pairs = [(collection.document(hit.document), collection.passage(hit.document, hit.anchor)) for hit in hits]
    except KBError:
        return ()
    return tuple(passage_line(document, passage, words, root) for document, passage in pairs)
