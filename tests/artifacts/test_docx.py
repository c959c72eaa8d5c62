"""Word documents: paragraphs, headings, tables, tick boxes of every sort, and files that must be refused."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from made_files import docx, legacy_box, paragraph, table, tick_box

from gpai_lint.artifacts import docx as reader
from gpai_lint.artifacts.interface import Prose
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

HEADINGS = (
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Kapitel"><w:name w:val="Chapter"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)


def read(body: str, **parts: str) -> Prose:
    return reader.parse("summary.docx", docx(body, **parts))


def test_headings_come_from_the_style_whatever_its_id() -> None:
    prose = read(
        paragraph("General information", "berschrift1")
        + paragraph("Model identification", "Kapitel")
        + paragraph("The model is called Wren."),
        styles=HEADINGS,
    )
    assert [(section.title, section.level) for section in prose.sections] == [
        ("", 0),
        ("General information", 1),
        ("Model identification", 2),
    ]
    assert prose.sections[2].path == ("General information", "Model identification")
    assert [(block.text, block.span) for block in prose.blocks] == [("The model is called Wren.", Span(3, 1, 3, 26))]


def test_a_row_of_two_cells_is_a_key_with_its_value() -> None:
    prose = read(table(("Model dependencies:", "N/A"), ("Versioned model name(s):", "Wren 2")))
    assert [(entry.key, entry.value, entry.value_span) for entry in prose.entries] == [
        ("Model dependencies", "N/A", Span(2, 1, 2, 4)),
        ("Versioned model name(s)", "Wren 2", Span(4, 1, 4, 7)),
    ]


def test_a_cell_keeps_its_paragraphs_as_lines() -> None:
    cell = paragraph("Example AI GmbH") + paragraph("legal@wren.example")
    prose = read(table(("Provider:", cell)))
    assert prose.tables[0].rows[0][1].text == "Example AI GmbH\nlegal@wren.example"
    assert prose.tables[0].rows[0][1].part(16, 34) == Span(3, 1, 3, 19)


def test_merged_cells_cover_every_place_they_span() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Size") + "</w:tc>"
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("Text") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    cells = "".join(f"<w:tc>{paragraph(word)}</w:tc>" for word in ("web", "books"))
    more = "".join(f"<w:tc>{paragraph(word)}</w:tc>" for word in ("code", "news"))
    prose = read(
        f"<w:tbl><w:tr><w:tc>{paragraph('Modality')}</w:tc>{wide}</w:tr>"
        f"<w:tr>{top}{cells}</w:tr><w:tr>{below}{more}</w:tr></w:tbl>"
    )
    assert [[cell.text for cell in row] for row in prose.tables[0].rows] == [
        ["Modality", "Size", "Size"],
        ["Text", "web", "books"],
        ["Text", "code", "news"],
    ]


@pytest.mark.parametrize("make", [tick_box, legacy_box])
def test_tick_boxes_of_both_sorts_become_characters(make: object) -> None:
    assert callable(make)
    prose = read(table(("Were crawlers used?", f"<w:p>{make('Yes', True)}{make('No', False)}</w:p>")))
    assert prose.tables[0].rows[0][1].text == "☒ Yes ☐ No"
    assert [(tick.question, tick.option, tick.chosen) for tick in prose.ticks] == [
        ("Were crawlers used?", "Yes", True),
        ("Were crawlers used?", "No", False),
    ]


def test_a_symbol_of_wingdings_is_read_as_its_tick() -> None:
    runs = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Text</w:t></w:r>'
    assert [tick.option for tick in read(f"<w:p>{runs}</w:p>").ticks if tick.chosen] == ["Text"]


def test_deleted_hidden_and_prompting_text_is_left_out() -> None:
    prose = read(
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert prose.lines == ("kept",)


def test_a_text_box_is_read_once() -> None:
    box = "<w:r><mc:AlternateContent><mc:Choice><w:t>note</w:t></mc:Choice><mc:Fallback><w:t>note</w:t></mc:Fallback>"
    assert read(f"<w:p>{box}</mc:AlternateContent></w:r></w:p>").lines == ("note",)


def test_links_keep_their_address() -> None:
    prose = read(
        '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>our crawlers</w:t></w:r></w:hyperlink></w:p>',
        relationships='<Relationship Id="rId7" Target="https://wren.example/bots" TargetMode="External" Type="x"/>',
    )
    assert [(link.text, link.target) for link in prose.links] == [("our crawlers", "https://wren.example/bots")]


def test_invisible_characters_and_ligatures_are_repaired() -> None:
    assert read(paragraph("cut\u00adoff of the \ufb01rst data\u200bset")).lines == ("cutoff of the first dataset",)


def refusal(data: bytes) -> str:
    with pytest.raises(ArtifactError) as raised:
        reader.parse("broken.docx", data)
    assert raised.value.location is not None
    assert raised.value.location.file == "broken.docx"
    return raised.value.message


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert refusal(docx(paragraph("&b;"), prologue=bomb)) == (
        "The Word document declares a document type, which OOXML does not allow."
    )


def test_malformed_xml_is_refused() -> None:
    assert refusal(docx("<w:p><w:r></w:p>")) == "The XML of the Word document is malformed."


def test_deep_nesting_is_refused() -> None:
    assert "nested more than" in refusal(docx("<w:p>" * 500 + "</w:p>" * 500))


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PART", 10_000)
    assert "when unpacked" in refusal(docx(paragraph("a" * 20_000)))


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(docx(paragraph("a" * 20_000)))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 10)
    assert refusal(bytes(data)) in {
        "The Word document is damaged and cannot be unpacked.",
        "The XML of the Word document is malformed.",
    }


def test_an_archive_with_a_wrong_offset_is_refused() -> None:
    data = bytearray(docx(paragraph("text")))
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<L", data, end + 16, 0x7FFFFFFF)
    assert refusal(bytes(data)) == "The Word document is damaged and cannot be unpacked."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
            "The Word document is encrypted or in the old binary format.",
        ),
        (b"PK\x03\x04 and then nothing", "The Word document is damaged and cannot be unpacked."),
        (b"", "The Word document is damaged and cannot be unpacked."),
    ],
)
def test_other_files_are_refused(data: bytes, message: str) -> None:
    assert refusal(data) == message


def test_an_archive_without_text_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(buffer.getvalue()) == "The file is no Word document: it has no text part."
