from __future__ import annotations

import pytest

from gpai_lint.evidence.licences.names import mentions, name_of, normalise


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("apache-2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("the Apache license", "Apache-2.0"),
        ("`MIT`", "MIT"),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("Modified MIT", "LicenseRef-modified-mit"),
        ('BSD 3-Clause "New" or "Revised" License', "BSD-3-Clause"),
        ("CC BY-NC 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Attribution Non Commercial No Derivatives 3.0", "CC-BY-NC-ND-3.0"),
        ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
        ("CC-BY", "CC-BY-4.0"),
        ("Mozilla 2.0 License", "MPL-2.0"),
        ("gpl-3.0", "GPL-3.0"),
        ("GPLv3+", "GPL-3.0-or-later"),
        ("GNU Affero General Public License v3.0 only", "AGPL-3.0-only"),
        ("GNU Lesser General Public License 2.1 or any later version", "LGPL-2.1-or-later"),
        ("GNU Lesser GPL v3", "LGPL-3.0"),
        ("GNU License version 3", "GPL-3.0"),
        ("GNU v2 or any later version", "GPL-2.0-or-later"),
        ("Apache-2.0-Lizenz", "Apache-2.0"),
        ("根据MIT许可证", "MIT"),
        ("odc-by", "ODC-By-1.0"),
        ("llama3.1", "LicenseRef-llama-3.1"),
        ("META LLAMA 3 COMMUNITY LICENSE AGREEMENT", "LicenseRef-llama-3"),
        ("gemma", "LicenseRef-gemma"),
        ("Gemma-Terms License", "LicenseRef-gemma"),
        ("bigscience-bloom-rail-1.0", "LicenseRef-bigscience-bloom-rail-1.0"),
        ("CreativeML Open RAIL++-M", "LicenseRef-openrail++"),
        ("LicenseRef-house-rules", "LicenseRef-house-rules"),
        ("SPDX-License-Identifier: EUPL-1.2", "EUPL-1.2"),
        ("code and weights are released under the MIT License", "MIT"),
        ("a modified version of the Apache License 2.0", "LicenseRef-modified-apache-2.0"),
        ("META-LLAMA-3 license", "LicenseRef-llama-3"),
        ("LICENSE-GEMMA", "LicenseRef-gemma"),
        ("https://opensource.org/license/mit", "MIT"),
        ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/legalcode.en", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://www.gnu.org/licenses/gpl-3.0.en.html", "GPL-3.0"),
        ("https://opendatacommons.org/licenses/by/1-0/", "ODC-By-1.0"),
        ("https://ai.google.dev/gemma/terms", "LicenseRef-gemma"),
        ("![](https://img.shields.io/badge/License-CC%20BY--NC%204.0-lightgrey.svg)", "CC-BY-NC-4.0"),
        ("https://img.shields.io/badge/Code_License-Apache_2.0-green", "Apache-2.0"),
    ],
)
def test_a_licence_has_one_id_however_it_is_named(text: str, identifier: str) -> None:
    assert normalise(text) == identifier


@pytest.mark.parametrize(
    "text",
    [
        "",
        "other",
        "unknown",
        "Proprietary",
        "License: not specified",
        "licensed under K-EXAONE terms",
        "an Apache 2.0-based license",
        "BSD",
        "https://example.org/org/model/blob/main/LICENSE#llama",
        "Researchers at MIT gathered the images by hand",
        "fine-tuned from Llama 3.1 and Gemma",
        "Gemma-Lark License 2.0",
        "Code is released under MIT, the weights under CC-BY-NC 4.0",
    ],
)
def test_what_names_no_licence_or_several_has_no_id(text: str) -> None:
    assert normalise(text) is None


def test_mentions_have_their_places() -> None:
    text = "Code is released under MIT, the weights under CC BY-NC 4.0."

    assert [(mention.id, text[mention.start : mention.end]) for mention in mentions(text)] == [
        ("MIT", "MIT"),
        ("CC-BY-NC-4.0", "CC BY-NC 4.0"),
    ]


def test_licences_have_names_for_people() -> None:
    assert name_of("LicenseRef-llama-3.1") == "Llama 3.1 Community License Agreement"
    assert name_of("0BSD") == "0BSD"
