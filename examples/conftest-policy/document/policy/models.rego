package release.models

deny contains {"msg": msg, "at": ["models", model.index]} if {
	some model in input.models
	not model.facts["model.release_date"]
	not model.declared.release_date
	msg := sprintf("'%s' has no day of release", [model.name])
}

warn_readers contains "There is no CODEOWNERS file" if {
	count([document | some document in input.documents; document.kind == "codeowners"]) == 0
}
