"""The register finds what was recommended, and its histories only grow."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.backup import restore_home, save_home
from kb.collection import Collection
from kb.errors import KBError, NotHeld
from kb.home import Home
from kb.index.rebuild import rebuild
from kb.nouns import Addressee, Progress
from kb.register.again import confirm, made_again
from kb.register.answers import answers_to
from kb.register.checked import checked
from kb.register.register import Conflict, Register


def key_of(register: Register, words: str, year: str = "2021") -> str:
    (found,) = [each.key for each in register.each({"year": [year]}) if words in each.passage.text]
    return found


def test_every_recommendation_is_there_newest_first_with_its_addressees(register: Register) -> None:
    found = register.find()
    dates = ["2024-06-01", "2023-06-01", "2022-02-02", *["2021-06-01"] * 3]
    assert [each.document.date for each in found.items] == dates
    assert [each.addressees for each in found.items] == [
        (Addressee.HEALTH,),
        (Addressee.INSTITUTION,),
        (Addressee.PROSECUTOR,),
        (Addressee.INSTITUTION,),
        (Addressee.JUSTICE, Addressee.HEALTH),
        (Addressee.UNSAID,),
    ]
    assert found.total == found.open == 6
    assert found.facets["addressee"]["institution-director"] == 2
    assert found.facets["institution"] == {"Example Prison": 4, "Other Prison": 1, "Secret Prison": 1}


def test_filters_add_up_and_a_facet_counts_what_another_choice_would_find(register: Register) -> None:
    found = register.find({"year": ["2021"], "addressee": ["ministry-of-health"]})
    assert [each.passage.label for each in found.items] == ["3"]
    assert found.facets["addressee"] == {
        "institution-director": 1,
        "ministry-of-health": 1,
        "ministry-of-justice": 1,
        "unsaid": 1,
    }
    assert found.facets["year"] == {"2021": 1, "2024": 1}
    assert [each.passage.label for each in register.find(limit=1, offset=4).items] == ["3"]
    assert register.find({"theme": ["no-such-theme"]}).total == 0
    with pytest.raises(KBError, match="no field"):
        register.find({"colour": ["red"]})


def test_what_a_reader_may_not_see_is_in_no_list_no_count_and_no_history(register: Register, public: Register) -> None:
    hidden = key_of(register, "prosecutor", "2022")
    shown = key_of(register, "showers")
    register.say(hidden, checked("accepted"))
    register.say(shown, checked("accepted", evidence=hidden, note="said by phone", who="Ana"))
    found = public.find()
    assert found.total == 5
    assert "Secret Prison" not in found.facets["institution"]
    assert "prosecutor" not in found.facets["addressee"]
    assert public.find(within=[hidden]).total == 0
    with pytest.raises(NotHeld):
        public.one(hidden)
    with pytest.raises(NotHeld):
        public.say(hidden, checked("rejected"))
    with pytest.raises(KBError, match="no passage"):
        public.say(shown, checked("accepted", evidence=hidden))
    (entry,) = public.one(shown).history
    assert (entry.status, entry.evidence, entry.note, entry.who) == (Progress.ACCEPTED, "", "", "")


def test_a_history_grows_and_the_facets_follow_it(register: Register) -> None:
    key = key_of(register, "showers")
    assert register.find({"status": ["no-answer"]}).total == 4
    register.say(key, checked("accepted", on="2021-12-01", who="Ana"))
    after = register.say(key, checked("implemented", note="seen with our own eyes"))
    assert [entry.status for entry in after.history] == [Progress.ACCEPTED, Progress.IMPLEMENTED]
    assert after.status is Progress.IMPLEMENTED
    found = register.find()
    assert found.facets["status"] == {"no-answer": 4, "implemented": 1, "answered": 1}
    assert (found.total, found.open) == (6, 5)
    other = Register(register.collection)
    assert other.find({"status": ["implemented"]}).items[0].key == key


def test_the_second_of_two_writers_is_shown_what_the_first_has_written(register: Register) -> None:
    key = key_of(register, "showers")
    seen = register.one(key).seen
    register.say(key, checked("accepted", who="Ana"), seen=seen)
    with pytest.raises(Conflict) as caught:
        register.say(key, checked("rejected", who="Blerim"), seen=seen)
    assert caught.value.now.history[-1].who == "Ana"
    assert [entry.who for entry in register.one(key).history] == ["Ana"]
    register.say(key, checked("rejected", who="Blerim"), seen=caught.value.now.seen)
    assert [entry.who for entry in register.one(key).history] == ["Ana", "Blerim"]


def test_of_many_who_write_at_once_one_is_written_and_every_other_is_told(home: Home) -> None:
    registers = [Register(Collection(home)) for _ in range(4)]
    key = key_of(registers[0], "showers")
    outcomes: list[str] = []

    def write(register: Register, name: str) -> None:
        try:
            register.say(key, checked("accepted", who=name), seen=0)
            outcomes.append(name)
        except Conflict:
            outcomes.append("conflict")

    threads = [threading.Thread(target=write, args=(each, f"n{n}")) for n, each in enumerate(registers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes)[:3] == ["conflict"] * 3
    assert len(registers[0].one(key).history) == 1


@pytest.mark.parametrize(
    ("status", "said", "where"),
    [
        ("done", {}, "status"),
        ("accepted", {"on": "2021-13-01"}, "date"),
        ("accepted", {"on": "20210101"}, "date"),
        ("accepted", {"on": "9999-01-01"}, "date"),
        ("accepted", {"note": "x" * 4_001}, "note"),
        ("accepted", {"who": "x" * 101}, "who"),
    ],
)
def test_what_cannot_be_said_is_refused_with_its_place(status: str, said: dict[str, str], where: str) -> None:
    with pytest.raises(KBError) as caught:
        checked(status, **said)
    assert caught.value.where == where
    assert caught.value.advice


def test_evidence_is_an_address_as_it_is_copied_from_the_browser(register: Register) -> None:
    key = key_of(register, "showers")
    document, _, anchor = key.partition("#")
    after = register.say(key, checked("accepted", evidence=f"http://127.0.0.1:8080/d/{document}/p/{anchor}?q=x"))
    assert after.history[-1].evidence == key


def test_a_status_survives_a_new_reading_a_rebuild_and_a_backup(own: Home, folder: Path, tmp_path: Path) -> None:
    register = Register(Collection(own))
    key = key_of(register, "individual decision")
    register.say(key, checked("rejected", who="Ana"))
    # The same report with a paragraph put before it: the recommendation is paragraph 5 now.
    text = (folder / "visit-2021.txt").read_text("utf-8").replace("\n\n4. ", "\n\n4. The visits were short.\n\n5. ")
    (folder / "visit-2021.txt").write_text(text, "utf-8")
    Batch(own, Options(jobs=1)).run([folder])
    rebuild(own, Collection(own).store)
    save_home(own, tmp_path / "b.zip")
    other = Home.at(tmp_path / "other")
    restore_home(other, tmp_path / "b.zip")
    for each in (own, other):
        again = Register(Collection(each))
        moved = key_of(again, "individual decision")
        assert moved.endswith("#5")
        assert [entry.who for entry in again.one(moved).history] == ["Ana"]
        assert not again.one(moved).lost


def test_a_history_whose_text_is_gone_is_kept_and_said_to_be_lost(own: Home, folder: Path) -> None:
    register = Register(Collection(own))
    key = key_of(register, "showers")
    register.say(key, checked("accepted", who="Ana"))
    text = (folder / "visit-2021.txt").read_text("utf-8").replace("repair the showers of wing B", "repaint the kitchen")
    (folder / "visit-2021.txt").write_text(text, "utf-8")
    Batch(own, Options(jobs=1)).run([folder])
    found = Register(Collection(own)).one(key_of(register, "kitchen"))
    assert found.lost
    assert found.history[-1].who == "Ana"


def test_a_document_that_goes_and_comes_back_has_its_histories(own: Home, folder: Path) -> None:
    register = Register(Collection(own))
    key = key_of(register, "showers")
    register.say(key, checked("accepted", who="Ana"))
    kept = (folder / "visit-2021.txt").read_bytes()
    (folder / "visit-2021.txt").unlink()
    Batch(own, Options(jobs=1, prune=True)).run([folder])
    assert register.find().total == 3
    (folder / "visit-2021.txt").write_bytes(kept)
    Batch(own, Options(jobs=1)).run([folder])
    assert register.one(key).history[-1].who == "Ana"


def test_the_same_recommendation_of_another_year_is_proposed_and_a_person_decides(register: Register) -> None:
    first, later = key_of(register, "showers"), key_of(register, "showers", "2023")
    (proposed,) = made_again(register, register.one(later))
    assert (proposed.recommendation.key, proposed.confirmed, proposed.why) == (first, None, "words")
    confirm(register, later, first, holds=True, who="Ana", at="2024-01-01T00:00:00+00:00")
    (said,) = made_again(register, register.one(first))
    assert (said.recommendation.key, said.confirmed, said.who) == (later, True, "Ana")
    confirm(register, first, later, holds=False, who="Blerim", at="2024-01-02T00:00:00+00:00")
    assert made_again(register, register.one(first)) == []


def test_likeness_is_said_of_the_texts_that_are_shown(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    head = '[defaults]\naccess = "public"\nkind = "report"\ninstitutions = ["Third Prison"]\n'
    said = {
        "both-en": "1. It is recommended that the Director give each prisoner two blankets before the first frost.\n",
        "both-sq": "1. Rekomandohet që drejtori t'i japë çdo të burgosuri dy batanije para ngricës së parë.\n",
        "later-sq": "1. Rekomandohet sërish që drejtori t'i japë çdo të burgosuri dy batanije para ngricës.\n",
    }
    for number, (name, text) in enumerate(said.items()):
        work = 'work = "third"\n' if name.startswith("both") else ""
        date = f'date = "20{20 if work else 22}-01-01"\n'
        head += f'[files."{name}.txt"]\ntitle = "Report {number}"\nlanguage = "{name[-2:]}"\n{work}{date}'
        (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / "kb.toml").write_text(head, "utf-8")
    Batch(home, Options(jobs=1)).run([folder])
    register = Register(Collection(home))
    (later,) = register.find({"year": ["2022"], "institution": ["Third Prison"]}).items
    (english,) = register.find({"year": ["2020"], "institution": ["Third Prison"]}, language="en").items
    (seen,) = made_again(register, english)
    assert (seen.recommendation.key, seen.why) == (later.key, "versions")
    (back,) = made_again(register, later)
    assert (back.recommendation.document.language, back.why) == ("sq", "words")


def test_a_response_is_matched_paragraph_by_paragraph(register: Register) -> None:
    cited = answers_to(register.collection, register.one(key_of(register, "medical examination")))
    assert [(each.passage.label, each.how) for each in cited] == [("3", "cites")]
    quoted = answers_to(register.collection, register.one(key_of(register, "showers")))
    assert [(each.passage.label, each.how) for each in quoted] == [("2", "quotes")]
    assert answers_to(register.collection, register.one(key_of(register, "showers", "2023"))) == []


def test_a_report_in_two_languages_recommends_once_and_what_is_said_of_one_is_said_of_both(register: Register) -> None:
    (albanian,) = register.find({"year": ["2024"]}, language="sq").items
    (english,) = register.find({"year": ["2024"]}, language="en").items
    assert (albanian.document.language, english.document.language) == ("sq", "en")
    assert dict(albanian.versions) == {"en": english.key, "sq": albanian.key}
    assert register.find({"year": ["2024"]}).facets["language"] == {"en": 1, "sq": 1}
    register.say(albanian.key, checked("accepted", who="Ana"), seen=0)
    with pytest.raises(Conflict):
        register.say(english.key, checked("rejected"), seen=0)
    assert register.one(english.key).status is Progress.ACCEPTED
    assert register.find({"year": ["2024"]}).facets["status"] == {"accepted": 1}
    assert made_again(register, english) == []


def test_the_facets_of_one_are_those_of_the_others_crossed(register: Register) -> None:
    register.say(key_of(register, "showers"), checked("implemented"))
    crossed = register.crossed({}, "year", "status")
    assert crossed["2021"] == {"no-answer": 1, "implemented": 1, "answered": 1}
    assert crossed["2023"] == {"no-answer": 1}
