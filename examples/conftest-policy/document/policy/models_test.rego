package release.models_test

import data.release.models

test_a_model_without_a_day_of_release_is_denied if {
	count(models.deny) == 1 with input as {"models": [{"index": 0, "name": "A", "facts": {}}]}
}
