from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from licence_texts import BSD, COMMUNITY, MIT, RESEARCH

from gpai_lint.artifacts.interface import Artifact
from gpai_lint.artifacts.markdown import parse as parse_markdown
from gpai_lint.artifacts.plain_text import parse
from gpai_lint.evidence.interface import Fact, Licence, Method, State
from gpai_lint.evidence.licences.reader import read

if TYPE_CHECKING:
    from collections.abc import Sequence

APACHE = (Path(__file__).parents[3] / "LICENSE").read_text(encoding="utf-8")


def results(text: str, path: str = "LICENSE") -> Sequence[Licence | Fact]:
    return list(read(Artifact(path, "text", "license_file", parse(path, text.encode())), 3))


def licences(text: str, path: str = "LICENSE") -> list[Licence]:
    return [found for found in results(text, path) if isinstance(found, Licence)]


def clauses(text: str) -> list[tuple[str, int]]:
    return [(clause.kind, clause.location.span.line) for found in licences(text) for clause in found.clauses]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        (MIT, "MIT"),
        (f"# {MIT}", "MIT"),
        (MIT.replace("\n", " "), "MIT"),
        (f"The code in this repository is available under the MIT License.\n\n{MIT}", "MIT"),
        (f"{MIT}\nParts of the project come from https://example.org.\n", "MIT"),
        (BSD, "BSD-3-Clause"),
        (APACHE, "Apache-2.0"),
        ('Licensed under the Apache License, Version 2.0 (the "License").\n', "Apache-2.0"),
        ("SPDX-License-Identifier: CC-BY-4.0\n", "CC-BY-4.0"),
        (COMMUNITY, "LicenseRef-llama-3.1"),
        ("The weights are released under the Llama 3.1 Community License.\n", "LicenseRef-llama-3.1"),
        (RESEARCH, "LicenseRef-example-lab-research-model-1.2"),
    ],
)
def test_a_licence_is_known_by_its_wording(text: str, identifier: str) -> None:
    assert [found.id for found in licences(text)] == [identifier]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        (f"{MIT}\nThe Software may be used for non-commercial purposes only.\n", "LicenseRef-modified-mit"),
        (MIT.replace("without restriction", "for research purposes"), "LicenseRef-modified-mit"),
        (MIT.replace("SAS", "SAS. For non-commercial use only."), "LicenseRef-modified-mit"),
        (f"Subject to the following condition, you may not sell the Software.\n\n{MIT}", "LicenseRef-modified-mit"),
        (f"{BSD}\nThe model must not be used for weapons of any kind.\n", "LicenseRef-modified-bsd-3-clause"),
        (APACHE.replace("royalty-free", "royalty-bearing"), "LicenseRef-modified-apache-2.0"),
        (f"{APACHE}\n\nThe Work shall not be used by companies.\n", "LicenseRef-modified-apache-2.0"),
    ],
)
def test_a_permissive_licence_with_other_terms_is_another_licence(text: str, identifier: str) -> None:
    assert [found.id for found in licences(text)] == [identifier]


def test_two_licences_in_one_file_are_two() -> None:
    assert [(found.id, found.location.span.line) for found in licences(f"{MIT}\n\n{APACHE}")] == [
        ("MIT", 1),
        ("Apache-2.0", 25),
    ]


@pytest.mark.parametrize(
    ("paragraph", "identifiers"),
    [
        (
            "The Lark-3B and Lark-Vae weights are\nlicensed under Creative Commons Attribution 4.0 (CC BY 4.0).",
            ["CC-BY-4.0"],
        ),
        ("The model is released under the terms of the MIT License.", ["MIT"]),
        ("The model is released under the Llama 3.1 Community License.", []),
        ("The code is released under the MIT License.", []),
        ("This license stands alone.\n\nThe model is released under the MIT License.", []),
    ],
)
def test_a_licence_of_its_own_may_put_the_weights_under_a_standard_one(paragraph: str, identifiers: list[str]) -> None:
    text = RESEARCH.replace("By downloading", f"{paragraph}\n\nBy downloading", 1)
    assert [found.id for found in licences(text)] == ["LicenseRef-example-lab-research-model-1.2", *identifiers]
    stated = [found for found in results(text) if isinstance(found, Fact) and found.field == "distribution.licence"]
    assert [fact.method for fact in stated] == [Method.DECLARED] * len(stated)


def test_the_clauses_of_a_model_licence_have_their_places() -> None:
    assert clauses(COMMUNITY) == [
        ("attribution", 8),
        ("field_of_use", 11),
        ("user_scale", 13),
        ("separate_commercial", 13),
        ("geographic_exclusion", 17),
        ("field_of_use", 22),
        ("field_of_use", 25),
    ]
    assert clauses(RESEARCH) == [
        ("non_commercial", 5),
        ("research_only", 5),
        ("no_distribution", 6),
        ("separate_commercial", 9),
    ]


def test_a_clause_is_a_whole_sentence_as_written() -> None:
    (found,) = licences(COMMUNITY)
    clause = next(clause for clause in found.clauses if clause.kind == "user_scale")

    assert clause.text.startswith("If, on the release date, the monthly active users")
    assert clause.text.endswith("in its sole discretion.")
    assert (clause.location.span.line, clause.location.span.column, clause.location.span.end_line) == (13, 33, 15)


def test_a_clause_begins_below_the_lines_that_are_titles() -> None:
    text = (
        "LARK COMMUNITY LICENSE AGREEMENT\nLark Release Date: May 3, 2025\n"
        "THIS AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION AND IS LIMITED TO THE TERRITORY.\n"
        "Nest Labs, Inc. (we) grants you a licence to use the Model and its weights, and to make derivatives of them,\n"
        "solely for your non-commercial purposes.\nAppendix: Prohibited Uses\n"
        "You agree not to use the Model or its outputs for any military purpose, nor to allow anybody else to do so.\n"
    )
    assert clauses(text * 2)[:3] == [("geographic_exclusion", 3), ("non_commercial", 4), ("field_of_use", 6)]


def test_a_changed_text_goes_by_its_own_name() -> None:
    changed = MIT.replace("MIT License", "NON-COMMERCIAL LICENSE").replace(
        "without restriction", "for research purposes"
    )
    assert [(found.id, found.name) for found in licences(changed)] == [
        ("LicenseRef-modified-mit", "NON-COMMERCIAL LICENSE")
    ]


def test_a_definition_among_the_first_lines_is_no_title() -> None:
    definition = "“许可方”是指分发其软件的 云雀模型团队。"
    grant = (
        "根据本许可的条款和条件，许可方特此授予您版权许可。\n\nThe licensor grants you a license to use the software.\n"
    )
    for title in ("The Lark2-6B License", "Lark 模型许可协议"):
        (licence,) = licences(f"{title}\n\n1. 定义\n\n{definition}\n\n{grant * 12}")
        assert (licence.name, licence.location.span.line) == (title, 1)
    (licence,) = licences(f"The CodeGeeX License\n\n1. 定义\n\n{definition}\n\n{grant * 12}")
    assert (licence.id, licence.location.span.line) == ("LicenseRef-codegeex", 1)


def test_standard_licences_are_not_searched_for_what_they_do_not_say() -> None:
    assert clauses(APACHE) == []
    assert clauses(f"{MIT}\nThe Software may be used for non-commercial purposes only.\n") == [("non_commercial", 23)]


@pytest.mark.parametrize(
    ("path", "text", "subject"),
    [
        ("LICENSE", MIT, "unknown"),
        ("LICENSE-CODE", MIT, "code"),
        ("MODEL_LICENSE", MIT, "model"),
        ("LICENSE_weights", MIT, "model"),
        ("DATA_LICENSE", MIT, "data"),
        ("model_licenses/LICENSE-small", APACHE, "model"),
        ("data/LICENSE", MIT, "data"),
        ("LICENSE", COMMUNITY, "model"),
        ("LICENSE", RESEARCH, "model"),
        ("LICENSE", f"The model weights are released under the MIT License.\n\n{MIT}", "model"),
        ("LICENSE", f"The source code is licensed under the MIT License.\n\n{MIT}", "code"),
    ],
)
def test_what_a_licence_covers(path: str, text: str, subject: str) -> None:
    assert [found.subject for found in licences(text, path)] == [subject]


def test_facts_name_the_licence_at_its_title() -> None:
    facts = [found for found in results(APACHE) if isinstance(found, Fact)]

    assert [(fact.field, fact.value, fact.text, fact.method, fact.variant, fact.document) for fact in facts] == [
        ("distribution.licence", "Apache-2.0", "Apache License", Method.MEASURED, "", 3)
    ]
    assert str(facts[0].location) == "LICENSE:2:34"
    assert [fact.variant for fact in results(MIT, "DATA_LICENSE") if isinstance(fact, Fact)] == ["data"]


def test_facts_tell_where_a_licence_holds_and_what_use_it_forbids() -> None:
    facts = {found.field: found for found in results(COMMUNITY) if isinstance(found, Fact)}

    assert str(facts["distribution.geography"].location) == "LICENSE:17:4"
    assert facts["use.acceptable_use_policy"].value == "Prohibited Uses"
    assert facts["use.acceptable_use_policy"].location.span.line == 23


def test_an_annex_in_chinese_restricts_the_use() -> None:
    text = "# 百灵模型许可协议\n\n许可方授权您使用本模型及其权重。\n\n附件 A ：使用限制\n\n您不得将模型用于军事用途。\n"
    facts = {found.field: found for found in results(text, "MODEL_LICENSE") if isinstance(found, Fact)}

    assert facts["use.acceptable_use_policy"].value == "使用限制"
    assert facts["use.acceptable_use_policy"].location.span.line == 5


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Please refer to the license at https://example.org/lark/license.\n", "https://example.org/lark/license"),
        (
            "# License\n\nUse is governed by the [Nest Use Policy](https://example.org/use).\n",
            "https://example.org/use",
        ),
        ("Terms: <https://example.org/terms>", "https://example.org/terms"),
        ("See https://example.org/lark for pictures of birds.", None),
        ("The license of Lark: https://example.org/a and of Wren: https://example.org/b", None),
    ],
)
def test_a_few_words_may_send_the_reader_to_the_licence(text: str, address: str | None) -> None:
    found = [(row.value, row.state) for row in results(text) if isinstance(row, Fact)]
    assert found == ([(address, State.ELSEWHERE)] * 2 if address else [])


def test_a_file_that_only_points_elsewhere_is_said_to() -> None:
    facts = results("https://example.org/models/README.md#licences\n")

    assert [(fact.field, fact.state) for fact in facts if isinstance(fact, Fact)] == [
        ("distribution.licence", State.ELSEWHERE),
        ("distribution.licence_url", State.ELSEWHERE),
    ]


def test_an_unknown_licence_is_unknown_and_its_clauses_are_found() -> None:
    text = "\n".join(RESEARCH.splitlines()[3:])

    assert [(found.id, found.clauses[0].kind) for found in licences(text)] == [("LicenseRef-unknown", "non_commercial")]


def test_a_licence_without_a_title_is_known_by_the_notice_it_asks_for() -> None:
    notice = 'Keep this notice: "The model is licensed under the DeepFloyd IF License Agreement." '
    text = "By using the model you agree to the following. " + notice + "The model comes as it is. " * 25

    assert [found.id for found in licences(text)] == ["LicenseRef-deepfloyd-if"]


def test_a_model_licence_that_says_it_was_modified_is_another_one() -> None:
    text = "OPEN RAIL-M LICENSE (MODIFIED)\n\nYou agree to use the model as this text says.\n" + "Model. " * 120

    assert [found.id for found in licences(text)] == ["LicenseRef-modified-openrail-m"]


def test_clauses_are_found_in_chinese_texts() -> None:
    text = (
        "# 模型许可协议\n\n- 根据本许可的条款, 特此授予您版权许可。\n您不得出于任何军事或非法目的使用。"
        "月活跃用户超过3亿的, 您必须申请许可。\n"
    )

    assert [(found.id, [clause.kind for clause in found.clauses]) for found in licences(text)] == [
        ("LicenseRef-unknown", ["field_of_use", "user_scale", "separate_commercial"])
    ]


def test_a_heading_about_licences_and_a_row_of_a_table_name_none() -> None:
    text = (
        "# License Information\n\nThe licenses that you agree to stand below.\n\n| License | Component |\n|---|---|\n"
        "| [Wren Open License Agreement](https://example.org/open) | Code (excluding model weights) |\n"
        "| [Wren Open License Agreement](https://example.org/open) | Lark Small (incl. weights) |\n"
        "| Apache 2.0 | Lark Base weights |\n| MIT | markup library |\n"
        "| Wren Terms of Use | API access to all models |\n| See below | Lark Large weights |\n\n" + "More words. " * 90
    )
    artifact = Artifact("LICENSE.md", "text", "license_file", parse_markdown("LICENSE.md", text.encode()))
    found = [row for row in read(artifact, 0) if isinstance(row, Fact)]
    assert found == []


def test_the_heading_of_a_section_is_no_name() -> None:
    text = (
        "1. Definitions\n\n“Licensor” means the team that distributes the weights.\n\n2. License Grant\n\nSubject to"
        " these terms, the Licensor hereby grants to you a license to use the weights for research.\n"
    )
    assert [(row.id, row.name) for row in results(text, "LICENSE_MODEL") if isinstance(row, Licence)] == [
        ("LicenseRef-unknown", "")
    ]
    assert not [row for row in results(text, "LICENSE_MODEL") if isinstance(row, Fact)]


@pytest.mark.parametrize("text", ["", "\n\n", "no licence here\n", "lorem ipsum dolor sit amet " * 100])
def test_what_is_no_licence_gives_nothing(text: str) -> None:
    assert results(text) == []


def test_notices_are_no_licences() -> None:
    assert results(f"This product contains parts under the following licence.\n\n{MIT}", "NOTICE") == []


def test_terms_of_use_are_a_licence_where_they_are_known_as_one() -> None:
    path = "TERMS_OF_USE.md"
    for text, ids in ((COMMUNITY, ["LicenseRef-llama-3.1"]), (f"Terms of Use of Example\n\n{RESEARCH}", [])):
        terms = Artifact(path, "text", "terms_of_service", parse(path, text.encode()))
        assert [found.id for found in read(terms, 0) if isinstance(found, Licence)] == ids


def test_a_long_text_takes_no_long_time() -> None:
    assert licences("may not use the model for " * 100_000) == []


def test_an_unknown_licence_is_called_as_its_title_says_and_tells_where_it_does_not_apply() -> None:
    text = (
        "LARK COMMUNITY LICENSE AGREEMENT\n\nYou are granted a worldwide license to use the model weights.\n\n"
        "THIS LICENSE AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION.\n"
    )
    facts = [found for found in results(text, "LICENSE.txt") if isinstance(found, Fact)]
    assert [(fact.field, fact.method, fact.location.span.line) for fact in facts] == [
        ("distribution.licence", Method.MEASURED, 1),
        ("distribution.geography", Method.DECLARED, 5),
    ]
    assert facts[0].value == "LARK COMMUNITY LICENSE AGREEMENT"


@pytest.mark.parametrize(
    ("head", "title", "line"),
    [
        ("Copyright 2024 Lark Inc. All rights reserved.\n\nLark Model License", "Lark Model License", 3),
        ("# Lark License v1", "Lark License v1", 1),
        ("**LARK COMMUNITY LICENSE AGREEMENT**", "LARK COMMUNITY LICENSE AGREEMENT", 1),
        ("Lark 模型许可协议", "Lark 模型许可协议", 1),
        ("By using Lark you agree to the license below.", "", 1),
        ("The following definitions apply to this Agreement:", "", 1),
        ("I have read and agree to the terms of the license agreement", "", 1),
    ],
)
def test_the_title_of_an_unknown_licence_stands_among_its_first_lines(head: str, title: str, line: int) -> None:
    text = f"{head}\n\nThe licensor grants you a worldwide license to use the model and its weights.\n"
    (licence,) = licences(text)
    assert (licence.name, licence.location.span.line) == (title, line)
    assert [fact.value for fact in results(text) if isinstance(fact, Fact)] == ([title] if title else [])


@pytest.mark.parametrize(
    ("term", "address"),
    [
        ("“AUP” means the Nest Acceptable Use Policy available at https://nest.org/use-policy, as updated.", True),
        ("You adhere to the Acceptable Use Policy for the Materials (available at https://nest.org/use).", True),
        ("The paper on acceptable use is available at https://nest.org/paper.", False),
    ],
)
def test_the_use_policy_that_a_licence_binds_to_stands_at_its_address(term: str, address: bool) -> None:
    text = f"LARK LICENSE AGREEMENT\n\nYou are granted a license to use the model weights.\n\n{term}\n"
    found = [
        fact.value for fact in results(text) if isinstance(fact, Fact) and fact.field == "use.acceptable_use_policy"
    ]
    assert found == ([term.partition("at ")[2].rstrip(".)").split(",")[0]] if address else [])
