"""Forms: the Commission's template for the summary of training content, the Model Documentation Form, and our YAML."""
