"""The same text under another name, in another format, edition or language.

``sketch`` is made where an original is read; ``compare`` tells the same words from nearly the same; ``settle`` chooses,
at the end of a run, which of several originals is shown; ``related`` answers a reader. Nothing is imported here: a
worker process needs ``sketch`` and no store.
"""
