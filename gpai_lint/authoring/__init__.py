"""Writing packs: run their tests and examples, explain failures, trace rules, start new ones, generate their pages."""
