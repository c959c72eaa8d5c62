"""Facts of machine-readable manifests: bills of materials, data-set descriptions, citations, hub metadata."""
