"""Policy: packs of Rego, their metadata, the input document, and the engines that evaluate them."""
