"""Languages in titles, in tables that list them, and in shares behind their names."""

from __future__ import annotations

import pytest
from cards import told


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("# Robin: a German language model\n\nRobin is small.", ["de"]),
        ("# LVROBIN - Latvian ROBIN\n\nA pretrained model.", ["lv"]),
        ("# ROBIN for Romanian\n\nA pretrained model.", ["ro"]),
        ("# Robin - Danish speech recognition\n\nA pretrained model.", ["da"]),
        ("# ROBIN trained on Sanskrit (Sanrobin)\n\nA pretrained model.", ["sa"]),
        ("# Robin: Large Danish and Swedish language models\n\nThey are pretrained.", ["da", "sv"]),
        ("# Robin\n\n## Languages\n\n| Language | Code |\n|---|---|\n| English | en |\n| Hindi | hi |", ["en", "hi"]),
        (
            "# Robin\n\nIt sings:\n\n| Language | ISO 639-1 |\n|---|---|\n| Sepedi | nso |\n| Tswana | tn |",
            ["nso", "tn"],
        ),
        ("# Robin\n\nThe training data covers English (92%), German (4%) and French (4%).", ["en", "de", "fr"]),
        ("# Robin\n\nThis is a wren fine-tuned to restore punctuation in 47 languages.", ["47 languages"]),
        (
            "# Robin\n\n<details>\n<summary>Languages</summary>\n\n- English (en)\n- Hindi\n\n</details>\n\nNo Dutch.",
            ["en", "hi"],
        ),
        (
            "# Robin\n\n<details><summary>Languages</summary>\n\nEnglish, German, and French.\n\n</details>",
            ["en", "de", "fr"],
        ),
        ("# Robin\n\n## Language list\n\nAfrikaans, Albanian", ["af", "sq"]),
        ("# Robin\n\n## Languages supported by Robin\n\n- Afrikaans\n- Albanian", ["af", "sq"]),
        ("# Robin\n\nThe model is available for Hindi, Bengali & Tamil.", ["hi", "bn", "ta"]),
        ("# Robin\n\nRobin is a multilingual model (en, de, fr).", ["en", "de", "fr"]),
        ("# Robin\n\nRobin understands and generates Dutch.", ["nl"]),
        ("# Robin\n\nRobin translates from Dutch to English.", ["nl", "en"]),
        ("# Robin\n\nThis is a Dutch-English translation model.", ["nl", "en"]),
        ("# Robin\n\n- source languages: nl\n- tgt_langs: en", ["nl", "en"]),
        ("# Robin\n\nAll training samples are in Dutch.", ["nl"]),
        ("# Robin\n\n- **Language(s) (NLP):** Bahasa Indonesia, Meitei", ["id", "mni"]),
    ],
)
def test_languages_are_read_from_titles_and_lists(text: str, languages: list[str]) -> None:
    found = told(f"{text}\n", "data.languages", "model_card")
    assert [code for value, _ in found for code in value] == languages


@pytest.mark.parametrize(
    "text",
    [
        "# Danish NLP for Robin\n\nA pretrained model.",
        "# Robin: Polish your language model\n\nA pretrained model.",
        "# Robin: non-English language model\n\nA pretrained model.",
        "# Robin: a Chinese benchmark for language models\n\nWe test.",
        "# Robin: European language model\n\nA pretrained model.",
        "# Robin\n\n## Tokenizer\n\n| Language | Code |\n|---|---|\n| English | en |\n| Hindi | hi |",
        "# Robin\n\n## Evaluation\n\n| Language | Code |\n|---|---|\n| English | en |\n| Hindi | hi |",
        "# Robin\n\n## Clients\n\n| Language | Status |\n|---|---|\n| Python | done |\n| Java | done |",
        "# Robin\n\n<details><summary>Languages</summary>\n\nWe write English, German, and French.\n\n</details>",
        "# Robin\n\n<details><summary>Authors</summary>\n\n- English\n- German\n\n</details>",
        "# Robin\n\nOther models support English, German and French.",
        "# Robin\n\nThe demo of the model is available in English and French.",
        "# Robin\n\nThe model may not understand Dutch.",
        "# Robin\n\nWe translated the paper from Dutch to English.",
        "# Robin\n\nIts accuracy is spread: English (92%), German (84%) in the evaluation.",
    ],
)
def test_other_words_in_titles_and_tables_are_no_languages_of_the_model(text: str) -> None:
    assert told(f"{text}\n", "data.languages", "model_card") == []
