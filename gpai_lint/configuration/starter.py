"""A first ``gpai-lint.yaml``: what was found, and the questions that no file answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gpai_lint.evidence.interface import Evidence

_HEAD = """\
# yaml-language-server: $schema=https://gpai-lint.github.io/schemas/gpai-lint.schema.json
# What gpai-lint cannot read from the files. Uncomment what you know; what stays unknown is reported as unknown.
version: 1

provider:
  # name: The provider's legal name
  # country: FR            # where it is established (ISO 3166-1 alpha-2); outside the Union, Article 54 applies
  # size: large            # micro, small, medium, small-mid-cap or large
  # signatory:             # has it signed the Code of Practice, chapter by chapter?
  #   transparency: true
  #   copyright: true
  #   safety_security: true
  {}

models:
"""

_MODEL = """\
- path: {path}
  name: {name}
  # role: provider                      # or modifier: of somebody else's model
  # placed_on_market: true              # is it, or is it about to be, supplied in the Union?
  # release_date: 2026-01-31
  # union_market_date: 2026-01-31
  # training_compute_flop: 1.2e+24      # above 1e+23 usually a general-purpose model, above 1e+25 systemic risk
  # modalities: {{input: [text], output: [text]}}
  # open_source: false                  # do you rely on the exemption of Article 53(2)?
"""

_TAIL = """\

documents:
  # Where each document is, as a path or a URL. Found without help:
{documents}  {{}}
"""


def starter(evidence: Evidence) -> str:
    """Return the text of a first configuration for a repository."""
    models = "".join(
        _MODEL.format(path=json.dumps(model.path), name=json.dumps(model.name, ensure_ascii=False))
        for model in evidence.models
    )
    documents = "".join(
        f"  #   {document.kind}: {document.path}\n" for document in evidence.documents if document.kind != "other"
    )
    return _HEAD + (models or "  []\n") + _TAIL.format(documents=documents)
