"""Values as people write them, normalised: numbers with units, dates, languages, modalities."""
