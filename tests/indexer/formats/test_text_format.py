"""Plain text: the letters are right whatever Windows wrote them, and lines become the paragraphs that were meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.blocks import Block
from indexer.formats.text import TextExtractor
from kb.errors import UnreadableOriginal

SERBIAN = (
    "Lica lišena slobode imaju pravo na pristup lekaru čim budu zadržana. Žalba se podnosi upravniku u roku od "
    "petnaest dana, a o njoj se odlučuje bez odlaganja. Ćelije su čiste, ali đubre nije odneto nedelju dana.\n"
)
MACEDONIAN = (
    "Лицата лишени од слобода имаат право на пристап до лекар веднаш по задржувањето. Жалбата се поднесува до "
    "директорот во рок од петнаесет дена, а за неа се одлучува без одлагање.\n"
)
ALBANIAN = (
    "Personat e privuar nga liria kanë të drejtë të vizitohen nga mjeku menjëherë pas ndalimit. Ankesa i paraqitet "
    "drejtorit brenda pesëmbëdhjetë ditëve dhe për të vendoset pa vonesë. Kjo e drejtë është çdo herë e garantuar.\n"
)


def _blocks(path: Path) -> tuple[Block, ...]:
    (page,) = TextExtractor().extract(path)
    assert page.number is None
    return page.blocks


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SERBIAN, "utf-8"),
        (SERBIAN, "utf-8-sig"),
        (SERBIAN, "utf-16"),
        (SERBIAN, "utf-16-le"),
        (SERBIAN, "cp1250"),
        (MACEDONIAN, "cp1251"),
        (ALBANIAN, "cp1252"),
    ],
)
def test_letters_survive_every_encoding_of_the_region(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((text * 4).encode(encoding))
    assert _blocks(path)[0].text == text.strip()


def test_one_broken_byte_does_not_make_utf8_a_code_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((SERBIAN * 3).encode() + b"\xff")
    assert "lišena" in _blocks(path)[0].text


def test_each_line_is_a_paragraph_where_lines_are_long(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"1. {SERBIAN}\r\n2. {SERBIAN}", encoding="utf-8")
    assert [block.text[:2] for block in _blocks(path)] == ["1.", "2."]


def test_hard_wrapped_lines_are_joined_and_hyphens_mended(tmp_path: Path) -> None:
    body = "\n".join(
        [
            "1. The delegation visited the establishment in the morning and spoke with the ten per-",
            "sons who were being held there at the time, none of whom made any allegation of ill-",
            "treatment, and with the staff on duty, who showed the cells, the register and the yard",
            "without delay.",
            "2. The registers were kept well and showed the time of each person's arrival, and also",
            "the time at which a lawyer had been called and a doctor had been seen by that person, in",
            "line with the law and with the recommendations that had been made after the last visit,",
            "which had been translated.",
            "",
            "The delegation was received by the director, who gave it all the papers it had asked for",
        ]
    )
    path = tmp_path / "a.txt"
    path.write_text(body, encoding="utf-8")
    texts = [block.text for block in _blocks(path)]
    assert [text[:6] for text in texts] == ["1. The", "2. The", "The de"]
    assert "ten persons who" in texts[0]
    assert "\n" not in "".join(texts)


def test_notes_at_the_end_of_a_saved_page_are_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1. The first paragraph.[1]\n2. The second.\n[1] A note.\n[2] Another.", encoding="utf-8")
    assert [(block.kind, block.marker) for block in _blocks(path)] == [
        ("text", ""),
        ("text", ""),
        ("footnote", "1"),
        ("footnote", "2"),
    ]


def test_soft_hyphens_and_control_characters_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("za\u00adtvor\u00a0 je\x07 čist", encoding="utf-8")
    assert _blocks(path)[0].text == "zatvor je čist"


def test_a_file_that_cannot_be_a_document_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(65 * 1024 * 1024)
    with pytest.raises(UnreadableOriginal) as refused:
        list(TextExtractor().extract(path))
    assert refused.value.kind == "too-large"


TURKISH = (
    "Özgürlüğünden yoksun bırakılan kişiler gözaltına alındıkları andan itibaren doktora başvurma hakkına sahiptir.\n"
    "Şikâyet on beş gün içinde müdüre yapılır ve hakkında gecikmeden karar verilir; ışık ve hava yeterli olmalıdır.\n"
)
SERBIAN_CYRILLIC = (
    "Лица лишена слободе имају право на приступ лекару чим буду задржана. Жалба се подноси управнику у року од\n"
    "петнаест дана, а о њој се одлучује без одлагања. Ћелије су чисте, али ђубре није однето недељу дана.\n"
)
FRENCH = "Les personnes privées de liberté ont accès à un médecin dès le début de la détention, où qu’elles soient.\n"


@pytest.mark.parametrize("times", [1, 12])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SERBIAN, page) for page in ("cp1250", "iso8859_2", "cp852", "mac_croatian")),
        *((SERBIAN_CYRILLIC, page) for page in ("cp1251", "iso8859_5", "cp855", "mac_cyrillic", "utf-16-be")),
        *((MACEDONIAN, page) for page in ("cp1251", "iso8859_5", "utf-16-le")),
        *((TURKISH, page) for page in ("cp1254", "iso8859_9", "cp857", "mac_turkish")),
        *((ALBANIAN, page) for page in ("cp1250", "cp1252", "cp1254", "iso8859_2", "cp850", "mac_roman")),
        (FRENCH, "cp1252"),
        (SERBIAN.upper(), "cp1250"),
    ],
)  # fmt: skip
def test_the_code_page_is_told_by_the_language_it_reads_as(
    tmp_path: Path, text: str, encoding: str, times: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((text * times).encode(encoding, "replace" if "’" in text else "strict"))
    whole = " ".join(block.text for block in _blocks(path))
    assert whole.split() == (text * times).split()


def test_letters_that_no_code_page_reads_are_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" ".join(bytes([0x80 + n % 97, 0x61, 0xFF - n % 89, 0x84, 0x9F]) for n in range(200)))
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == "encoding"


def test_a_few_strange_letters_do_not_cost_a_whole_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The delegation visited the prison and saw all the cells in it. " * 20 + b"\xf0\x9d\x84\x81")
    assert _blocks(path)[0].text.startswith("The delegation")
