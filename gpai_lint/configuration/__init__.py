"""Configuration: ``gpai-lint.yaml``, found, checked against its schema, and located."""
