"""The public summary of training content, in the layouts and languages that it is published in."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from made_files import box, docx, line, paragraph, pdf, table, text, tick_box

from gpai_lint.artifacts import content, kinds
from gpai_lint.artifacts.interface import Artifact, Prose
from gpai_lint.artifacts.recognise import parse_file
from gpai_lint.evidence.forms.reader import is_claimed, read_forms
from gpai_lint.evidence.interface import Fact, State

#: The yes/no questions as the template words them.
QUESTIONS = {
    "data.public_datasets_used": "Have you used publicly available datasets to train the model?",
    "data.licensed_used": "Have you concluded transactional commercial licensing agreement(s) with rightsholder(s) or"
    " with their representatives?",
    "data.private_third_party_used": "Have you obtained private datasets from third parties that are not licensed as"
    " described in Section 2.2.1, such as data obtained from providers of private databases, or data intermediaries?",
    "data.crawlers_used": "Were crawlers used by the provider or on behalf of?",
    "data.user_interactions_used": "Was data from user interactions with the AI model (e.g. user input and prompts)"
    " used to train the model?",
    "data.service_data_used": "Was data collected from user interactions with the provider's other services or products"
    " used to train the model?",
    "data.synthetic_used": "Was synthetic AI-generated data created by the provider or on their behalf to train the"
    " model?",
    "data.other_sources_used": "Have data sources other than those described in Sections 2.1 to 2.5 been used to train"
    " the model?",
    "provider.code_signatory": "Are you a Signatory to the Code of Practice for general-purpose AI models that includes"
    " commitments to respect reservations of rights from the TDM exception or limitation?",
}
ANSWERS = dict(zip(QUESTIONS, (True, False, False, True, False, True, True, False, True), strict=True))


def facts_of(data: bytes | str, path: str = "training-summary.md") -> list[Fact]:
    form = kinds.format_of(path)
    prose = parse_file(path, data.encode() if isinstance(data, str) else data, form)
    assert isinstance(prose, Prose)
    kind = content.kind_by_content(prose, kinds.kind_by_name(path))
    return [row for row in read_forms(Artifact(path, form, kind, prose), 0).found if isinstance(row, Fact)]


def choices(facts: list[Fact]) -> dict[str, object]:
    return {
        fact.field: fact.value if fact.state is State.STATED else fact.state.value
        for fact in facts
        if fact.field in QUESTIONS
    }


def values(facts: list[Fact], field: str) -> list[object]:
    return [fact.value for fact in facts if fact.field == field and fact.state is State.STATED]


def states(facts: list[Fact], field: str) -> list[str]:
    return [fact.state.value for fact in facts if fact.field == field]


def test_the_signs_of_a_dialogue_are_no_part_of_an_answer() -> None:
    lines = [f"> **Q.** {asked}\n>\n> **A.** No.\n" for asked in QUESTIONS.values()]
    head = "**Q: Version of the Summary**\n\nA: 1.3\n\n**Q: Provider name and contact details**\n\nA: Wren GmbH\n\n"
    facts = facts_of(f"# Public summary of training content\n\n{head}" + "\n".join(lines))

    assert (values(facts, "document.version"), values(facts, "provider.name")) == (["1.3"], ["Wren GmbH"])
    assert choices(facts) == dict.fromkeys(QUESTIONS, False)


LAYOUTS = {
    "question and boxes on one line": lambda asked, yes: (
        f"{asked} {'☒' if yes else '☐'} Yes {'☐' if yes else '☒'} No\n\n"
    ),
    "bold numbered question": lambda asked, yes: f"**2.1.1 {asked}** {'Yes' if yes else 'No'}\n\n",
    "Q and A": lambda asked, yes: f"Q: {asked}\n\nA: {'Yes' if yes else 'No'}\nWe say more about it here.\n\n",
    "list with the chosen option only": lambda asked, yes: f"- {asked}\n- {'☑ Yes' if yes else '☐ No'}\n",
    "task list": lambda asked, yes: f"{asked}\n\n- [{'x' if yes else ' '}] Yes\n- [{' ' if yes else 'x'}] No\n\n",
    "row of a table": lambda asked, yes: (
        f"| Question | Answer |\n|---|---|\n| {asked} | {'Yes' if yes else 'No'} |\n\n"
    ),
    "columns for yes and no": lambda asked, yes: (
        f"| Question | Yes | No |\n|---|---|---|\n| {asked} | {'X' if yes else ''} | {'' if yes else 'X'} |\n\n"
    ),
    "options beside the question and the tick below": lambda asked, yes: (
        f"<table><tr><td>{asked}</td><td>Yes</td><td>No</td></tr>"
        f"<tr><td>Please mark</td><td>{'X' if yes else ''}</td><td>{'' if yes else 'X'}</td></tr></table>\n\n"
    ),
    "boxes of a page": lambda asked, yes: (
        f"<p>{asked}<br><input type=checkbox {'checked' if yes else ''}> Yes"
        f' <input type="checkbox"{"" if yes else " checked"} disabled> No</p>\n\n'
    ),
    "dialogue in quotations": lambda asked, yes: (
        f"> **Q.** {asked}\n>\n> **A.** {'Yes' if yes else 'No'} – details on request.\n\n"
    ),
    "heading": lambda asked, yes: f"### {asked}\n\n{'Yes.' if yes else 'No.'}\n\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_answers(layout: str) -> None:
    lines = [LAYOUTS[layout](asked, ANSWERS[field]) for field, asked in QUESTIONS.items()]
    assert choices(facts_of("# Public summary of training content\n\n" + "".join(lines))) == ANSWERS


def test_lettered_questions_are_told_apart() -> None:
    letters = [chr(ord("A") + number) for number in range(len(QUESTIONS))]
    lines = [
        f"{letter}. {asked} {'Yes' if ANSWERS[field] else 'No'}"
        for letter, (field, asked) in zip(letters, QUESTIONS.items(), strict=True)
    ]
    assert choices(facts_of("# Summary of training content\n\n" + "\n".join(lines))) == ANSWERS


def test_the_template_as_a_word_document() -> None:
    body = paragraph("Public Summary of Training Content for General-Purpose AI models", bold=True)
    body += table(("Version of the Summary:", "1.2"), ("Last update:", "01/09/25"))
    body += table(
        ("Provider name and contact details:", "Wren Labs SAS, 1 rue du Port, 75001 Paris. legal@wren.example"),
        ("Versioned model name(s):", "Wren 7B v1"),
        ("Model dependencies:", "N/A"),
        ("Date of placement of the model on the Union market:", "1 September 2025"),
    )
    sizes = (
        "<w:p>"
        + tick_box("Less than 1 billion tokens", False)
        + "</w:p><w:p>"
        + tick_box("1 billion to 10 trillion tokens", True)
        + "</w:p><w:p>"
        + tick_box("More than 10 trillion tokens", False)
        + "</w:p>"
    )
    body += table(
        ("Modality", "Training data size", "Types of content"),
        (f"<w:p>{tick_box('Text', True)}</w:p>", sizes, "Web pages, source code and books."),
    )
    for field, asked in QUESTIONS.items():
        body += table((asked, f"<w:p>{tick_box('Yes', ANSWERS[field])}{tick_box('No', not ANSWERS[field])}</w:p>"))
    facts = facts_of(docx(body), "public-summary.docx")
    assert choices(facts) == ANSWERS
    assert values(facts, "document.version") == ["1.2"]
    assert values(facts, "document.last_updated") == ["2025-09-01"]
    assert values(facts, "provider.name") == ["Wren Labs SAS"]
    assert values(facts, "provider.contact") == ["legal@wren.example"]
    assert values(facts, "model.union_market_date") == ["2025-09-01"]
    assert values(facts, "data.modalities") == [["text"]]
    assert [(fact.value, fact.unit, fact.variant) for fact in facts if fact.field == "data.size_band"] == [
        ("1e9-1e13", "token", "text")
    ]
    assert values(facts, "data.content_types") == ["Web pages, source code and books."]


def test_drawn_boxes_of_a_pdf_are_read_and_boxes_that_cannot_be_seen_are_not_guessed() -> None:
    operators = [text(72, 800, "Public Summary of Training Content", 20, "F2")]
    y = 760.0
    for number, (field, asked) in enumerate(QUESTIONS.items()):
        operators.append(line(60, y + 12, 540, y + 12))
        words = asked.split()
        rows = [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]
        if number < 4:
            operators += [box(400, y - 1, ticked=ANSWERS[field]), box(470, y - 1, ticked=not ANSWERS[field])]
        operators += [text(72, y - 13 * row, part, 9) for row, part in enumerate(rows)]
        operators += [text(415, y, "Yes"), text(485, y, "No")]
        y -= 13 * len(rows) + 20
    answers = choices(facts_of(pdf(operators), "summary.pdf"))
    expected: dict[str, object] = dict(list(ANSWERS.items())[:4])
    assert answers == {**expected, **dict.fromkeys(list(QUESTIONS)[4:], "undecidable")}


def test_an_italian_summary_is_read_by_meaning() -> None:
    facts = facts_of(
        """# Sintesi pubblica dei contenuti utilizzati per l'addestramento
**Versione della sintesi:** 2.0

**Ultimo aggiornamento:** 12 novembre 2025

**Nome e recapiti del fornitore:** Scricciolo S.r.l., legal@scricciolo.example

**Nome/i del modello con versione:** Scricciolo 2

## 2.1 Insiemi di dati
Avete utilizzato insiemi di dati accessibili al pubblico per addestrare il modello? ☒ Sì ☐ No
## 2.2.1 Licenze
Avete concluso accordi di licenza commerciale con titolari dei diritti o loro rappresentanti? ☐ Sì ☒ No
## 2.2.2 Privati
Avete ottenuto da terzi insiemi di dati privati? ☐ Sì ☒ No
## 2.3 Raccolta
Sono stati utilizzati crawler dal fornitore o per suo conto? ☒ Sì ☐ No

**Nome/i dei crawler:** ScriccioloBot
## 2.4 Utenti
Sono stati utilizzati dati delle interazioni degli utenti con il modello di IA? ☐ Sì ☒ No

Sono stati utilizzati dati raccolti dagli utenti di altri servizi o prodotti del fornitore? ☒ Sì ☐ No
## 2.5 Sintesi
Il fornitore ha creato dati sintetici generati dall'IA? ☒ Sì ☐ No
## 2.6 Altro
Sono state utilizzate fonti di dati diverse? ☐ Sì ☒ No
## 3.1 Diritti
Siete firmatari del codice di buone pratiche? ☒ Sì ☐ No
""",
        "sintesi.md",
    )
    assert choices(facts) == ANSWERS
    assert values(facts, "document.version") == ["2.0"]
    assert values(facts, "document.last_updated") == ["2025-11-12"]
    assert values(facts, "provider.name") == ["Scricciolo S.r.l."]
    assert values(facts, "model.name") == ["Scricciolo 2"]
    assert values(facts, "data.crawler_names") == [["ScriccioloBot"]]


def test_a_language_without_known_words_is_read_by_the_numbers_of_the_template() -> None:
    numbers = ("2.1", "2.2.1", "2.2.2", "2.3", "2.4", "", "2.5", "2.6", "3.1")
    lines = []
    for number, answer in zip(numbers, ANSWERS.values(), strict=True):
        heading = f"## {number}. Avsnitt\n" if number else "\n"
        lines.append(f"{heading}Har detta skett?\n\n{'☒ Ja ☐ Nej' if answer else '☐ Ja ☒ Nej'}\n")
    assert choices(facts_of("# Sammanfattning\n\n" + "".join(lines))) == ANSWERS


def test_questions_in_german_and_french_are_read_by_meaning() -> None:
    german = (
        "Haben Sie öffentlich zugängliche Datensätze verwendet?",
        "Haben Sie kommerzielle Lizenzvereinbarungen mit Rechteinhabern geschlossen?",
        "Haben Sie private Datensätze von Dritten erhalten?",
        "Wurden vom Anbieter oder in dessen Namen Crawler eingesetzt?",
        "Wurden Daten aus Nutzerinteraktionen mit dem Modell (z. B. Eingaben und Prompts) zum Trainieren verwendet?",
    )
    french = (
        "Avez-vous utilisé des ensembles de données accessibles au public ?",
        "Avez-vous conclu des accords de licence avec des titulaires de droits ?",
        "Avez-vous obtenu de tiers des ensembles de données privés ?",
        "Des robots d'indexation ont-ils été utilisés par le fournisseur ou en son nom ?",
        "Des données d'interactions des utilisateurs avec le modèle ont-elles été utilisées ?",
    )
    expected = dict(list(ANSWERS.items())[:5])
    for asked, words in ((german, ("Nein", "Ja")), (french, ("Non", "Oui"))):
        lines = [f"{question} {words[bool(yes)]}\n\n" for question, yes in zip(asked, expected.values(), strict=True)]
        assert choices(facts_of("# Zusammenfassung\n\n" + "".join(lines), "training-summary.md")) == expected


def test_a_question_may_span_the_rows_of_its_options() -> None:
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
    asked = paragraph(QUESTIONS["data.crawlers_used"])
    rows = ((cell.format(' w:val="restart"', asked), "☐ Yes"), (cell.format("", "<w:p/>"), "☒ No"))
    made = "".join(f"<w:tr>{left}<w:tc>{paragraph(right)}</w:tc></w:tr>" for left, right in rows)
    body = paragraph("Public summary of training content") + f"<w:tbl>{made}</w:tbl>"
    assert choices(facts_of(docx(body), "training-summary.docx")) == {"data.crawlers_used": False}


def test_a_remark_about_the_provider_is_no_part_of_its_name() -> None:
    entry = "Wren Labs SAS (an SME within the meaning of Union law), legal@wren.example"
    facts = facts_of(f"{HEAD}**Provider name and contact details:** {entry}\n")
    assert values(facts, "provider.name") == ["Wren Labs SAS"]
    assert values(facts, "provider.contact") == ["legal@wren.example"]


def test_an_answer_may_stand_before_the_end_of_its_question() -> None:
    asked = QUESTIONS["data.private_third_party_used"].partition(" or data")
    for answer in ("Yes", "☒ Yes ☐ No"):
        facts = facts_of(f"{HEAD_LICENSED}{asked[0]}\n{answer}\n{asked[1].strip()}{asked[2]}\n\nNothing else.\n")
        assert choices(facts)["data.private_third_party_used"] is True


def across_columns(edge: float) -> bytes:
    """Return a form of two columns that is written line by line across them, between rulings from ``edge`` on."""
    lefts = (
        ("Have you used publicly available", "datasets to train the model?"),
        ("Were crawlers used by the provider or", "on behalf of?"),
        ("Was synthetic AI-generated data created by", "the provider or on their behalf to train the model?"),
    )
    y, operators = 780.0, [text(50, 800, "Public summary of training content")]
    for left in lefts:
        operators.append(line(edge, y + 12, 560, y + 12))
        for label, mark, option in zip(left, ("8", "o"), ("Yes", "No"), strict=True):
            operators += [text(50, y, label), text(340, y, mark, font="F3"), text(354, y, option)]
            y -= 14
        y -= 8
    return pdf([*operators, line(edge, y + 12, 560, y + 12)])


def test_rows_written_across_their_columns_are_put_together() -> None:
    answers = choices(facts_of(across_columns(40), "training-summary.pdf"))
    assert answers == dict.fromkeys(("data.public_datasets_used", "data.crawlers_used", "data.synthetic_used"), True)


def test_the_half_of_an_answer_that_stands_apart_from_the_other_decides_nothing() -> None:
    # Rulings that begin where the text does may underline it: nothing tells where a row ends.
    answers = choices(facts_of(across_columns(50), "training-summary.pdf"))
    assert set(answers.values()) <= {"undecidable"}
    torn = "Did you use datasets that are publicly\n\n✘ Yes\n\navailable to train the model?\n\n❏ No\n"
    assert False not in choices(facts_of(f"# Public summary of training content\n\n{torn}")).values()


@pytest.mark.parametrize("answer", ["Yes\nNo\n✔\n❏", "✔\n❏\nYes\nNo", "❏\n✔\nYes\nNo"])
def test_marks_in_a_column_of_their_own_are_nobodys(answer: str) -> None:
    asked = QUESTIONS["data.other_sources_used"]
    found = choices(facts_of(f"# Public summary of training content\n\n{HEAD_LICENSED}{asked}\n{answer}\n"))
    assert found["data.other_sources_used"] == "undecidable"


def test_modalities_behind_a_yes() -> None:
    facts = facts_of(
        "# Public summary of training content\n\n"
        "- **Publicly available datasets used:** Yes. Modalities: text, image.\n"
        "- **Datasets commercially licensed by rightsholders or their representatives:** Yes, of two image agencies.\n"
        "- **Modalities covered:** text\n"
        "- **Crawlers used:** Yes (text and images)\n"
    )
    assert values(facts, "data.public_datasets_modalities") == [["text", "image"]]
    assert values(facts, "data.licensed_modalities") == [["text"]]
    assert values(facts, "data.crawled_modalities") == [["text", "image"]]


HEAD = "# Public summary of training content\n\n" + "".join(
    f"{asked} No\n\n" for asked in list(QUESTIONS.values())[1:3]
)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        (
            "Measures implemented to respect reservations of rights from the TDM exception or limitation",
            "copyright.reservation_measures",
        ),
        ("Information about other AI models used to generate synthetic data", "data.synthetic_other_models"),
        ("Other relevant information about data processing aspects", "document.other_information"),
    ],
)
def test_shortened_labels_end_with_their_colon(label: str, field: str) -> None:
    form = f"{HEAD}{QUESTIONS['data.synthetic_used']} Yes\n\n**{label}:** Two birds were asked.\n"
    assert values(facts_of(form), field) == ["Two birds were asked."]


HEAD_LICENSED = f"# Public summary of training content\n\n{QUESTIONS['data.licensed_used']} No\n\n"


@pytest.mark.parametrize(
    ("written", "field", "state"),
    [
        ("**Last update:** None", "document.last_updated", "placeholder"),
        ("**Last update:** DD/MM/YY", "document.last_updated", "placeholder"),
        (
            "**General description of measures taken:** Not yet available",
            "data.illegal_content_measures",
            "placeholder",
        ),
        (
            "**General description of measures taken:** Information will be published with the release",
            "data.illegal_content_measures",
            "placeholder",
        ),
        (
            "**General description of measures taken:** We will follow all court orders",
            "data.illegal_content_measures",
            "stated",
        ),
        (
            "**Date of placement of the model on the Union market:** Coming soon.",
            "model.union_market_date",
            "placeholder",
        ),
        ("**Provider name and contact details:** TBD", "provider.name", "placeholder"),
        ("**Model dependencies:** _Not provided._", "model.base_model", "placeholder"),
        ("**Model dependencies:** Not provided by others: Lark 2", "model.base_model", "stated"),
        ("**List of large publicly available datasets:** to be completed", "data.datasets", "placeholder"),
        (
            "**Description of the linguistic characteristics of the overall training data:** N/A",
            "data.languages",
            "placeholder",
        ),
        ("**General description of measures taken:** See our website.", "data.illegal_content_measures", "elsewhere"),
        (
            "**If yes, specify crawler name(s)/identifier(s):** See the list of crawlers here.",
            "data.crawler_names",
            "elsewhere",
        ),
        (
            "**General description of crawler behaviour:** https://wren.example/bots",
            "data.crawler_behaviour",
            "elsewhere",
        ),
        ("**Authorised representative name and contact details:** N/A", "provider.authorised_representative", "stated"),
        ("**Model dependencies:** None", "model.base_model", "stated"),
        (
            "**Summary of the most relevant domain names crawled:** https://wren.example/domains.csv",
            "data.top_domains",
            "stated",
        ),
        ("**General description of crawler behaviour:** See section 3.1 above.", "data.crawler_behaviour", "stated"),
    ],
)
def test_what_an_answer_amounts_to(written: str, field: str, state: str) -> None:
    assert states(facts_of(HEAD + written + "\n"), field) == [state]


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        (
            "**Summary of the most relevant domain names crawled:** listed [here](data/domains.csv), by size",
            "data.top_domains",
            "listed here (data/domains.csv), by size",
        ),
        (
            "**Summary of the most relevant domain names crawled:** [https://wren.example/d.csv](https://wren.example/d.csv)",
            "data.top_domains",
            "https://wren.example/d.csv",
        ),
        (
            "**Summary of the most relevant domain names crawled:** wren.example (see [section 3](#3-data))",
            "data.top_domains",
            "wren.example (see section 3)",
        ),
        (
            "**List of large publicly available datasets:** [Reed](https://huggingface.co/datasets/nest/reed) and"
            " [Marsh](https://huggingface.co/datasets/nest/marsh)",
            "data.datasets",
            ["nest/reed", "nest/marsh"],
        ),
        (
            "**List of large publicly available datasets:** https://huggingface.co/datasets/nest/reed- ([this]"
            "(https://huggingface.co/datasets/nest/reed-base)) and https://huggingface.co/datasets/nest/reed",
            "data.datasets",
            ["nest/reed-base", "nest/reed"],
        ),
        (
            "**Provider name and contact details:** Wren Labs, [write to us](mailto:law@wren.example)",
            "provider.contact",
            "law@wren.example",
        ),
        ("**Model dependencies:** [Lark 2](https://wren.example/lark-2)", "model.base_model", ["Lark 2"]),
        (
            "See [here](https://wren.example/a).\n\n**General description of measures taken:** As told here before.",
            "data.illegal_content_measures",
            "As told here before.",
        ),
        (
            "**Last update:** 2026-03-04\n\n## Links\n\n[Home](https://wren.example)",
            "document.last_updated",
            "2026-03-04",
        ),
    ],
)
def test_what_an_answer_links_to_is_part_of_it(written: str, field: str, value: object) -> None:
    assert values(facts_of(HEAD + written + "\n"), field) == [value]


def test_an_answer_that_sends_its_reader_to_a_link_points_elsewhere() -> None:
    written = "**General description of crawler behaviour:** See [our bots](https://wren.example/bots)"
    assert states(facts_of(f"{HEAD}{written}\n"), "data.crawler_behaviour") == ["elsewhere"]
    written = (
        "**If yes, specify crawler name(s)/identifier(s):** See list of crawlers [here](https://wren.example/bots)"
    )
    assert states(facts_of(f"{HEAD}{written}\n"), "data.crawler_names") == ["elsewhere"]


def test_a_label_that_lost_its_colon_is_one_in_a_form() -> None:
    lines = ["Version of the Summary 1.2", "Last update 26 June 2026", "Versioned model name(s) Wren 5"]
    lines += ["Model dependencies None", *(f"{asked} No" for asked in QUESTIONS.values())]
    facts = facts_of("# Public summary of training content\n\n" + "\n".join(lines))
    assert values(facts, "document.version") == ["1.2"]
    assert values(facts, "document.last_updated") == ["2026-06-26"]
    assert values(facts, "model.name") == ["Wren 5"]
    assert values(facts, "model.base_model") == [None]
    assert set(choices(facts).values()) == {False}


def test_modalities_named_behind_a_yes_are_read() -> None:
    facts = facts_of(f"{HEAD}**Publicly available datasets used:** Yes (text and images). More in section 3.\n")
    assert values(facts, "data.public_datasets_used") == [True]
    assert values(facts, "data.public_datasets_modalities") == [["text", "image"]]


def test_our_own_template_is_read_as_not_filled_in() -> None:
    template = Path(__file__).parents[3] / "docs" / "templates" / "training-summary.md"
    facts = facts_of(template.read_bytes(), "training-summary.md")
    assert {fact.state for fact in facts} == {State.PLACEHOLDER}
    assert set(QUESTIONS) <= {fact.field for fact in facts}


def test_an_answer_on_a_line_of_its_own_belongs_to_the_question_above_it() -> None:
    asked = (
        "Were web crawlers employed?",
        "Did synthetic data serve to train the model?",
        "Did you sign the code as signatory?",
    )
    facts = facts_of(
        HEAD
        + "\n".join(
            f"{question}\n{answer}" for question, answer in zip(asked, ("Yes", "☐ Yes ☒ No", "Yes"), strict=True)
        )
    )
    told = choices(facts)
    assert [told[field] for field in ("data.crawlers_used", "data.synthetic_used", "provider.code_signatory")] == [
        True,
        False,
        True,
    ]


def test_not_applicable_below_a_question_answered_with_no_is_no_gap() -> None:
    asked = QUESTIONS["data.crawlers_used"]
    name = "**If yes, specify crawler name(s)/identifier(s):** N/A\n"
    assert states(facts_of(f"{HEAD}{asked} No\n\n{name}"), "data.crawler_names") == []
    assert states(facts_of(f"{HEAD}{asked} Yes\n\n{name}"), "data.crawler_names") == ["placeholder"]


def test_questions_that_are_not_asked_give_no_fact() -> None:
    facts = facts_of(HEAD + "**2.3.1 Was personal data used to train the model?** We follow all laws.\n")
    assert choices(facts) == {"data.licensed_used": False, "data.private_third_party_used": False}


def test_answers_end_where_the_next_label_begins() -> None:
    facts = facts_of(
        f"""{HEAD}
**1.3.2 Latest date of data acquisition/collection for model training:** 30-Jun-2024

**1.3.3 Is data collection ongoing to update the model with new data collection after deployment?** No

**1.3.4 Date the training dataset was first used to train the model:** 10/01/2024

**1.3.9 A label that no template has:** 2026-01-01

**Period of data collection:** From 11/2022 to 05/2025
"""
    )
    assert values(facts, "data.cutoff") == ["2024-06-30"]
    assert values(facts, "data.continuous_training") == [False]
    assert values(facts, "data.collection_period") == ["From 11/2022 to 05/2025"]


@pytest.mark.parametrize(
    ("answer", "cutoff"),
    [
        ("May 2025", "2025-05"),
        ("The knowledge cut-off is 01 / 2025. We may update the model later.", "2025-01"),
        ("The first part was collected by 4 March 2024 and the last on 19 February 2025.", "2025-02-19"),
    ],
)
def test_the_latest_date_is_the_cutoff(answer: str, cutoff: str) -> None:
    label = "**Latest date of data acquisition/collection for model training:**"
    assert values(facts_of(f"{HEAD}{label} {answer}\n"), "data.cutoff") == [cutoff]


def test_sizes_in_their_own_words() -> None:
    facts = facts_of(
        HEAD
        + "**1.3.1.A Text training data size:** 1 billion to 10 trillion tokens\n\n"
        + "**1.3.1.B Text training data content:** Books and code.\n\n"
        + "**1.3.1.C Image training data size:** Not applicable. Images are not part of the training data\n\n"
        + "**1.3.1.I Other training data size:** 607,684 crystal structures\n"
    )
    found = [(fact.field, fact.value, fact.variant) for fact in facts if fact.field.startswith("data.size")]
    assert found == [("data.size_band", "1e9-1e13", "text"), ("data.size", "607,684 crystal structures", "other")]
    assert values(facts, "data.modalities") == [["text", "other"]]


def test_a_size_that_is_a_product_is_multiplied() -> None:
    facts = facts_of(HEAD + "Modality: Text\n\nTraining data size: 1.5 * 2 * 10^12 tokens\n")
    assert values(facts, "data.tokens") == [3_000_000_000_000]


def test_a_footer_gives_the_address_that_the_providers_entry_lacks() -> None:
    pages = []
    for number in range(3):
        asked = list(QUESTIONS.values())[number * 3 : number * 3 + 3]
        rows = [text(72, 700 - 60 * row, f"{words} No", 8) for row, words in enumerate(asked)]
        footer = text(72, 40, "e-mail: office@wren.example")
        top = [text(72, 780, "Provider name and contact details: Wren Labs SAS", 8)] if not number else []
        pages.append([*top, *rows, footer])
    facts = facts_of(pdf(*pages), "public-summary.pdf")
    assert values(facts, "provider.contact") == ["office@wren.example"]
    assert values(facts, "provider.name") == ["Wren Labs SAS"]


def test_a_model_card_is_no_summary() -> None:
    card = (
        "# Wren 7B\n\n## Training data\n\nPublicly available datasets and synthetic data.\n\n**Release date:** 2025\n"
    )
    assert facts_of(card, "README.md") == []


def test_facts_stand_at_their_answer_and_name_their_item() -> None:
    facts = facts_of(f"{HEAD}## 2.3 Crawling\n\n{QUESTIONS['data.crawlers_used']}\n☒ Yes ☐ No\n")
    fact = next(fact for fact in facts if fact.field == "data.crawlers_used")
    assert (fact.location.span.line, fact.location.span.column, fact.location.span.end_column) == (10, 1, 11)
    assert fact.heading == ("Public summary of training content", "2.3 Crawling")
    assert fact.location.anchor == "#Public summary of training content/2.3 Crawling/PS-2.3.a"
    assert fact.text == f"{QUESTIONS['data.crawlers_used']} ☒ Yes ☐ No"


def test_what_a_form_asks_is_not_guessed_from_its_other_text() -> None:
    prose = parse_file("summary.md", f"{HEAD}Crawlers are discussed below.\n".encode(), "markdown")
    assert isinstance(prose, Prose)
    reading = read_forms(Artifact("summary.md", "markdown", "training_content_summary", prose), 0)
    licensed = next(row for row in reading.found if isinstance(row, Fact) and row.field == "data.licensed_used")
    assert is_claimed(licensed, reading.claims)


@pytest.mark.corpus
def test_published_summaries(corpus: Path) -> None:
    questions = yaml.safe_load((corpus / "truth-summaries.yaml").read_text())
    wrong = []
    answers = {
        name: choices(facts_of((corpus / name).read_bytes(), name)) for name in {row["file"] for row in questions}
    }
    for question in questions:
        told = answers[question["file"]].get(question["field"], "absent")
        answer = {True: "yes", False: "no", "placeholder": "absent"}.get(told, told)  # type: ignore[call-overload]
        if answer != question["answer"] and not (question.get("needs_rendering") and answer == "undecidable"):
            wrong.append((question["file"], question["item"], answer))
    assert wrong == []


def test_an_apostrophe_may_be_a_modifier_letter() -> None:
    question = "Information about other AI models, including provider\u02bcs own AI model(s)"
    facts = facts_of(f"{HEAD}**{question}:** Wren-32B, an open-weight model.\n")
    assert values(facts, "data.synthetic_other_models") == ["Wren-32B, an open-weight model."]
