"""Markdown with HTML inside: sections, blocks, tables, keys and their exact places."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from gpai_lint.artifacts.markdown import MAX_BYTES, parse
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Prose


def read(text: str) -> Prose:
    return parse("README.md", dedent(text).encode())


def source(prose: Prose, span: Span) -> str:
    """Return what the file holds at a span of one line."""
    assert span.line == span.end_line
    return prose.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def keys(prose: Prose) -> list[tuple[str, str]]:
    return [(entry.key, " ".join(entry.value.split())) for entry in prose.entries]


def test_sections_nest_and_end_where_the_next_of_their_level_begins() -> None:
    prose = read("""\
        before

        # Card
        text
        ## Data
        ### Sources
        more
        ## Use
        end
        """)
    assert [(s.path, s.level, s.span.line, s.end_line) for s in prose.sections] == [
        ((), 0, 1, 2),
        (("Card",), 1, 3, 10),
        (("Card", "Data"), 2, 5, 7),
        (("Card", "Data", "Sources"), 3, 6, 7),
        (("Card", "Use"), 2, 8, 10),
    ]


def test_html_headings_and_setext_headings_are_headings() -> None:
    prose = read("""\
        <h1 align="center">The <b>Model</b></h1>

        Training data
        -------------
        text
        """)
    assert [section.path for section in prose.sections[1:]] == [("The Model",), ("The Model", "Training data")]


def test_a_heading_holds_the_paragraph_inside_it_and_ends_unclosed_with_the_next_one() -> None:
    prose = read("""\
        <h1 align="center"> <p> Model </p></h1>
        <h3 align="center">
            <p>What it is</p>
        </h3>

        text
        """)
    assert [section.title for section in prose.sections[1:]] == ["Model", "What it is"]
    prose = read("<h2>Data\n<p>The data is large.</p>\n")
    assert [section.title for section in prose.sections[1:]] == []


def test_a_passage_is_found_behind_emphasis_entities_and_escapes() -> None:
    prose = read("""\
        A model of **355** billion total
        &amp; \\~40 trillion tokens, *really*.
        """)
    (block,) = prose.blocks
    assert block.text == "A model of 355 billion total\n& ~40 trillion tokens, really."
    for words in ("355", "billion", "40 trillion", "really"):
        start = block.text.index(words)
        assert source(prose, block.part(start, start + len(words))) == words


def test_columns_count_code_points_behind_wide_characters() -> None:
    prose = read("🦎 größer — **12B** Parameter\n")
    (block,) = prose.blocks
    start = block.text.index("12B")
    assert block.part(start, start + 3) == Span(1, 14, 1, 17)


def test_keys_are_read_however_they_are_set() -> None:
    prose = read("""\
        **Developed by:** The Team

        **License**: MIT

        **Training Energy Use** Training took 3 MWh.

        - Parameters: 314B
        - _Hardware:_ eight nodes
        * **Version** 1.0

        Context length: 8K
        """)
    assert keys(prose) == [
        ("Developed by", "The Team"),
        ("License", "MIT"),
        ("Training Energy Use", "Training took 3 MWh."),
        ("Parameters", "314B"),
        ("Hardware", "eight nodes"),
        ("Version", "1.0"),
        ("Context length", "8K"),
    ]


def test_keys_on_the_lines_of_one_paragraph_are_told_apart() -> None:
    prose = read("""\
        **Model date**
        Trained in March 2023.
        **License:** Apache 2.0
        for the weights
        """)
    assert keys(prose) == [("Model date", "Trained in March 2023."), ("License", "Apache 2.0 for the weights")]
    assert source(prose, prose.entries[0].part(0, 7)) == "Trained"
    assert prose.entries[1].value_span.line == 3


def test_words_before_a_colon_inside_a_sentence_and_code_are_no_keys() -> None:
    prose = read("""\
        We measured a ratio. It held for one thing: nothing else.

        `input`: the prompt

        See https://example.org/a for more
        """)
    assert keys(prose) == []


def test_a_bold_line_alone_is_a_key_without_a_value() -> None:
    assert keys(read("**Red teaming**\n\nWe tested.\n")) == [("Red teaming", "")]


def test_a_pipe_table_becomes_a_grid_with_places() -> None:
    prose = read("""\
        | Model | Params |
        |:--|--:|
        | small | **39** M |
        | large | 1550 M |
        """)
    (table,) = prose.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Model", "Params"],
        ["small", "39 M"],
        ["large", "1550 M"],
    ]
    assert table.header_rows == 1
    assert source(prose, table.rows[2][1].part(0, 6)) == "1550 M"


def test_a_table_ruled_with_tabs_is_one_and_keeps_its_places() -> None:
    prose = read("|Model\t|Size\t|\n|---\t|:--\t|\n|a\t|8M\t|\n")
    (table,) = prose.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["Model", "Size"], ["a", "8M"]]
    assert source(prose, table.rows[1][1].part(0, 2)) == "8M"


@pytest.mark.parametrize("written", ["[help@wren.example](mailto:help@wren.example)", "<https://wren.example/help>"])
def test_an_address_in_the_form_of_a_heading_titles_nothing(written: str) -> None:
    prose = read(f"## Contact\n\n## {written}\n\nWithin a week.\n\n## help@wren.example for rightsholders\n")
    assert [section.title for section in prose.sections[1:]] == ["Contact", "help@wren.example for rightsholders"]
    assert [block.section for block in prose.blocks] == [1, 1]


def test_a_heading_keeps_the_title_that_is_centred_in_it() -> None:
    prose = read("### <div align='center'>Lark: a model <div>\n\nText.\n")
    assert [section.title for section in prose.sections if section.level] == ["Lark: a model"]


def test_headings_behind_a_fence_that_is_never_closed_are_headings() -> None:
    prose = read("# Card\n\n```\n@article{a,\n}\n\n## Contact\n\nnest@example.org\n")
    assert [section.title for section in prose.sections if section.level] == ["Card", "Contact"]
    assert prose.blocks[-1].text == "nest@example.org"
    assert source(prose, prose.blocks[-1].span) == "nest@example.org"


@pytest.mark.parametrize(
    "code",
    ["```\ncode\n\n## no heading\n```\n", "```sh\nrun\n\n# a comment\n", "````\n```\n\n## no heading\n````\n",
     "~~~\n```\n\n## no heading\n~~~\n"],
)  # fmt: skip
def test_what_stands_in_a_fence_is_no_heading(code: str) -> None:
    assert [section.title for section in read(f"# Card\n\n{code}").sections if section.level] == ["Card"]


def test_links_side_by_side_title_nothing() -> None:
    prose = read(
        "# Lark\n\n<h4><a href='#a'>Home</a> | <a href='#b'>Performance</a> | <a href='#c'>Use</a></h4>\n\nText.\n"
    )
    assert [section.title for section in prose.sections if section.level] == ["Lark"]
    assert [block.text for block in prose.blocks] == ["Home | Performance | Use", "Text."]
    for title in ("[Lark-1](#a) and [Lark-2](#b) and [Lark-3](#c)", "[Lark-1](#a) / [Lark-2](#b)"):
        assert [section.level for section in read(f"# Lark\n\n## {title}\n").sections][-1] == 2


def test_an_html_table_is_resolved_to_rows_and_columns() -> None:
    prose = read("""\
        <table>
          <tr>
           <td></td>
           <td><strong>Params</strong></td>
           <td><strong>Tokens</strong>
        <p>
        <strong>(total)</strong></td>
          </tr>
          <tr>
           <td rowspan="2" >Family
           </td>
           <td>8B
           </td>
           <td rowspan="2" >15T+
           </td>
          </tr>
          <tr>
           <td>70B
          </tr>
        </table>
        """)
    (table,) = prose.tables
    assert [[" ".join(cell.text.split()) for cell in row] for row in table.rows] == [
        ["", "Params", "Tokens (total)"],
        ["Family", "8B", "15T+"],
        ["Family", "70B", "15T+"],
    ]
    assert table.header_rows == 1
    assert table.rows[2][2].span.line == 14
    assert prose.blocks == ()


def test_markdown_inside_an_html_table_belongs_to_its_cell() -> None:
    prose = read("""\
        <table><tr><td>

        **Params** are 8B

        </td><td>x</td></tr></table>
        """)
    (table,) = prose.tables
    assert [cell.text for cell in table.rows[0]] == ["Params are 8B", "x"]


def test_rows_of_two_cells_are_keys_and_values() -> None:
    prose = read("""\
        | Item | Answer |
        |---|---|
        | Release date | 3 May 2025 |
        """)
    assert keys(prose) == [("Release date", "3 May 2025")]
    assert source(prose, prose.entries[0].part(0, 5)) == "3 May"


def test_a_figure_behind_an_equals_sign_is_a_value() -> None:
    prose = read("""\
        Total kWh = 708,000

        The sum of x = 5 holds.

        Where a = b and c = d.
        """)
    assert keys(prose) == [("Total kWh", "708,000")]


def test_comments_are_apart_from_the_text() -> None:
    prose = read("""\
        Seen. <!-- inline --> Still seen.

        <!--
        **License:** MIT
        -->
        """)
    assert [block.text for block in prose.blocks] == ["Seen.  Still seen."]
    assert prose.entries == ()
    assert [(comment.text, comment.span.line) for comment in prose.comments] == [("inline", 1), ("**License:** MIT", 3)]


def test_an_unclosed_comment_hides_the_rest() -> None:
    prose = read("""\
        <div>
        <!-- hidden

        Hidden too: 7B parameters.
        """)
    assert prose.blocks == ()


def test_struck_text_scripts_and_styles_are_not_shown() -> None:
    prose = read("""\
        It has ~~7B~~ 8B parameters.

        <style>p { color: red }</style>
        <script>var license = "MIT"</script>
        """)
    assert [block.text for block in prose.blocks] == ["It has  8B parameters."]


def test_code_is_marked_and_holds_no_keys() -> None:
    prose = read("""\
        ```yaml
        license: mit
        ```

        <pre><code>run --model x</code></pre>
        """)
    assert [(block.kind, block.text) for block in prose.blocks] == [("code", "license: mit"), ("code", "run --model x")]
    assert prose.entries == ()


def test_folded_parts_are_read() -> None:
    prose = read("""\
        <details>
        <summary>Click to expand</summary>

        **License:** MIT

        </details>
        """)
    assert [block.kind for block in prose.blocks] == ["summary", "paragraph"]
    assert keys(prose) == [("License", "MIT")]


def test_links_and_pictures_keep_their_targets() -> None:
    prose = read("""\
        See [the *terms*](LICENSE).
        <a href="https://example.org/l"><img alt="License" src="https://img.shields.io/badge/License-MIT-green"></a>
        ![logo](img/logo.png)
        """)
    assert [(link.text, link.target) for link in prose.links] == [
        ("the terms", "LICENSE"),
        ("", "https://example.org/l"),
    ]
    assert [(image.text, image.source, image.target) for image in prose.images] == [
        ("License", "https://img.shields.io/badge/License-MIT-green", "https://example.org/l"),
        ("logo", "img/logo.png", ""),
    ]


def test_powers_of_ten_in_superscript_keep_their_sense() -> None:
    (block,) = read("About 3 × 10<sup>25</sup> FLOP and CO<sub>2</sub>.\n").blocks
    assert block.text == "About 3 × 10^25 FLOP and CO2."


def test_front_matter_is_a_tree_with_the_lines_of_the_file() -> None:
    prose = read("""\
        ---
        license: mit
        language:
        - en
        ---
        # Card
        """)
    assert prose.front_matter is not None
    language = prose.front_matter.get("language")
    assert language is not None
    assert isinstance(language.value, list)
    assert language.value[0].span.line == 4
    assert prose.sections[1].span == Span(6, 3, 6, 7)


@pytest.mark.parametrize(
    "text",
    [
        "---\n# Card\n\nNever closed.\n",
        "---\n\nA break, and then words.\n\n---\n\nMore.\n",
        "---\n- a\n- b\n---\ntext\n",
    ],
    ids=["unclosed", "two breaks", "no mapping"],
)
def test_a_thematic_break_is_no_front_matter(text: str) -> None:
    prose = parse("README.md", text.encode())
    assert prose.front_matter is None
    assert prose.faults == ()
    assert prose.blocks


def test_malformed_front_matter_is_a_fault_at_its_line_and_the_body_is_read() -> None:
    prose = read("""\
        ---
        license: mit
        tags: [a, b
        ---
        # Card
        **Parameters:** 7B
        """)
    assert prose.front_matter is None
    (fault,) = prose.faults
    assert fault.path == "README.md"
    assert fault.span.line in {3, 4}
    assert "front matter" in fault.reason
    assert keys(prose) == [("Parameters", "7B")]


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(ArtifactError, match="not in UTF-8"):
        parse("README.md", b"\x89PNG\r\n\x1a\n\xff")


def test_a_file_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(ArtifactError, match="larger than 4 MB"):
        parse("README.md", b"a" * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    "piece",
    ["**", "*a ", "[", "<", '<a "', "<td>", "<table><tr><td>", "<!--", "|", "> ", "- [", "&lt;", "# \n", "k: v\n", "é"],
)
def test_degenerate_documents_are_read_to_the_end(piece: str) -> None:
    prose = parse("README.md", ("start\n\n" + piece * 3_000).encode())
    assert prose.lines[0] == "start"
    assert prose.blocks[0].text.startswith("start")


def test_the_lines_of_a_code_block_keep_their_places() -> None:
    prose = read("""\
        # Licence

        ```text
        Copyright
        Licensed under the MIT License
        ```
        """)
    (block,) = prose.blocks
    start = block.text.index("MIT")
    assert block.part(start, start + 3) == Span(5, 20, 5, 23)


def test_lines_of_cells_without_a_rule_under_the_first_are_a_table() -> None:
    prose = read("""\
        | **Parameters** | 7B (~~8B~~) |
        | Context `a|b` | 32K \\| 64K |

        Sizes of é:
        | Model | Size | Length |
        |---|---|
        | Wren | 7B | **32K** |
        | Lark |  | 8K |

        Developer | Birdworks
        Licence | [MIT](https://example.org)
        """)
    assert [(table.header_rows, [[cell.text for cell in row] for row in table.rows]) for table in prose.tables] == [
        (1, [["Parameters", "7B ()"], ["Context a|b", "32K | 64K"]]),
        (1, [["Model", "Size", "Length"], ["Wren", "7B", "32K"], ["Lark", "", "8K"]]),
        (1, [["Developer", "Birdworks"], ["Licence", "MIT"]]),
    ]
    assert [block.text for block in prose.blocks] == ["Sizes of é:"]
    for table in prose.tables[1:]:
        for row in table.rows:
            for cell in row:
                assert source(prose, cell.span).strip("*[") == cell.text
    assert [link.text for link in prose.links] == ["MIT"]


@pytest.mark.parametrize(
    "text", ["P(a|b) and c\nP(b|a) and d", "| only | one |", "Paper | Code\nWe describe a bird.", "`x | y`\n`z | w`"]
)
def test_strokes_in_text_make_no_table(text: str) -> None:
    prose = read(text)
    assert prose.tables == ()
    assert [block.text for block in prose.blocks] == [text.replace("`", "")]


def test_bold_keys_that_share_a_line_are_told_apart() -> None:
    prose = read("""\
        **Developer:** Birdworks | **License**: MIT · **Size:** 7B and **more: or less**

        **Trained by** – Birdworks
        """)
    assert keys(prose) == [
        ("Developer", "Birdworks"),
        ("License", "MIT"),
        ("Size", "7B and more: or less"),
        ("Trained by", "Birdworks"),
    ]
    assert [source(prose, entry.value_span) for entry in prose.entries][:2] == ["Birdworks", "MIT"]


def test_key_and_value_may_share_one_run_of_bold_text() -> None:
    prose = read("""\
        **License: MIT**

        - **Parameters: 7B**
        - **Lark: a bird** of the field

        **Post-training: how the models were taught to follow what people ask of them**

        **What is it for: research?**
        """)
    assert keys(prose) == [
        ("License", "MIT"),
        ("Parameters", "7B"),
        ("Lark: a bird", "of the field"),
        ("Post-training: how the models were taught to follow what people ask of them", ""),
        ("What is it for: research?", ""),
    ]
    assert [source(prose, entry.value_span) for entry in prose.entries[:2]] == ["MIT", "7B"]
