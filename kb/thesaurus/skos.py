"""Concepts as SKOS (W3C, Simple Knowledge Organization System) and back: the one home of rdflib."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rdflib import RDF, SKOS, Graph, Literal, URIRef

from kb.nouns import Concept
from kb.thesaurus.fault import ThesaurusFault

FORMATS = {".ttl": "turtle", ".rdf": "xml", ".xml": "xml", ".nt": "nt", ".jsonld": "json-ld"}
CONCEPT, PROVISION = "urn:detention-kb:concept:", "urn:detention-kb:standard:"
SCHEME = URIRef("urn:detention-kb:thesaurus")
_TAGS = {"sr": "sr-Latn"}  # the column of the common words of BCMS, in Latin letters


def written(concepts: Iterable[Concept], suffix: str) -> str:
    """The concepts in the format of a file name's suffix (``FORMATS``)."""
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.add((SCHEME, RDF.type, SKOS.ConceptScheme))
    for concept in concepts:
        at = URIRef(CONCEPT + concept.id)
        graph.add((at, RDF.type, SKOS.Concept))
        graph.add((at, SKOS.inScheme, SCHEME))
        for language, (preferred, *others) in concept.terms.items():
            tag = _TAGS.get(language, language)
            graph.add((at, SKOS.prefLabel, Literal(preferred, lang=tag)))
            for other in others:
                graph.add((at, SKOS.altLabel, Literal(other, lang=tag)))
        if concept.broader:
            graph.add((at, SKOS.broader, URIRef(CONCEPT + concept.broader)))
        else:
            graph.add((at, SKOS.topConceptOf, SCHEME))
        for name in concept.related:
            graph.add((at, SKOS.related, URIRef(CONCEPT + name)))
        for standard in concept.standards:
            graph.add((at, SKOS.relatedMatch, URIRef(PROVISION + standard)))
    return graph.serialize(format=FORMATS[suffix])


def read(path: Path) -> list[Concept]:
    """The concepts of a SKOS file, by id; ThesaurusFault where it is none. Labels without a language are left out."""
    graph = Graph()
    try:
        graph.parse(path, format=FORMATS[path.suffix.lower()])
    except Exception as error:  # each of rdflib's parsers raises its own
        raise ThesaurusFault(
            f"it cannot be read as SKOS ({str(error).splitlines()[0][:200]})",
            where=str(path),
            advice=f"Check the file; the formats are {', '.join(FORMATS)}",
        ) from error
    found = [_concept(graph, at) for at in sorted(set(graph.subjects(RDF.type, SKOS.Concept)), key=str)]
    concepts = [concept for concept in found if concept.terms]
    if not concepts:
        raise ThesaurusFault("there is no concept in it", where=str(path), advice="Each is a skos:Concept with labels")
    return concepts


def _concept(graph: Graph, at: Any) -> Concept:
    terms: dict[str, dict[str, None]] = {}
    for kind in (SKOS.prefLabel, SKOS.altLabel):
        for label in sorted(graph.objects(at, kind), key=str):
            language = getattr(label, "language", None)
            if language and str(label).strip():
                code = "sr" if language.split("-")[0] in ("sr", "hr", "bs", "sh", "cnr") else language
                terms.setdefault(code, {})[" ".join(str(label).split())] = None
    broader = sorted(_name(other) for other in graph.objects(at, SKOS.broader))
    return Concept(
        id=_name(at),
        terms={language: tuple(several) for language, several in terms.items()},
        broader=broader[0] if broader else "",
        related=tuple(sorted(_name(other) for other in graph.objects(at, SKOS.related))),
        standards=tuple(
            sorted(str(o).removeprefix(PROVISION) for o in graph.objects(at, SKOS.relatedMatch) if PROVISION in str(o))
        ),
    )


def _name(at: Any) -> str:
    """A concept's id: ours as it is, another vocabulary's by the end of its address."""
    text = str(at)
    if text.startswith(CONCEPT):
        return text.removeprefix(CONCEPT)
    return text.rstrip("/#").replace("#", "/").rpartition("/")[2] or text
