package main

deny[msg] {
  arch := input.architectures[_]
  not startswith(arch, "Skerry")
  msg := sprintf("'%s' is no architecture of ours", [arch])
}

warn_context[{"msg": msg, "_loc": {"line": 1}}] {
  input.max_position_embeddings < 8192
  msg := "The context is shorter than 8192 tokens"
}
