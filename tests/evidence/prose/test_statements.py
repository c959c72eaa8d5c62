"""Licences, contacts and data sets as cards name them."""

from __future__ import annotations

import pytest
from cards import told

LICENCE = "distribution.licence"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("**License:** [Apache 2.0](https://www.apache.org/licenses/LICENSE-2.0)", "Apache-2.0"),
        ("Code and model weights are released under the MIT License.", "MIT"),
        ("The code and associated weights in this release are licensed under the\nApache 2.0 license.", "Apache-2.0"),
        ("**License:** Code is released under MIT, model weights are released under CC-BY-NC 4.0.", "CC-BY-NC-4.0"),
        ("We are releasing both models under [an open license](https://example.org/open).", "open license"),
        ("**License:** A custom license is available on request.", "A custom license is available on request"),
        ("- **Apache 2.0 License**: open to all uses.", "Apache-2.0"),
        ("## License\n\nThis repository is licensed under the MIT License. Weights are subject to the Lark License.",
         "Lark License"),
        ("## License\n\n```\nLicensed under the Apache License, Version 2.0 (the License);\n```", "Apache-2.0"),
        ("[![License](https://img.shields.io/badge/License-MIT-green.svg)](LICENSE)", "MIT"),
    ],
)  # fmt: skip
def test_the_licence_of_the_model_is_read(text: str, licence: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", LICENCE)] == [licence]


@pytest.mark.parametrize(
    "text",
    [
        "The tokenizer is licensed under the MIT License.",
        "Lark is derived from Sparrow, which is originally licensed under the Apache 2.0 license.",
        "See the [license](LICENSE) for details.",
        "Use of this model is subject to the terms outlined in the section below.",
        "[![Code License](https://img.shields.io/badge/Code_License-MIT-green.svg)](LICENSE)",
        "## Data sources\n\n* Nest. License: CC BY-NC 4.0",
        "It runs under Linux and is available with transformers.",
    ],
)
def test_licences_of_other_things_are_not_the_models(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", LICENCE) == []


def test_contacts_are_addresses_or_where_the_link_leads() -> None:
    text = """\
        # Lark

        **Feedback:** Instructions can be found in the [README](https://example.org/README.md).

        Contact us at [lark@aviary.org](mailto:lark@aviary.org).

        ## Model Card Contact

        A. Wren (wren@aviary.org)
        """
    assert told(text, "provider.contact") == [
        ("https://example.org/README.md", 3),
        ("lark@aviary.org", 5),
        ("wren@aviary.org", 9),
    ]


@pytest.mark.parametrize("heading", ["Songs", "Citation"])
def test_a_link_behind_the_words_that_one_may_reach_the_provider_there_is_a_contact(heading: str) -> None:
    text = "Did you use Lark? Reach out on the [GitHub repo](https://github.com/aviary/lark), or shoot us a mail."
    assert told(f"# Lark\n\n## {heading}\n\n{text}\n", "provider.contact") == [("https://github.com/aviary/lark", 5)]
    other = text.replace("Reach out on the", "We reach out to more birds than the")
    assert told(f"# Lark\n\n## {heading}\n\n{other}\n", "provider.contact") == []


def test_addresses_of_examples_and_of_authors_are_no_contacts() -> None:
    text = """\
        # Lark

        E-mail addresses are replaced with placeholders such as "email@example.com"; questions stay.

        ## Citation

        Questions to first.author@university.edu
        """
    assert told(text, "provider.contact") == []


def test_rightsholders_find_their_own_contact() -> None:
    text = "# Lark\n\nIf you find your copyrighted work in the data, contact us at rights@aviary.org\n"
    assert told(text, "copyright.contact") == [("rights@aviary.org", 3)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rightsholders may lodge a complaint at rights@aviary.org", ""),
        ("## Copyright complaints\n\nSend your notice to rights@aviary.org", ""),
        ("## Complaints\n\nPlease write to rights@aviary.org", "copyright_policy"),
        ("## Contact for copyright matters\n\nAviary, Legal, rights@aviary.org", ""),
        ("## Point of contact\n\nElectronic communication: rights@aviary.org", "copyright_policy"),
    ],
)
def test_complaints_about_rights_have_an_address(text: str, kind: str) -> None:
    found = told(f"# Lark\n\n{text}\n", "copyright.contact", kind)
    assert [value for value, _ in found] == ["rights@aviary.org"]


def test_an_address_for_questions_is_none_for_rightsholders() -> None:
    text = "# Lark\n\n## Copyright\n\nWe filter what we collect. Questions? Write to lark@aviary.org\n"
    assert told(text, "copyright.contact") == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("We operate one web crawler, LarkBot.", [True]),
        ("Text comes from our own crawlers.", [True]),
        ("We do not operate any web crawler of our own.", [False]),
        ("No web crawlers of our own were used.", [False]),
        ("We operate no crawler of our own. Should we do so, it will follow robots.txt.", [False]),
        ("Where we use web crawlers, they follow robots.txt.", []),
        ("LarkBot is Aviary's web crawler.", []),
        ("CCBot is Common Crawl's web crawler.", []),
        ("If we operate a crawler, we will say so.", []),
        ("The corpus was collected from public archives and crawlers.", [True]),
        ("The texts were gathered with a custom web crawler.", [True]),
        ("The corpus was collected without crawlers.", []),
        ("Our corpus was built by crawling news.", [True]),
    ],
)
def test_whether_the_provider_crawls(text: str, used: list[bool]) -> None:
    assert [value for value, _ in told(f"# Policy\n\n{text}\n", "data.crawlers_used", "copyright_policy")] == used


@pytest.mark.parametrize(
    ("text", "field", "lines"),
    [
        ("- **Cybersecurity:** it explains logs to analysts.", "safety.evaluation_cyber", []),
        ("- **Cyber:** on capture-the-flag tasks it solves 3 of 40.", "safety.evaluation_cyber", [3]),
        ("We evaluate it on WMDP (bio, chem) and Cybench.", "safety.evaluation_cbrn", [3]),
        ("We evaluate it on WMDP (bio, chem) and Cybench.", "safety.evaluation_cyber", [3]),
        ("### CBRN\n\nThe evaluation shows no uplift.", "safety.evaluation_cbrn", [5]),
        ("It stays below our thresholds for cyber capability and AI self-improvement.", "safety.evaluation_cyber", [3]),
        (
            "It stays below our thresholds for cyber capability and AI self-improvement.",
            "safety.evaluation_loss_of_control",
            [3],
        ),
        ("Lark reached no critical capability level for persuasion.", "safety.evaluation_manipulation", [3]),
        ("Experts assessed Lark for biological and cyber misuse.", "safety.evaluation_cbrn", [3]),
        ("Lark does not reach the CBRN critical capability level.", "safety.evaluation_cbrn", [3]),
        ("On Cybench it solves 3 of 40.", "safety.evaluation_cyber", [3]),
        ("Lark was tested for sabotage and sandbagging.", "safety.evaluation_loss_of_control", [3]),
        ("Lark was stress-tested with adversarial prompts.", "safety.red_teaming", [3]),
        ("We improved its self-improvement loop and evaluated it.", "safety.evaluation_loss_of_control", []),
        ("External safety testers probed Lark for weeks.", "safety.red_teaming", [3]),
        ("We measured how robust Lark is to jailbreaks.", "safety.red_teaming", [3]),
        ("Lark should be robust to jailbreaks where you use it.", "safety.red_teaming", []),
        ("The classifier finds jailbreak prompts with a recall of 0.9.", "safety.red_teaming", []),
        ("### Biological tasks\n\nIt folds proteins.", "safety.evaluation_cbrn", []),
        ("### Chemical properties\n\nIt predicts solubility.", "safety.evaluation_cbrn", []),
    ],
)
def test_evaluations_of_dangerous_capabilities(text: str, field: str, lines: list[int]) -> None:
    assert [line for _, line in told(f"# Lark\n\n{text}\n", field)] == lines


def test_data_sets_are_named_in_sentences_links_and_lists() -> None:
    text = """\
        # Lark

        We train a suite of 8 sizes on the Heap ([paper](https://arxiv.org/abs/1)).

        ## Training data

        It was trained on licensed data: the [Song Collection](https://example.org/s) and [Pond](https://example.org/p).

        - Nest-5B and subsets thereof
        - The Egg dataset (v2; CC BY 4.0), which is open
        - Mathematics: formulas of all sorts
        """
    assert told(text, "data.datasets") == [
        (["Heap"], 3),
        (["Song Collection", "Pond"], 7),
        (["Nest-5B"], 9),
        (["Egg dataset (v2; CC BY 4.0)"], 10),
    ]


def test_hardware_tasks_and_evaluation_sets_are_no_training_data() -> None:
    text = """\
        # Lark

        It was trained on NVIDIA A100 GPUs and trained with the Adam optimizer on the Roost supercomputer.

        It was trained and evaluated on ASR tasks using the Somebody API.

        ## Evaluation datasets

        It was evaluated on [Benchmark One](https://example.org/one).
        """
    assert told(text, "data.datasets") == []
