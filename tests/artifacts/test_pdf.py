"""PDFs: reading order, forms, drawn tick boxes, running headers, headings, and files that must be refused."""

from __future__ import annotations

import zlib

import pytest
from made_files import box, line, pdf, text

from gpai_lint.artifacts import pdf as reader
from gpai_lint.artifacts.interface import Prose
from gpai_lint.artifacts.pdf_page import Box
from gpai_lint.artifacts.pdf_streams import MAX_STREAM, unpacks_too_large
from gpai_lint.artifacts.repair import joined, repair_line
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span


def read(*pages: list[str], annotations: str = "") -> Prose:
    return reader.parse("summary.pdf", pdf(*pages, annotations=annotations))


def test_a_label_of_two_lines_stays_before_its_value_of_three() -> None:
    prose = read(
        [
            text(72, 700, "Date of placement on"),
            text(72, 687, "the Union market:"),
            text(300, 706, "31 December 2025 for the base"),
            text(300, 693, "model; the adapters follow in"),
            text(300, 680, "the first quarter."),
        ]
    )
    assert [(entry.key, entry.value, entry.value_span) for entry in prose.entries] == [
        (
            "Date of placement on the Union market",
            "31 December 2025 for the base\nmodel; the adapters follow in\nthe first quarter.",
            Span(3, 1, 5, 19),
        )
    ]
    assert prose.pages == (1, 1, 1, 1, 1)


def test_a_label_in_the_middle_of_a_high_cell_belongs_to_the_paragraph_above_it() -> None:
    value = [
        text(300, y, words) for y, words in ((720, "First paragraph of"), (707, "the answer."), (675, "Second one."))
    ]
    prose = read([line(60, 735, 520, 735), text(72, 685, "Measures taken:"), *value, line(60, 620, 520, 620)])
    assert [(entry.key, entry.value) for entry in prose.entries] == [
        ("Measures taken", "First paragraph of\nthe answer.\nSecond one.")
    ]


def test_rows_between_rulings_are_rows_of_a_table() -> None:
    rows = (
        ("Modality", "Size", "Content"),
        ("Text", "2 billion tokens", "Web pages"),
        ("Image", "3 million", "Photos"),
    )
    operators = []
    for number, row in enumerate(rows):
        y = 700 - 20 * number
        font = "F1" if number else "F2"
        operators += [text(x, y, words, font=font) for x, words in zip((72, 200, 350), row, strict=True)]
        operators.append(line(60, y - 6, 520, y - 6))
    prose = read(operators)
    assert [[cell.text for cell in row] for row in prose.tables[0].rows] == [list(row) for row in rows]
    assert prose.tables[0].header_rows == 1


def test_a_row_divided_by_a_page_break_is_one_row() -> None:
    first = [text(72, 120, "Information about other models that"), text(350, 120, "We used a small teacher")]
    second = [text(72, 780, "generated synthetic data:"), text(350, 780, "model of our own.")]
    prose = read(first, second)
    assert [(entry.key, entry.value) for entry in prose.entries] == [
        (
            "Information about other models that generated synthetic data",
            "We used a small teacher\nmodel of our own.",
        )
    ]
    assert prose.pages == (1, 2, 1, 2)


def test_a_question_divided_by_a_page_break_stays_before_its_answer() -> None:
    first = [text(72, 120, "Were crawlers used by the provider"), text(350, 120, "Yes")]
    prose = read(first, [text(72, 780, "or on its behalf?"), text(72, 740, "2. List of sources", 16)])
    assert [[cell.text for cell in row] for row in prose.tables[0].rows] == [
        ["Were crawlers used by the provider\nor on its behalf?", "Yes"]
    ]


def test_glyphs_of_another_font_stand_where_they_are_seen() -> None:
    marks = [text(212, 700, "o", font="F3"), text(262, 700, "4", font="F3")]
    prose = read([text(72, 700, "Were crawlers used?"), *marks, text(225, 700, "Yes"), text(275, 700, "No")])
    assert " ".join(prose.lines) == "Were crawlers used? ❏ Yes ✔ No"


def test_what_repeats_inside_the_text_is_no_header() -> None:
    pages = [
        [
            text(72, 820, "Wren AI, public summary"),
            *(text(72, 800 - 13 * row, f"line {row} of {topic}") for row in range(3)),
            text(72, 740, "Yes, see below"),
            text(72, 600, f"More about {topic}."),
        ]
        for topic in ("crawlers", "users", "books")
    ]
    assert read(*pages).lines.count("Yes, see below") == 3
    assert read(*pages).lines.count("Wren AI, public summary") == 1


ROWS = (
    ("Version of the Summary:", "1.2"),
    ("Last update:", "3 May 2026"),
    ("Were crawlers used?", "Yes"),
    ("Why?", "No"),
)


@pytest.mark.parametrize("order", ["from below", "labels first"])
def test_labels_and_answers_are_read_side_by_side_whatever_their_order(order: str) -> None:
    labels = [text(72, 700 - 40 * row, label) for row, (label, _) in enumerate(ROWS)]
    answers = [text(300, 700 - 40 * row, answer) for row, (_, answer) in enumerate(ROWS)]
    if order == "from below":
        page = [part for pair in zip(labels, answers, strict=True) for part in reversed(pair)][::-1]
        page = [*(text(72, 300 - 14 * row, f"line {row}") for row in reversed(range(8))), *page]
    else:
        page = [*labels, *answers]
    assert [tuple(cell.text for cell in row) for table in read(page).tables for row in table.rows] == list(ROWS)


def test_columns_of_running_text_stay_columns() -> None:
    columns = [
        text(x, 700 - 13 * row, f"{side} {row} of a text")
        for x, side in ((72, "left"), (300, "right"))
        for row in range(8)
    ]
    assert [words.split()[0] for words in read(columns).lines] == ["left"] * 8 + ["right"] * 8


def test_a_month_at_the_foot_of_a_page_is_no_page_number() -> None:
    prose = read(
        [text(72, 700, "Latest date:"), text(72, 40, "11/2024")], [text(72, 700, "More."), text(290, 20, "2/2")]
    )
    assert prose.lines == ("Latest date:", "11/2024", "More.")


def test_a_justified_line_of_few_words_is_one_line() -> None:
    words = ("Wren", "Labs", "SAS,", "rue", "Verte")
    widths = [len(word) * 5.5 for word in words]
    x, operators = 72.0, [text(72, 720, "Provider name and contact details:")]
    for word, width in zip(words, widths, strict=True):
        operators.append(text(x, 700, word))
        x += width + 40
    prose = read([*operators, text(72, 687, "Paris")])
    assert prose.tables == ()


def test_running_headers_and_page_numbers_do_not_interrupt_an_answer() -> None:
    pages = [
        [
            text(72, 800, "Wren AI"),
            text(72, y, words),
            text(290, 40, f"Page {number} of 3"),
            text(72, 55, "contact: legal@wren.example"),
        ]
        for number, (y, words) in enumerate(
            ((120, "The crawler was run"), (760, "from March to June"), (760, "of the year 2025.")), 1
        )
    ]
    prose = read(*pages)
    assert [block.text for block in prose.blocks if block.kind != "furniture"] == [
        "The crawler was run\nfrom March to June\nof the year 2025."
    ]
    assert [block.text for block in prose.blocks if block.kind == "furniture"] == [
        "Wren AI",
        "contact: legal@wren.example",
    ]
    assert prose.lines == (
        "The crawler was run",
        "from March to June",
        "of the year 2025.",
        "Wren AI",
        "contact: legal@wren.example",
    )


def test_headings_come_from_numbers_and_type() -> None:
    prose = read(
        [
            text(72, 780, "Public summary of training content", 20, "F2"),
            text(72, 740, "2. List of data sources", 15, "F2"),
            text(72, 715, "2.1. Publicly available datasets", 11, "F2"),
            text(72, 695, "We used three public datasets, all of them listed below in full,"),
            text(72, 682, "and 2.5 million further pages."),
            text(72, 660, "2.2.1. Datasets licensed by rightsholders"),
        ]
    )
    assert [(section.title, section.level) for section in prose.sections[1:]] == [
        ("Public summary of training content", 1),
        ("2. List of data sources", 1),
        ("2.1. Publicly available datasets", 2),
        ("2.2.1. Datasets licensed by rightsholders", 3),
    ]
    assert prose.sections[3].path == ("2. List of data sources", "2.1. Publicly available datasets")


def test_typed_ticks_are_read() -> None:
    prose = read(
        [
            text(72, 700, "Were crawlers used?"),
            text(300, 700, "8", font="F3"),
            text(312, 700, "Yes"),
            text(380, 700, "q", font="F3"),
            text(392, 700, "No"),
        ]
    )
    assert [(tick.question, tick.option, tick.chosen) for tick in prose.ticks] == [
        ("Were crawlers used?", "Yes", True),
        ("Were crawlers used?", "No", False),
    ]


def test_drawn_boxes_are_read_by_their_inside() -> None:
    operators = [text(72, 700, "Were crawlers used?")]
    operators += [box(300, 699, ticked=True), text(315, 700, "Yes"), box(380, 699), text(395, 700, "No")]
    prose = read(operators)
    assert prose.tables[0].rows[0][1].text == "☒ Yes\n▢ No"


def test_drawn_boxes_that_are_neither_clean_nor_ticked_are_left_out() -> None:
    speck = "302.5 701.5 1.1 1.1 re f"
    operators = [text(72, 700, "Were crawlers used?")]
    operators += [box(300, 699), speck, text(315, 700, "Yes"), box(380, 699), text(395, 700, "No")]
    prose = read(operators)
    assert "Yes" in prose.lines
    assert "☒ Yes" not in prose.lines


def test_squares_that_are_all_filled_are_bullets() -> None:
    operators = []
    for number, words in enumerate(("robots.txt is respected", "captchas are not solved")):
        operators += [f"72 {700 - 20 * number} 7 7 re f", text(85, 700 - 20 * number, words)]
    assert read(operators).lines == ("robots.txt is respected", "captchas are not solved")


def test_form_fields_are_read_where_they_stand() -> None:
    widget = "<< /Type /Annot /Subtype /Widget /F 4 /Rect [{}] {} >>"
    ticked = widget.format("300 698 312 710", "/FT /Btn /T (a) /AS /On /V /On")
    empty = widget.format("380 698 392 710", "/FT /Btn /T (b) /AS /Off /V /Off")
    filled = widget.format("300 658 500 672", "/FT /Tx /T (c) /V (Wren 2 base)")
    prose = read(
        [
            text(72, 700, "Were crawlers used?"),
            text(316, 700, "Yes"),
            text(396, 700, "No"),
            text(72, 660, "Model name:"),
        ],
        annotations=ticked + empty + filled,
    )
    assert [(tick.option, tick.chosen) for tick in prose.ticks] == [("Yes", True), ("No", False)]
    assert ("Model name", "Wren 2 base") in [(entry.key, entry.value) for entry in prose.entries]


def test_the_corners_of_a_form_field_may_come_in_any_order_and_its_drawn_box_says_nothing() -> None:
    widget = "<< /Type /Annot /Subtype /Widget /F 4 /Rect [{}] /FT /Btn /T (a) /AS {} >>"
    annotations = widget.format("300 707 309 698", "/On") + widget.format("380 707 389 698", "/Off")
    labels = [text(72, 700, "Were crawlers used?"), text(316, 700, "Yes"), text(396, 700, "No")]
    prose = read([*labels, box(300, 698), box(380, 698)], annotations=annotations)
    assert [(tick.option, tick.chosen) for tick in prose.ticks] == [("Yes", True), ("No", False)]


def test_links_keep_their_address_and_the_words_they_stand_under() -> None:
    link = "<< /Type /Annot /Subtype /Link /Rect [72 698 160 712] /A << /S /URI /URI (https://wren.example/bots) >> >>"
    prose = read([text(72, 700, "See our crawlers and their names.")], annotations=link)
    assert [(found.target, found.span.line) for found in prose.links] == [("https://wren.example/bots", 1)]
    assert "crawlers" in prose.links[0].text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("the knowledge cuto\ufffd date", "the knowledge cutoff date"),
        ("the AI O\ufffdice", "the AI Office"),
        ("so\ufffdware under copyle\ufffd licences", "software under copyleft licences"),
        ("the knowledge cutoR is 03/2024", "the knowledge cutoff is 03/2024"),
        ("suRiciently precise", "sufficiently precise"),
        ("see https:/ wren.example/report", "see https://wren.example/report"),
        ("GitHub, PyTorch and McDonald stay", "GitHub, PyTorch and McDonald stay"),
        ("an unknown wo\ufffdd stays", "an unknown wo\ufffdd stays"),
    ],
)
def test_damaged_text_is_repaired_where_there_is_no_doubt(damaged: str, whole: str) -> None:
    assert repair_line(damaged) == whole


def test_a_word_divided_at_the_end_of_a_line_is_joined() -> None:
    assert joined("a general-", "purpose model") == "a general-purpose model"
    assert joined("two lines", "of text") == "two lines of text"


def test_a_word_is_whole_again_where_the_document_writes_it_whole() -> None:
    lines = ("A commercial licence of the general-", "purpose model, for com-", "mercial uses, (trans-", "formers).")
    words = [text(72, 700 - 13 * row, words) for row, words in enumerate(lines)]
    assert read(words).lines == (
        "A commercial licence of the general-",
        "purpose model, for commercial",
        "uses, (trans-",
        "formers).",
    )


def refusal(data: bytes) -> str:
    with pytest.raises(ArtifactError) as raised:
        reader.parse("broken.pdf", data)
    assert raised.value.location is not None
    assert raised.value.location.file == "broken.pdf"
    return raised.value.message


def test_an_encrypted_file_is_refused() -> None:
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >>"
    data = pdf([text(72, 700, "secret")], extra=(lock,), trailer="/Encrypt 8 0 R /ID [<00><00>] ")
    assert refusal(data) == "The PDF is encrypted: it cannot be read without a password."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>404</html>", "The file is no PDF."),
        (b"", "The file is no PDF."),
        (b"%PDF-1.7\n" + b"\x00\xff" * 400, "The PDF is damaged and cannot be opened."),
    ],
)
def test_other_files_are_refused(data: bytes, message: str) -> None:
    assert refusal(data) == message


@pytest.mark.parametrize("share", range(0, 100, 7))
def test_a_truncated_file_is_refused_or_read(share: int) -> None:
    whole = pdf([text(72, 700, "one")], [text(72, 700, "two")])
    cut = whole[: len(whole) * share // 100]
    try:
        lines = reader.parse("cut.pdf", cut).lines
    except ArtifactError as error:
        lines = (error.message,)
    assert set(lines) <= {"one", "two"} or lines[0].startswith(
        ("The PDF is damaged", "The PDF holds no", "The file is no")
    )


@pytest.mark.parametrize("side", [float("nan"), float("inf"), -2e6])
def test_a_box_that_damage_made_stands_nowhere(side: float) -> None:
    assert Box(72, 700, 120, 711).is_real
    assert not Box(72, side, 120, 711).is_real


def test_a_scanned_file_is_refused() -> None:
    assert refusal(pdf([line(0, 0, 500, 700)])) == "The PDF holds no text: its pages may be scanned pictures."


def test_too_many_pages_and_too_much_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [[text(72, 700, "a page of text")] for _ in range(5)]
    monkeypatch.setattr(reader, "MAX_PAGES", 4)
    assert refusal(pdf(*pages)) == "The PDF has 5 pages; no more than 4 are read."
    monkeypatch.setattr(reader, "MAX_PAGES", 400)
    monkeypatch.setattr(reader, "MAX_CHARACTERS", 20)
    assert refusal(pdf(*pages)) == "The PDF holds more than 20 characters and was not read."
    monkeypatch.setattr(reader, "MAX_TEXTS", 0)
    assert refusal(pdf(*pages)) == "Page 1 of the PDF holds more than 0 pieces of text."


def test_a_stream_that_unpacks_to_more_than_the_bound_is_refused() -> None:
    packed = zlib.compress(b" " * (MAX_STREAM + 1), 9).decode("latin-1")
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>"
    data = f"%PDF-1.7\n1 0 obj\n{head}\nstream\n{packed}\nendstream\nendobj\n".encode("latin-1")
    assert refusal(data) == "A part of the PDF unpacks to more than 32 MB; it was not read."
    picture = data.replace(b"<< /Length", b"<< /Subtype /Image /Length")
    assert not unpacks_too_large(picture)
    assert not unpacks_too_large(data[:200])


def test_a_file_of_three_hundred_pages_is_read() -> None:
    words = "The data was collected from public sources and filtered before training. "
    page = [text(50, 650 - 13 * row, words) for row in range(35)]
    prose = reader.parse("long.pdf", pdf(*[page] * 300))
    assert len(prose.lines) == 300 * 35
    assert prose.pages[-1] == 300


@pytest.mark.corpus
def test_published_summaries_are_read(corpus: object) -> None:
    from pathlib import Path

    assert isinstance(corpus, Path)
    for path in sorted(corpus.glob("training-summaries/*.pdf")):
        prose = reader.parse(path.name, path.read_bytes())
        assert len(prose.pages) == len(prose.lines) > 50
        assert not any("\ufffe" in row or "\u200b" in row for row in prose.lines)
        assert len(prose.sections) > 8


def test_marks_stand_in_the_column_of_their_head() -> None:
    heads = [text(72, 700, "Question"), text(350, 700, "Yes"), text(450, 700, "No")]
    first = [text(72, 680, "Were crawlers used?"), text(455, 680, "X")]
    second = [text(72, 660, "Was synthetic data used?"), text(355, 660, "X")]
    assert [[cell.text for cell in row] for row in read(heads + first + second).tables[0].rows] == [
        ["Question", "Yes", "No"],
        ["Were crawlers used?", "", "X"],
        ["Was synthetic data used?", "X", ""],
    ]
