"""The tables. Names are the nouns'; lists are JSON; every foreign key is enforced."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from kb.store.register_tables import register_tables

METADATA = MetaData()

document = Table(
    "document",
    METADATA,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("language", String),
    Column("date", String),
    Column("reference", String),
    Column("mechanism", String),
    Column("state", String),
    Column("institutions", JSON, nullable=False),
    Column("themes", JSON, nullable=False),
    Column("access", String, nullable=False, index=True),
    Column("work", String, index=True),
    Column("source_url", Text),
    Column("sha256", String, nullable=False, index=True),
    Column("media_type", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("pages", Integer),
    Column("passages", Integer, nullable=False),
    Column("name", Text, nullable=False),  # the file name the original came with, for downloads
)

# Every canonical target a document answers to ("opcat", "cpt/inf/2019/9", "app/30210/96").
document_target = Table(
    "document_target",
    METADATA,
    Column("target", String, primary_key=True),
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True),
)

passage = Table(
    "passage",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    Column("anchor", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("label", String, nullable=False),
    Column("role", String, nullable=False),
    Column("heading", JSON, nullable=False),
    Column("page", Integer),
    Column("language", String),
    Column("form", String, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("marks", JSON, nullable=False),
    Column("bold", JSON, nullable=False, server_default="[]"),
    Column("italic", JSON, nullable=False, server_default="[]"),
    Column("part", String, nullable=False, server_default=""),
    Column("repeats", String, nullable=False, server_default=""),
    Column("role_score", Float, nullable=False, server_default="0"),
    Column("role_why", String, nullable=False, server_default=""),
    Column("role_read", String, nullable=False, server_default=""),
    Column("text", Text, nullable=False),
    UniqueConstraint("document", "anchor"),
    Index("passage_in_order", "document", "ordinal"),
)

page = Table(
    "page",
    METADATA,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("note", String, nullable=False),
    Column("state", String, nullable=False, server_default="text", index=True),
    Column("score", Float, nullable=False, server_default="1"),
    Column("repairs", JSON, nullable=False, server_default="[]"),
    Column("confidence", Float),
)

link = Table(
    "link",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    Column("anchor", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("grammar", String, nullable=False),
    Column("target", String, nullable=False),
    Column("pinpoint", String, nullable=False),
    Column("qualifier", String, nullable=False, server_default=""),
    Column("through", Integer, nullable=False, server_default="0"),
    Column("resolved_document", String),
    Column("resolved_anchor", String),
    Column("why", Text, nullable=False),
    # 0 until the citation has been looked up against what is held now
    Column("settled", Integer, nullable=False, index=True),
    Index("link_of_passage", "document", "anchor"),
    # All that counting who cites asks of a link, so that it need not read the link itself
    Index("link_aimed_at", "target", "pinpoint", "through", "document", "anchor"),
    Index("link_to", "resolved_document", "resolved_anchor"),
)

# What happened to each file ever given to the indexer; the list of what is to do after a kill is what is missing here.
source = Table(
    "source",
    METADATA,
    Column("path", String, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("settings", String, nullable=False),
    Column("document", ForeignKey("document.id", ondelete="SET NULL"), index=True),
    Column("outcome", String, nullable=False),
    Column("error", JSON),
    Column("warnings", JSON, nullable=False),
    Column("access", String, nullable=False),
    Column("seconds", Float, nullable=False),
)

# What is known of each text to know it again (kb/index/variants); ``settled`` is 0 until it has been compared.
sketch = Table(
    "sketch",
    METADATA,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("text", String, nullable=False, index=True),
    Column("keys", JSON, nullable=False),
    Column("anchors", JSON, nullable=False),
    Column("lengths", JSON, nullable=False),
    Column("numbers", JSON, nullable=False),
    Column("numbered", Integer, nullable=False, index=True),
    Column("settled", Integer, nullable=False, index=True),
)

# The first few keys of each sketch, to find what may be the same without looking at every document.
sketch_key = Table(
    "sketch_key",
    METADATA,
    Column("key", BigInteger, primary_key=True),
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Two documents that say the same words, in the order of their ids.
same_text = Table(
    "same_text",
    METADATA,
    Column("first", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("second", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# A document that is not searched, because another one that every reader of it may read says the same words.
variant = Table(
    "variant",
    METADATA,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("shown", ForeignKey("document.id", ondelete="CASCADE"), nullable=False, index=True),
)

# What was found in each archive, mailbox and message: its members are sources of their own.
container = Table(
    "container",
    METADATA,
    Column("path", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("settings", String, nullable=False),
    Column("members", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("error", JSON),
)

# Documents whose index entries may lag behind the store: written with the document, cleared after the index commits.
pending = Table("pending", METADATA, Column("document", String, primary_key=True))

# A copy of the catalogue, so that a search knows the instruments' names without the catalogue's files.
instrument = Table(
    "instrument", METADATA, Column("id", String, primary_key=True), Column("facts", JSON, nullable=False)
)

# The concepts that a search knows: ``origin`` is "shipped" for those of the program, else where they came from.
concept = Table(
    "concept",
    METADATA,
    Column("id", String, primary_key=True),
    Column("origin", String, primary_key=True),
    Column("facts", JSON, nullable=False),
    Column("term_keys", JSON, nullable=False),  # the stems and folded words of each term
)

# Words of dictionaries: two of one ``sense`` say the same. ``key`` is the stems of the term, joined by spaces.
lexeme = Table(
    "lexeme",
    METADATA,
    Column("origin", String, nullable=False, index=True),
    Column("sense", String, nullable=False),
    Column("language", String, nullable=False),  # the analysis group
    Column("term", Text, nullable=False),
    Column("key", String, nullable=False),
    Column("weight", Float, nullable=False),
    Index("lexeme_of_key", "key"),
    Index("lexeme_of_sense", "sense", "language"),
)

# The dictionaries: their name, language, address, licence and number of words.
lexicon = Table("lexicon", METADATA, Column("origin", String, primary_key=True), Column("facts", JSON, nullable=False))

setting = Table("setting", METADATA, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

registered, register_mark, status_entry, tie = register_tables(METADATA)
