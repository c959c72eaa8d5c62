"""Facts read out of documents for people: sentences, keys and tables."""
