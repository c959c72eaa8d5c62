"""Which files there are: a working tree on disk, or the tree of a git ref read without a checkout."""
