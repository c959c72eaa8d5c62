"""Answers to yes/no questions, in every way boxes are ticked, and what is no answer."""

from __future__ import annotations

import pytest

from gpai_lint.evidence.forms.answers import read_choice
from gpai_lint.evidence.forms.modalities import band_of, ticked_modalities
from gpai_lint.evidence.interface import State


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("☒ Yes ☐ No", True),
        ("☐ Yes ☒ No", False),
        (" X Yes ☐ No", True),
        ("☐ Yes X No", False),
        ("\n☑ Yes\n☐ No", True),
        ("✓ Yes  \uf0a8 No", True),
        ("\uf0a8 Yes \uf0fe No", False),
        ("[x] Yes [ ] No", True),
        ("[ ] Yes [X] No", False),
        ("Yes ☐ No ☒", False),
        ("Yes ☒ No ☐", True),
        ("✓ Yes   No", True),
        ("☒ Yes ☐ No\nIf so, of what kind: ☒ Text ☒ Image ☐ Audio", True),
        ("✗ Yes ✓ No", False),
        ("● Yes ○ No", True),
        ("☐ No", False),
        ("☑ Yes", True),
        ("☐ ☒ Yes ☐ No", True),
        ("Yes", True),
        (" No.", False),
        ("A: No\nAll images are licensed.", False),
        ("Answer: Yes, three of them.", True),
        ("**No**", False),
        ("☐ Sì ☒ No", False),
        ("☒ Oui ☐ Non", True),
        ("☐ Ja ☒ Nein", False),
        ("None.", False),
        ("We did not use any crawlers.", False),
        ("No crawlers were used.", False),
        ("The provider is not a signatory.", False),
        ("We have used three public datasets.", True),
        ("Crawlers were used by our partner.", True),
        ("Response: No – not for this model.", False),
        ("→ Yes", True),
        ("___ Yes _X_ No", False),
        ("Yes ✓   No", True),
        ("Yes   ✓ No", False),
        ("\nYes X\nNo", True),
        ("✅ Yes ❌ No", True),
        ("❌ No", False),
        ("✓", True),
        ("✗", False),
        ("We did not.", False),
        ("No crawlers.", False),
        ("Neither we nor our partners operated crawlers.", False),
        ("There were no other sources.", False),
        ("No se utilizaron rastreadores.", False),
    ],
)
def test_an_answer_is_read_however_it_is_given(text: str, value: bool) -> None:
    choice = read_choice(text)
    assert choice is not None
    assert (choice.value, choice.state) == (value, State.STATED)


@pytest.mark.parametrize("text", ["☐ Yes ☐ No ☒ Other (see below)", "☐ Yes ☐ No ☒ Partially", "☐ Yes ☐ No X Other"])
def test_a_third_option_is_an_answer_of_its_own(text: str) -> None:
    choice = read_choice(text)
    assert choice is not None
    assert (choice.value, choice.state) == ("other", State.STATED)


@pytest.mark.parametrize(
    "text",
    [
        "Yes No",
        "Yes / No",
        "Yes\nNo\n",
        "☒ Yes ☒ No",
        "☐ Yes No",
        "☐ Yes",
        "Our partners and their teams, in many countries.",
        "Yes ✓ No",
        "Yes X No",
        "Yes X\nNo",
        "Yes and no.",
        "❌ Yes",
        "No third-party crawlers were used; our own crawler collected pages.",
        "None of our crawlers bypass paywalls.",
        "We used prompts of adults but data of minors was not used.",
        "We may use such data in future versions.",
        "No crawlers were used except those of our partner.",
        "Si oui, précisez les modalités",
        "Da wir keine Daten haben",
    ],
)
def test_options_without_a_clear_mark_are_never_guessed(text: str) -> None:
    choice = read_choice(text)
    assert choice is not None
    assert (choice.value, choice.state) == (None, State.UNDECIDABLE)


def test_an_answer_in_prose_has_to_speak_of_what_is_asked() -> None:
    about = (("crawler",), ("used", "operat"))
    for text, value in (("Common Crawl dumps were collected.", None), ("Two crawlers were operated.", True)):
        choice = read_choice(text, about=about)
        assert choice is not None
        assert choice.value is value


def test_a_drawn_box_alone_decides_nothing_as_another_may_be_ticked_unseen() -> None:
    printed, drawn = read_choice("☐ No", drawn=True), read_choice("▢ No", drawn=True)
    assert printed is not None
    assert drawn is not None
    assert (printed.value, drawn.state) == (False, State.UNDECIDABLE)


def test_empty_boxes_are_left_open_in_a_text_and_undecided_where_ticks_may_be_drawn() -> None:
    in_text, in_pdf = read_choice("☐ Yes ☐ No"), read_choice("☐ Yes ☐ No", drawn=True)
    assert in_text is not None
    assert in_pdf is not None
    assert (in_text.state, in_pdf.state) == (State.PLACEHOLDER, State.UNDECIDABLE)


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "Not applicable",
        "This information cannot be provided, because the data is lost.",
        "Example AI follows all laws that apply.",
        "This is confidential.",
        "No comment.",
        "Non applicable",
        "No aplica",
    ],
)
def test_an_evasion_is_no_answer(text: str) -> None:
    choice = read_choice(text)
    assert choice is not None
    assert (choice.value, choice.state) == (None, State.PLACEHOLDER)


@pytest.mark.parametrize("text", ["", "  \n ", ":"])
def test_nothing_is_no_answer(text: str) -> None:
    assert read_choice(text) is None


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("☒ Text ☐ Image ☐ Video ☒ Audio\n☐ Other If so, please specify…", ["text", "audio"]),
        ("X Text ☐ Image ☐ Video ☐ Audio", ["text"]),
        ("Text, image, video, and audio", ["text", "image", "video", "audio"]),
        ("Image", ["image"]),
        ("☒ Testo ☐ Immagini ☐ Audio ☐ Video", ["text"]),
        ("Text ☒ Image ☐", ["text"]),
    ],
)
def test_ticked_modalities(text: str, chosen: list[str]) -> None:
    found = ticked_modalities(text)
    assert found is not None
    assert found[:2] == (chosen, State.STATED)


def test_modalities_without_any_mark_are_the_form_itself() -> None:
    found = ticked_modalities("Text Image Video Audio\nOther:")
    assert found is not None
    assert found[:2] == ([], State.UNDECIDABLE)


@pytest.mark.parametrize(
    ("modality", "words", "band"),
    [
        ("text", "Less than 1 billion tokens", "<1e9"),
        ("text", "1billion to 10 trillions tokens", "1e9-1e13"),
        ("text", "More than 10 trillion tokens", ">1e13"),
        ("image", "1 Million to 1 billion images", "1e6-1e9"),
        ("audio", "10 000 to 1 million hours", "1e4-1e6"),
        ("video", "More than 1 million hours", ">1e6"),
    ],
)
def test_the_bands_of_the_template(modality: str, words: str, band: str) -> None:
    found = band_of(modality, words)
    assert found is not None
    assert found[0] == band


@pytest.mark.parametrize("words", ["Up to 19 billion tokens", "More than 2 trillion tokens", "15 trillion tokens"])
def test_another_size_is_no_band(words: str) -> None:
    assert band_of("text", words) is None
