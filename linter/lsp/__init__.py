"""The language server: a thin face of the same engine that the command line has."""
