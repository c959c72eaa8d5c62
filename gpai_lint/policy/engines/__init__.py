"""The engines: Regorus inside the process, or an OPA server."""
