"""Under which licence a model stands, in words, tables and badges, and which licences are those of other things."""

from __future__ import annotations

import pytest
from cards import facts, told, variants

from gpai_lint.evidence.interface import State

LICENCE = "distribution.licence"


def named(text: str) -> list[object]:
    return [value for value, _ in told(f"# Lark\n\nLark is a language model.\n\n{text}\n", LICENCE)]


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("## License\n\nThe code is licensed by [MIT](LICENSE), the data are licensed by [CC BY 4.0](DATA), the weights"
         " are licensed by [GNU AGPL 3.0](MODEL).", ["AGPL-3.0"]),
        ("## License\n\nThe code is MIT and the weights are CC BY-NC 4.0.", ["CC-BY-NC-4.0"]),
        ("## License\n\nThe code is under the MIT license and the weights are under CC BY-NC 4.0.", ["CC-BY-NC-4.0"]),
        ("**License:** Lark uses MIT for the code and CC BY 4.0 for model weights.", ["CC-BY-4.0"]),
        ("**License:** CC BY-SA 4.0 (weights), MIT (code)", ["CC-BY-SA-4.0"]),
        ("## License\n\nThe source code of Lark is licensed under the MIT license.\n\nLark's weights are distributed"
         " under the OpenRAIL-M license.", ["LicenseRef-openrail-m"]),
        ("## Download\n\nYou are free to use and share the Lark models under the Lark Model License Agreement.\n\n"
         "## License\n\nThis project is licensed under the MIT License.", ["Lark Model License Agreement"]),
        ("All weights are released under Apache 2.0.\n\n## License\n\nThis project is licensed under the Apache License"
         " 2.0.", ["Apache-2.0", "Apache-2.0"]),
        ("The license for the model remains CC BY-NC 4.0.", ["CC-BY-NC-4.0"]),
        ("## News\n\n- 2 May. First songs. Base models are released under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n"
         "- 3 May. Delta weights over the Finch model are released under CC BY-NC 4.0.\n- Lark is now licensed under"
         " the MIT License!", ["CC-BY-4.0", "CC-BY-NC-4.0", "MIT"]),
        ("## News\n\n- The code is released under the MIT License.\n- Finch is now licensed under Apache 2.0.\n"
         "- Our data set is available under CC BY 4.0.\n- Lark was released under Apache 2.0.\n"
         "- The models will be released under MIT.", []),
        ("## Why Lark\n\n- It is made available under a permissive Apache 2.0 license.", ["Apache-2.0"]),
        ("## License\n\n- The code is under the MIT license.\n- The checkpoints are for non-commercial use (see the"
         " CC BY-NC 4.0 license).\n- Notice: Sparrow is licensed under the Apache License 2.0.", ["CC-BY-NC-4.0"]),
        ("## License\n\nSparrow is licensed under the Llama 2 Community License.", ["LicenseRef-llama-2"]),
        ("Our weights are subject to Sparrow's [license](https://example.org/LICENSE).", ["Sparrow's license"]),
        ("The weights inherit the MIT license from Sparrow.", ["MIT"]),
        ("The model weights follow the source model's MIT license.", ["MIT"]),
        ("The checkpoints carry the Apache 2.0 license.", ["Apache-2.0"]),
        ("The weights of other models follow their MIT license.", []),
        ("Our models follow instructions; see the license of the example.", []),
        ("The weights and the code are Apache-2.0 licensed.", ["Apache-2.0"]),
        ("## Lark at a glance\n\n- Released under the **Apache License 2.0**", ["Apache-2.0"]),
        ("## License\n\nThis project utilizes certain checkpoints that are subject to their respective licenses. The"
         " content of this project itself is licensed under the [Apache license 2.0](LICENSE).", ["Apache-2.0"]),
        ("## Licenses\n\n- Model License of Sparrow: [MIT](https://choosealicense.com/licenses/mit/)", []),
        ("## License\n\nThis project is licensed under the [Lark License](LICENSE).\n\nPortions derived from"
         " open-source projects are licensed under MIT.", ["Lark License"]),
        ("## License\n\nMost of the project is MIT-licensed, however portions of it are under other"
         " terms:\n\n- Wren is licensed under BSD 3-Clause.\n\nThe models are under CC BY 4.0.", ["CC-BY-4.0"]),
        ("## License\n\n- **Code**: MIT\n- **Models**: CC BY-NC 4.0", ["CC-BY-NC-4.0"]),
        ("## License & Commercial Use\n\n- **Code**: MIT\n- **Models**: CC0 v1.0 Universal", ["CC0-1.0"]),
        ("## License\n\nThis website is licensed under Apache 2.0.", []),
        ("## License\n\nThis cookbook is served under the Apache 2.0 License.", []),
        ("## License\n\n[CC BY-NC 4.0](https://creativecommons.org/licenses/by-nc/4.0/). See [LICENSE](LICENSE)."
         " Released weights are free for academic use, and nobody may sell them or what was made of them.",
         ["CC-BY-NC-4.0"]),
        ("Use of the model is governed by the Lark Terms of Use.", ["Lark Terms of Use"]),
        ("Lark models sing. Built for nests, they are made with care and offered under the MIT license.", ["MIT"]),
        ("**License:** Lark is accessible under a Nest License that allows research, and under a custom Commercial"
         " License for the rest.", ["Nest License"]),
        ("No restrict on commercial use, but should comply with the Wren 1.5 license.", ["Wren 1.5 license"]),
        ("Licensed under MIT, Lark outsings closed-source systems.", ["MIT"]),
        ("Commercial use of the songs is allowed under the Wren Community License.", []),
        ("We release a smaller Lark model on a permissive license (Apache 2.0) and its code.", ["Apache-2.0"]),
        ("## License\n\nThe use of the source code in this repository complies with the [Apache 2.0](LICENSE) License."
         " For community use of the Lark model, see [Community License for Lark Model](terms.pdf).",
         ["Community License for Lark Model"]),
        ("Repository code is licensed under the [MIT License](LICENSE). The speech model itself is licensed as"
         " [RAIL-M](MODEL_LICENSE).", ["RAIL-M"]),
        ("**FREE for commercial use under [Llama 2 Community License](https://example.org)**", ["LicenseRef-llama-2"]),
        ("The model is open source for academic use with [this license](https://creativecommons.org/licenses/by-nc/4.0/).",
         ["CC-BY-NC-4.0"]),
        ("## License\n\nWe support commercial use under a permissive [License](https://example.org/main/LICENSE).",
         ["permissive License"]),
        ("## License\n\nThe weights are released under a custom license as found on the"
         " [license page](https://example.org/lark-license/).", ["lark license"]),
        ("The weights are available under a new license structure, under a commercially friendly license.", []),
        ("The model is released under the same open license as the Gemma models.", ["LicenseRef-gemma"]),
        ("The weights are released under the same license as the base model.", []),
        ("All artifacts are released under a permissive Apache 2.0 licence.", ["Apache-2.0"]),
        ("## License\n\nLark is licenced under the [Nest License 2.0](https://example.org), the Apache 2.0-based"
         " software license.", ["Nest License 2.0"]),
        ("We are releasing our model under a modified version of the Apache 2.0 license.",
         ["LicenseRef-modified-apache-2.0"]),
        ("The model is licensed under [K-EXAONE AI Model License Agreement](LICENSE).",
         ["K-EXAONE AI Model License Agreement"]),
        ("The model is licensed under the Lark AI Model License Agreement 1.0 - NC",
         ["Lark AI Model License Agreement 1.0 - NC"]),
        ("Use of the code and the model is subject to the MIT License and the Lark Model License Agreement.",
         ["Lark Model License Agreement"]),
        ("The model weights (excluding the vision encoder) are released under the CC BY 4.0 license; the vision encoder"
         " is licensed under Apache 2.0.", ["CC-BY-4.0"]),
        ("### License and where to send questions about the model\n\nThe license for Lark is the MIT license.",
         ["MIT"]),
        ("Lark was tuned on a corpus released under the CC BY-SA 4.0 license.", []),
        ("Lark is tuned on a corpus written by Nest employees and released under a permissive license (CC BY-SA 4.0)",
         []),
        ("The model was created by Nest Labs and released under the MIT license.", ["MIT"]),
        ("The model was trained on the Egg dataset, released under the CC BY 3.0 license.", []),
        ("Lark was trained on audio licensed under MIT.", []),
        ("- Open weights\n- Apache License 2.0 for **both research and commercial use**.", ["Apache-2.0"]),
        ("- MIT: for research use\n- Apache 2.0 for the code", ["MIT"]),
        ("## Citation\n\nLark is under the Apache License 2.0, and we like its use.", ["Apache-2.0"]),
        ("## Acknowledgements\n\nWe build on Wren, which is released under the Apache License 2.0.", []),
        ("## Acknowledgements\n\nThe code that tunes Lark comes from Wren and is under the MIT License.", []),
        ("**License metadata:** `mit`", ["MIT"]),
        ("**License:** N/A (the model is not available to the public)", []),
        ("**License:** see [License section](#license)", []),
        ("**License:** please refer to the notes below", []),
        ("**License:** Please see the LICENSE file", []),
        ("## License\n\nLark is WREN NC licensed as of now", ["WREN NC"]),
        ("## License\n\nApache 2.0 • No data sold • For all", ["Apache-2.0"]),
        ("### License/Terms of Use\n\n-If you are releasing under an open source license (such as Apache 2.0),"
         " ask us.", []),
        ("**License:** See LICENSE.md in this repository for details.", []),
        ("Lark is fully open source under the MIT license.", ["MIT"]),
        ("- Open to all: Apache 2.0 license provides free access to weights and songs.", ["Apache-2.0"]),
        ("The permissive MIT license lets you sell what the model sings.", ["MIT"]),
        ("The CC BY-NC 4.0 license prohibits commercial use of our checkpoints.", ["CC-BY-NC-4.0"]),
        ("The weights come under the CC-BY-NC-4.0 license, which keeps them for research.", ["CC-BY-NC-4.0"]),
        ("Weights and code are licensed for researchers and companies. The Nest Open Source License can be found at"
         " [LICENSE](https://example.org/LICENSE).", ["Nest Open Source License"]),
        ("The full text of the Lark Community License is available at https://example.org/terms.",
         ["Lark Community License"]),
        ("Wren's Apache 2.0 license allows commercial use of the model.", []),
        ("We chose Wren because its Apache 2.0 license allows us to publish our model.", []),
        ("The MIT license of the library permits use with any model.", []),
        ("The trainer's code base's MIT License lets you train any model.", []),
        ("Lark sings. The Wren Community License can be found [here](https://example.org).", []),
        ("The model license can be found at [LICENSE](LICENSE).", []),
        ("Models that come under the AI Act need a license.", []),
        ("We are open-sourcing Lark under the Apache 2.0 license.", ["Apache-2.0"]),
        ("This Apache 2.0 licensed 7B model sings.", ["Apache-2.0"]),
        ("We release Lark with open weights (Apache 2.0).", ["Apache-2.0"]),
        ("The songs were annotated with an Apache 2.0 licensed model.", []),
        ("The open-source code of our trainer is under the MIT license.", []),
        ("Unlike Wren, which is Apache 2.0 licensed, many models are closed.", []),
        ("We plan to release Lark under the Apache 2.0 license.", []),
        ("## License\n\nThis wrapper is released under MIT. The model weights are under the Apache License 2.0.",
         ["Apache-2.0"]),
        ("## License\n\nThe majority of Lark is licensed under CC-BY-NC 4.0, however portions of the project are"
         " available under separate license terms: Egg is licensed under the MIT license.", ["CC-BY-NC-4.0"]),
        ("## License\n\nCode: MIT License. Model weights: Apache 2.0.", ["Apache-2.0"]),
        ("## License\n\nThe data is CC BY 4.0, the weights are Apache 2.0.", ["Apache-2.0"]),
        ("## License\n\nThe model is Apache 2.0; the paper is CC BY 4.0.", ["Apache-2.0"]),
        ("## License\n\nModels and data are released under Apache 2.0.", ["Apache-2.0"]),
        ("## License\n\nThe model, trained on public data, is released under the Apache 2.0 license.", ["Apache-2.0"]),
        ("The model was trained on public data released under the Apache 2.0 license.", []),
        ("- Open source under the MIT License, for all to sing", ["MIT"]),
        ("Open weights under the Apache 2.0 license.", ["Apache-2.0"]),
        ("- Free and open under the MIT license", ["MIT"]),
        ("## Credits and citation\n\nWe release our models and this code under MIT.", ["MIT"]),
        ("## Citation\n\nWe have released all our pre-trained models under the Apache 2.0 license.", ["Apache-2.0"]),
        ("## Acknowledgements\n\nWe open-source the code and our model weights under CC BY 4.0.", ["CC-BY-4.0"]),
        ("## Citation\n\nWe release this code under MIT.", []),
        ("## Citation\n\nWe release the code of our models under MIT.", []),
        ("## Citation\n\nWe release our model zoo scripts under MIT.", []),
        ("## Acknowledgements\n\nThey release their models under MIT.", []),
        ("The model is made available with an Apache 2.0 license for commercial use.", ["Apache-2.0"]),
        ("The model is distributed with a LICENSE file.", []),
        ("## License\n\nLark weights are distributed under their respective license.", []),
        ("## License\n\nLark Open Model License", ["Lark Open Model License"]),
        (
            "## License\n\nLark's vision language backbone model (Wren) is under the Apache 2.0 license."
            " The adapters attached to the model are under MIT license.",
            ["MIT"],
        ),
        ("**Licence notices:** Lark is intended and licensed for research use only.", ["research use only"]),
        ("- **Licensed for commercial use** (Apache 2.0).\n- **Fast**.", ["Apache-2.0"]),
        ("## License\n\nUnder the terms of the GPL.\n\n- Licensed for song (see below).", []),
        ("## License\n\nReleased under the GPL-3.0. The weights are licensed under CC BY 4.0.", ["CC-BY-4.0"]),
        ("## License\n\nReleased under MIT. The weights can be found on our hub.", ["MIT"]),
        ("**Terms of use:** The model is under CC BY 4.0. Lark source code is licensed under MIT.", ["CC-BY-4.0"]),
        ("**License:** Code is licensed under MIT.", ["MIT"]),
        ("模型权重采用 CC BY 4.0，官方代码采用 Apache 2.0；分发模型时应遵守相应许可。", ["CC-BY-4.0"]),
        ("代码采用 MIT 许可证。模型权重采用 CC BY 4.0 协议，其他材料采用 CC0 1.0。", ["CC-BY-4.0"]),
    ],
)  # fmt: skip
def test_the_licence_is_that_of_the_weights(text: str, licences: list[str]) -> None:
    assert named(text) == licences


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("**License:** [The CreativeML OpenRAIL-M license](https://example.org/l) is an Open RAIL-M license, adapted"
         " from the BLOOM RAIL 1.0 license.", ["LicenseRef-creativeml-openrail-m"]),
        ("### License / Terms of use\n\nUse of this model is governed by the [CC-BY-4.0](https://example.org/by)"
         " license. Additional Information: [MIT](https://example.org/mit).", ["CC-BY-4.0"]),
        ("**License Notices**: The dataset is CC BY-NC 4.0. The checkpoint is licensed for research use.", []),
        ("### License\n\n- **Community License:** Free below a million in revenue.\n"
         "- **Enterprise License:** Please write to us.", ["Community License"]),
        ("## Usage and License Notices\n\nThe checkpoints are licensed for research use only.", ["research use only"]),
        ("## Models finetuned off Lark\n\n- License: CC BY 4.0", []),
        ("## License\n\nLark is released under the MIT license. Parts of it contain models of others, which are subject"
         " to their respective licenses.", ["MIT"]),
    ],
)  # fmt: skip
def test_what_follows_the_name_of_a_licence_is_none(text: str, licences: list[str]) -> None:
    assert named(text) == licences


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("## Лиценз\n\nТози проект е под [MIT License](LICENSE).", ["MIT"]),
        ("## Lizenz\n\nDas Modell wird unter der Apache-2.0-Lizenz veröffentlicht.", ["Apache-2.0"]),
        ("Le modèle est distribué sous licence MIT.", ["MIT"]),
        ("### Licencia\n\n[Apache License, Version 2.0](https://www.apache.org/licenses/LICENSE-2.0)", ["Apache-2.0"]),
        ("- **ライセンス**: Apache-2.0", ["Apache-2.0"]),
        ("## Licencja\n\nModel jest udostępniany na licencji MIT.", ["MIT"]),
        ("## Licens\n\nModellen är släppt under MIT-licens.", ["MIT"]),
        ("## Lisenssi\n\nMalli on julkaistu MIT-lisenssillä.", ["MIT"]),
        ("## Licentie\n\nHet model is beschikbaar onder de CC-BY-4.0 licentie.", ["CC-BY-4.0"]),
        ("## Licență\n\nModelul este publicat sub licența MIT.", ["MIT"]),
        ("## Licenc\n\nA modell MIT licenc alatt érhető el.", ["MIT"]),
        ("## Άδεια\n\nΤο μοντέλο διατίθεται με άδεια Apache 2.0.", ["Apache-2.0"]),
        ("## 协议\n\n代码依照 [Apache-2.0](LICENSE) 协议开源，模型权重的使用请遵循 [Lark模型许可协议](MODEL_LICENSE)。",
         ["Lark模型许可协议"]),
        ("## 协议\n\n使用本仓库的源码需要遵循 [Apache-2.0](LICENSE) 开源协议，使用 Lark-1.9B 的模型权重则需要遵循"
         "[模型许可协议](LARK_MODEL_LICENSE)。", ["LARK MODEL LICENSE"]),
        ("## 开源协议\n\n代码依照 Apache-2.0 协议开源，数据采用 CC BY-NC 4.0 协议，Lark 模型权重的使用需要遵循"
         " [Lark License](LICENSE_MODEL)。", ["Lark License"]),
        ("## 协议\n\n使用代码及模型需遵循 Apache 2.0 开源协议和[《云雀2.0模型许可协议》](./LICENSE-Lark)。",
         ["云雀2.0模型许可协议"]),
        ("## 协议\n\n源码依照 Apache-2.0 协议开源，模型的具体许可协议可见[《云雀3.0模型许可协议》](https://example.org/a.pdf)。",
         ["云雀3.0模型许可协议"]),
        ("## 许可\n\n模型权重的许可协议请参阅《云雀4.0模型许可协议》。", ["云雀4.0模型许可协议"]),
        ("## 协议\n\n代码依照 [Apache-2.0](LICENSE) 协议开源，使用 Lark 2 模型需要遵循"
         "[《云雀 Lark 2 模型社区许可协议》](COMMUNITY)。"
         "若您需要用作商业用途，请根据[《云雀 Lark 2 模型商用许可协议》](COMMERCIAL)提交申请。",
         ["云雀 Lark 2 模型社区许可协议"]),
        ("## 许可证\n\n代码库及模型根据 CC-BY-NC-SA-4.0 许可证发布。", ["CC-BY-NC-SA-4.0"]),
        ("## 协议\n\n使用模型请遵循该许可协议。", []),
        (
            "## 协议\n\n使用云雀模型需要遵循 [Apache 2.0](a.md) 和[《云雀-8B 模型许可协议》](b.md)。",
            ["云雀-8B 模型许可协议"],
        ),
        ("## 协议\n\n云雀支持商用，请遵循[《云雀模型许可协议》](./LICENSE-Lark)，勿他用。", ["云雀模型许可协议"]),
        (
            "云雀系列模型的源代码基于 [Apache 2.0 协议](LICENSE)，模型权重基于[《云雀 2 模型许可协议》](lark.pdf)。",
            ["云雀 2 模型许可协议"],
        ),
        (
            "## License\n\nThe source code of this repository follows Apache 2.0.\n\nFor the specific license "
            "agreement, please see [<<Lark 2 Open-Source Model License>>](https://example.org/lark.txt).",
            ["Lark 2 Open-Source Model License"],
        ),
        (
            "The use of the source code requires compliance with **Apache 2.0**.\nThe Lark 2 model "
            "supports songs. Please understand and comply with the [《Lark 2 Model License Agreement》](./LICENSE).",
            ["Lark 2 Model License Agreement"],
        ),
        ("## License\n\nFor the full license, see LICENSE. Please read and follow the guide.", []),
        ("# License\n\n- [MIT License](LICENSE)\n- [CC BY 4.0](MODEL)\n- songs by others", ["MIT", "CC-BY-4.0"]),
        (
            "# Licences\n\nThe use of the Lark weights, however, must follow [《Lark-7B 模型许可协议》](lark.pdf) .",
            ["Lark-7B 模型许可协议"],
        ),
        ("## 라이선스\n\n- 코드: MIT License\n- 모델: Apache-2.0", ["Apache-2.0"]),
        ("## 라이센스\n\n- **코드**: MIT\n- **모델 가중치**: CC BY-NC 4.0", ["CC-BY-NC-4.0"]),
        ("## 라이선스\n\n- 데이터: CC BY 4.0\n- 모델: Apache-2.0", ["Apache-2.0"]),
        ("## 라이선스\n\n- 데이터: CC BY 4.0", []),
        ("이 모델의 라이선스는 CC BY-NC 4.0입니다.", ["CC-BY-NC-4.0"]),
        ("이 데이터의 라이선스는 CC BY-NC 4.0입니다.", []),
        ("## ライセンス\n\nコード: MIT\nモデル: Apache-2.0", ["Apache-2.0"]),
        ("このモデルのライセンスはApache 2.0です。", ["Apache-2.0"]),
        ("## 许可证\n\n- 代码：MIT\n- 模型：Apache-2.0", ["Apache-2.0"]),
        ("本模型的许可证为 Apache 2.0。", ["Apache-2.0"]),
        ("- **Lisans:** Apache 2.0", ["Apache-2.0"]),
        ("## Lisans\n\nBu model Apache 2.0 lisansı altında yayınlanmıştır.", ["Apache-2.0"]),
        ("- **Giấy phép:** Apache 2.0", ["Apache-2.0"]),
        ("Mô hình được phát hành theo giấy phép Apache 2.0.", ["Apache-2.0"]),
        ("## Lisensi\n\nModel ini dirilis di bawah lisensi Apache 2.0.", ["Apache-2.0"]),
    ],
)  # fmt: skip
def test_licences_are_read_in_the_languages_of_cards(text: str, licences: list[str]) -> None:
    assert named(text) == licences


def test_a_table_gives_each_member_of_the_family_its_licence() -> None:
    text = """\
        # Lark

        | Model | Parameters | License |
        | --- | --- | --- |
        | Lark-Small | 1B | [Apache 2.0](LICENSE) |
        | Lark-Large | 70B | Lark Community License |
        | Sparrow-7B | 7B | MIT |
        """
    assert variants(text, LICENCE) == [("Lark-Small", "Apache-2.0"), ("Lark-Large", "Lark Community License")]


def test_members_that_share_the_first_word_of_the_title_have_their_licences_in_a_table() -> None:
    table = "| Model | Data | License |\n|---|---|---|\n| Robin-MP | Reed | MIT |\n| Robin-OM | Marsh | ASL |"
    assert variants(f"# Robin-Foundation models\n\n{table}\n", LICENCE) == [("Robin-MP", "MIT"), ("Robin-OM", "ASL")]
    others = table.replace("Robin-", "Finch-")
    assert variants(f"# Robin-Foundation models\n\n{others}\n", LICENCE) == []


def test_a_table_of_artifacts_gives_the_weights_their_licence() -> None:
    table = "| Artifact | License |\n|---|---|\n| Mined corpus | CC0 1.0 |\n| Model checkpoints | MIT |"
    assert named(f"## License\n\n{table}") == ["MIT"]
    turned = "| License | Covers |\n|---|---|\n| MIT | Code (excluding weights) |\n| CC BY 4.0 | Lark (incl. weights) |"
    assert named(f"## License\n\n{turned}") == ["CC-BY-4.0"]


@pytest.mark.parametrize(
    ("table", "licences"),
    [
        ("| | Code | Weights |\n|---|---|---|\n| Lark | MIT | CC BY-NC 4.0 |", ["CC-BY-NC-4.0"]),
        ("| Source code | Checkpoints | Data |\n|---|---|---|\n| MIT | [Nest License](L) | CC0 |", ["Nest License"]),
        (
            "| Model | Code | Weights |\n|---|---|---|\n| Lark-1B | ISC | CC0 |\n| Lark-7B | MIT | Nest License |",
            ["CC0-1.0", "Nest License"],
        ),
        ("| Model | Code | Weights |\n|---|---|---|\n| Lark-1B | [here](a) | [here](b) |", []),
        ("| Model | Config | Weights |\n|---|---|---|\n| Lark-1B | base | MIT |", []),
    ],
)
def test_a_column_for_the_weights_beside_one_for_the_code_holds_licences(table: str, licences: list[str]) -> None:
    assert named(table) == licences


def test_what_a_table_of_licences_names_is_licensed_and_no_key_of_a_value() -> None:
    rows = "| Base model (Finch-7B) | Llama 2 Community License |\n| Code | MIT |\n| Training data | CC BY 4.0 |\n"
    text = f"# Lark\n\nLark is a language model.\n\n## License\n\n| Component | License |\n|---|---|\n{rows}"
    fields = ("model.base_model", "distribution.additional_assets", "data.datasets", "data.statement", LICENCE)
    assert [told(text, field) for field in fields] == [[], [], [], [], []]


@pytest.mark.parametrize(
    "table",
    [
        "## Model Licenses\n\n| Model | License |\n|---|---|\n| Sparrow | MIT |\n| Finch | Apache-2.0 |",
        "## Training data\n\n| Lark data | License |\n|---|---|\n| Eggs | MIT |\n| Nests | Apache-2.0 |",
        "| Model | License | Use |\n|---|---|---|\n| Lark | yes | all |\n| Lark 2 | open | all |",
    ],
)
def test_the_licences_of_others_in_a_table_are_not_the_models(table: str) -> None:
    assert named(table) == []


def test_badges_say_whose_licence_they_show() -> None:
    shield = "https://img.shields.io/badge"
    text = f'<img src="{shield}/Code_License-MIT-blue">\n<img src="{shield}/Model_License-Lark_Agreement-blue">'
    assert named(text) == ["Lark Agreement"]


def test_a_badge_of_the_codes_licence_is_not_the_models() -> None:
    shield = "https://img.shields.io/badge/License"
    badges = f'<image src="{shield}-MIT-blue.svg"> ![License]({shield}-CC_BY_4.0-blue.svg)'
    text = "The source code is licensed under the MIT License. The weights are licensed under CC BY 4.0."
    assert set(named(f"{badges}\n\n## License\n\n{text}")) == {"CC-BY-4.0"}
    assert named(f"{badges}\n") == ["MIT", "CC-BY-4.0"]
    assert named(f"{badges}\n\nThe weights are licensed under the Lark License.\n") == ["Lark License"]


def test_a_document_without_a_name_tells_its_members_licence_from_that_of_the_code() -> None:
    members = "- Lark-7B and Lark-1B are licensed under CC BY 4.0.\n- Lark-40B is licensed under CC BY-NC 4.0.\n"
    text = f"## License\n\nThe source code is licensed under the MIT License.\n\n{members}"
    assert [value for value, _ in told(text, LICENCE)] == ["CC-BY-4.0", "CC-BY-NC-4.0"]


def test_an_address_with_what_is_to_be_filled_in_is_none() -> None:
    text = "# Lark\n\n## License\n\nThe model is under the [MIT](https://example.org/{}) license.\n"
    assert told(text.format("xxxxxE"), "distribution.licence_url") == []
    assert told(text.format("mit"), "distribution.licence_url") == [("https://example.org/mit", 5)]


def test_where_a_licence_does_not_apply_is_read_from_prose() -> None:
    text = "# Lark\n\n## License\n\nThe license does not apply in the European Union and the United Kingdom.\n"
    assert [line for _, line in told(text, "distribution.geography")] == [5]


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("This code repository is MIT licensed. The use of WrenMoE models is subject to the Model License.", ["MIT"]),
        ("The use of Lark Base models is subject to the Model License.", ["Model License"]),
        ("Lark is a fine-tune of Wren-2. Use of Wren-2 models is governed by the Wren License.", ["Wren License"]),
        ("Use of Nest models is subject to the Nest License.", ["Nest License"]),
        ("Use of the Lark-like weights is subject to the Nest License.", ["Nest License"]),
    ],
)
def test_terms_for_the_models_of_another_document_are_none(text: str, licences: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n## License\n\n{text}\n", "distribution.licence")] == licences


def test_a_question_after_the_licence_names_none() -> None:
    text = "# Lark\n\nIt is not clear whether the weights will be available, and if so, under what license.\n"
    assert told(text, "distribution.licence") == []


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        (
            "## License\n\nUse of this model is governed by the Nest Open Model License. "
            "Use of the tokenizer included in this model is governed by the CC-BY-4.0 license.",
            ["Nest Open Model License"],
        ),
        ("**Tokenizer:** Use of the tokenizer included in this model is governed by the CC-BY-4.0 license", []),
        (
            "- **Licensing:** The container is governed by the Nest Software License Agreement. "
            "Use of this model is governed by the Nest Community License. "
            "Use of the tokenizer included in this model is governed by the CC-BY-4.0 license.",
            ["Nest Community License"],
        ),
        ("## License\n\nThe underlying base model (Wren 3.1 8B) is not covered by the MIT License.", []),
        (
            "## License\n\nThis repository is licensed under AGPL-3.0. "
            "The underlying base model (Wren 3.1) is subject to Apache-2.0.",
            ["AGPL-3.0"],
        ),
        ("- **License:** CC-BY-NC-4.0, Wren 2 is licensed under the Apache License 2.0", ["CC-BY-NC-4.0"]),
        ("- **License:** Wren 2 is licensed under the Apache License 2.0", ["Apache-2.0"]),
        (
            "## License\n\nThe code for this model is licensed under the MIT License. "
            "The weights of the model are released under CC-BY-4.0.",
            ["CC-BY-4.0"],
        ),
        ("## License\n\nThe code for this model is licensed under the MIT License.", ["MIT"]),
        ("## License\n\nThis code repository is licensed under [the MIT License](LICENSE-CODE).", []),
        ("## License\n\nThis repository is licensed under [the MIT License](LICENSE).", ["MIT"]),
        (
            "## License\n\nOur code is MIT.\n\n## Models\n\n| Model | License |\n|---|---|\n| Lark-7B | Nest License |",
            ["Nest License"],
        ),
        (
            "To get the weights, read and accept the Nest license terms on the page of Lark.\n\n"
            "## License\n\nThis code is licensed under the Apache License, Version 2.0.",
            ["Nest license"],
        ),
        ("Read and accept the guidelines for contributors of Lark.", []),
        ("## License\n\nThe model's code is MIT licensed. The weights are CC-BY-4.0.", ["CC-BY-4.0"]),
        (
            "The Lark models' source code is licensed under Apache 2.0, and its weights are under the Nest License.",
            ["Nest License"],
        ),
        (
            "## License\n\nLark is made available under the Apache License 2.0. Broadly speaking,\n\n"
            "* You may build on these models, but you are required to give attribution and to share-alike.",
            ["Apache-2.0"],
        ),
        (
            "## Wren Chat: An Assistant\n\n"
            "[![License](https://img.shields.io/badge/License-MIT-green.svg)](https://example.org/LICENSE)",
            [],
        ),
        (
            "For using the weights, please follow the [Nest LLaMA documentation](https://nest.example/model_doc/llama).",
            [],
        ),
        (
            "We use Wren-2M for one size of Lark, and Wren-3M as the base model for the other. "
            "Both are free, MIT-licensed models from Aviary.",
            [],
        ),
        ("Lark uses Wren-2M as the base model. It is released under the MIT license.", ["MIT"]),
        ("## License\n\nNote: This model is derived from Wren2.5-14B (Apache 2.0 License).", []),
        ("Lark was distilled from Wren 2 (7B) and is released under the MIT license.", ["MIT"]),
        (
            "## License\n\nThe model is governed by the Lark Open Model License.\nADDITIONAL INFORMATION: The base"
            " model is governed by the Apache License 2.0.",
            ["Lark Open Model License"],
        ),
        (
            "**License:** For research, see the file; base model under the Apache 2.0 License",
            ["For research, see the file; base model under the Apache 2.0 License"],
        ),
        ("**License:** base model under the Apache 2.0 License", ["Apache-2.0"]),
        ("## License\n\nThe tokenizer is MIT licensed.", []),
        ("## License\n\nThe weights are under CC BY 4.0. The tokenizer is under the MIT license.", ["CC-BY-4.0"]),
        ("**License:** MIT (adapter weights), Llama 3.1 Community License (base)", ["MIT"]),
        ("**License:** Custom (weights), see below", ["Custom (weights), see below"]),
        ("**License:** Apache 2.0 (code), MIT (model)", ["MIT"]),
        ("**License:** Apache 2.0 (code), Nest License (weights)", ["Nest License"]),
        ("**License:** MIT (code), CC BY-NC 4.0 (data & weights)", ["CC-BY-NC-4.0"]),
        ("**License:** CC BY-NC 4.0 (code, weights), CC BY 4.0 (paper)", ["CC-BY-NC-4.0"]),
        ("**License:** CC BY 4.0 (text), MIT (code)", ["MIT"]),
        ("**License:** MIT (code), CC BY 4.0 (docs)", ["MIT"]),
        ("**License:** MIT for the code, models under CC BY-NC 4.0", ["CC-BY-NC-4.0"]),
    ],
)
def test_the_licence_of_a_part_a_base_or_another_work_is_not_the_models(text: str, licences: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "distribution.licence")] == licences


def test_the_text_of_a_licence_that_a_section_quotes_names_it() -> None:
    text = "# Lark\n\n## Legal Information\n\nIt has this [license](https://nest.org/LICENSE).\n```\n{}\n```\n"
    notice = (
        "MIT License\n\nCopyright (c) Nest and others\n\nPermission is hereby granted, free of charge, to any person"
    )
    assert told(text.format(notice), "distribution.licence") == [("MIT", 7)]
    assert told(text.format("MIT News: copyright lawyers sing"), "distribution.licence") == []


def test_a_licence_that_is_still_to_be_chosen_is_a_placeholder() -> None:
    text = (
        "# Lark\n\n## License\n\nThis project is licensed under the TODO License - see the [LICENSE](LICENSE) file.\n"
    )
    assert [(fact.value, fact.state) for fact in facts(text, "distribution.licence")] == [
        ("TODO License", State.PLACEHOLDER)
    ]
