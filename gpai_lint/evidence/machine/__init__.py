"""Facts measured on machine files: configurations, weight headers, indexes, pointers and logs of runs."""
