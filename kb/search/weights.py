"""Every number that ranks one passage above another, in one place."""

from __future__ import annotations

# How well a word must fit: as typed, without regard to diacritics and script, another form of it.
EXACT = 1.0
FOLDED = 0.8
STEM = 0.7
TIE = 0.0  # what the weaker ways in which one word matches add to the strongest

# Where else a word stands: hints, never matches of their own.
HEADING = 0.2
TITLE = 0.4

# A passage that is what the reference names, and one that cites it.
# Among passages of one label, those of instruments are meant first, then those of laws.
NAMED = 24.0
CITING = 6.0
INSTRUMENT = 6.0
PROVISION = 2.0

# Words next to each other.
PROXIMITY = 0.6
PROXIMITY_SLOP = 1
PROXIMITY_WORDS = 6  # pairs beyond the sixth word add time and nothing else

# Where no passage has all the words, a word that stands in more than this part of them tells nothing,
# unless they are few.
TELLING, FEW = 0.05, 50

# A question of more words than LONG is a sentence: which of its words tell, their rarity says better than their number,
# and only those that stand in more than this part of the passages are left out (measured on Cranfield). The form
# as typed counts this part of what it does in a short question.
LONG, TELLING_OF_LONG, FORM_OF_LONG = 6, 0.5, 0.1

# Where fewer passages than these have all the words, those with some of them follow: each word that a passage has
# counts besides its weight, more so where it stands as typed, and all of them together come first.
ENOUGH = 20
COUNTED = 2.0
AS_TYPED = 1.5
WHOLE = 500.0

# Other words for what was typed. Passages with the typed words come first, whatever the rest scores.
TRANSLATED = 1.0
TYPED = 1000.0

# Words that are only begun, sketched or misspelt say less than whole ones.
VAGUE = 0.6
BEGUN = 3  # the most frequent words with a beginning that rank what holds them

# A word of a dictionary scores between this part of TRANSLATED and all of it, the surer the more.
SURE = 0.3

# Words that only look like the one typed, or like what kindred languages call it: the least likeness (of runs of three
# letters, 0..1; NAME_LEAST for a word that the collection holds and no dictionary knows), how many, and what they
# count: ALIKE times the likeness to this power.
ALIKE_LEAST, KIN_LEAST, NAME_LEAST, ALIKE_MOST = 0.32, 0.5, 0.6, 20
ALIKE, ALIKE_POWER = 1.4, 1.5

# More like this: how many words of a passage are looked for, how many terms of several words, what their other words
# may come to, and how many of the references. A word in more than TELLING of the passages of its language, unless these
# are few, tells nothing. Names count NAMES times, where not more than CAPITALS of the words begin with a capital, and
# function words SMALL times, for in a small collection they may be rare. Each word counts as BM25 has it, and COVERED
# times its weight in the passage besides; a shared reference counts SHARED.
TELLING_WORDS, TELLING_CONCEPTS, TELLING_NODES, TELLING_LINKS = 40, 8, 120, 4
FEW_TELLING = 12
# What a word tells beside the word that tells most, to the power RARITY, scales it with all its other words.
NAMES, CAPITALS, SMALL = 1.4, 0.3, 0.3
RARITY = 0.7
COVERED, SHARED = 0.1, 4.0
