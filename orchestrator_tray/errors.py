"""Everything that can go wrong and that the user can do something about.

Errors carry data; `str(error)` is one line that says what happened, where, and what to do. Only the command
line prints them and picks exit codes. What is expected in normal life (the server is down) is an event, not
an error.
"""


class TrayError(Exception):
    """Base of all errors that end a command with one clear line and exit code 1."""


class ConfigError(TrayError):
    """Raised when a setting has a value that cannot be used."""

    def __init__(self, where: str, name: str, problem: str) -> None:
        """`where` names the file, the environment variable or the option that holds the value."""
        super().__init__(where, name, problem)
        self.where = where
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.where}: {self.name} {self.problem}"


class UsageError(ConfigError):
    """Raised when an option of the command line goes neither with the others nor with the settings."""


class StoreError(TrayError):
    """Raised when the database cannot be opened, read or written."""

    def __init__(self, path: str, problem: str, mend: str = "") -> None:
        super().__init__(path, problem, mend)
        self.path = path
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}" + (f"; {self.mend}" if self.mend else "")


class ModelError(TrayError):
    """Raised when the embedding model is missing, damaged or does not start."""

    def __init__(self, model: str, problem: str, mend: str = "") -> None:
        super().__init__(model, problem, mend)
        self.model = model
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        return f"embedding model {self.model}: {self.problem}" + (f"; {self.mend}" if self.mend else "")


class InputError(TrayError):
    """Raised when a line or an argument given by the user has not the shape that is needed."""


class LinkDown(TrayError):  # noqa: N818  # the name of a state; nobody made an error
    """Raised when a text cannot be sent because there is no connection to the server."""

    def __init__(self, url: str, *, is_unsent: bool) -> None:
        """`is_unsent` is False if the link broke during the sending: then nobody knows whether it arrived."""
        super().__init__(url, is_unsent)
        self.url = url
        self.is_unsent = is_unsent

    def __str__(self) -> str:
        known = "nothing was sent" if self.is_unsent else "it broke while sending"
        return f"no connection to {self.url}: {known}"
