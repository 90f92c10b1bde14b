"""What can go wrong, as a tree.

LegationError                 everything raised on purpose; its text is one line for the user
├── InputError                an article, archive or folder cannot be read
│   └── LimitError            it was refused for its size, depth or time
├── EvidenceError             a span does not hold the words it claims to hold
├── TableError                a table of `codes/data` or of the user is malformed
├── CaseError                 a case file is missing, of another version or damaged
├── QueryError                a filter or search cannot be understood
└── ModelError                a model or a what-if cannot be understood, or what it needs is missing
"""


class LegationError(Exception):
    """Base of all errors raised on purpose. The message says what, where and what to do, in one line."""


class InputError(LegationError):
    """An article, archive or folder cannot be read."""


class LimitError(InputError):
    """Input refused because it exceeds a limit of size, depth, ratio or time."""


class EvidenceError(LegationError):
    """A span does not hold the words it claims to hold."""


class TableError(LegationError):
    """A table of names, offices, cues or predicates is malformed."""


class CaseError(LegationError):
    """A case file is missing, of another version or damaged."""


class QueryError(LegationError):
    """A filter or a search cannot be understood."""


class ModelError(LegationError):
    """A model or a what-if cannot be understood, or what it needs is missing."""
