class CannotShow(Exception):  # noqa: N818  # to be expected: it is done where it is possible
    """Raised with the reason, in a few words, why a window cannot be brought to the front."""
