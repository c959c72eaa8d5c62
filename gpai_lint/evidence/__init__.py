"""Evidence: facts read out of artifacts, each with the place where it stands."""
