"""A process that opens strangers' files shuts itself in first: it reads what it needs, writes nothing, calls nobody."""

from kb.sandbox.enter import FILES, NETWORK, PROCESSES, enter, in_force

__all__ = ["FILES", "NETWORK", "PROCESSES", "enter", "in_force"]
