"""Why a program is not answered."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - an answer, and no fault of the program
    """One sentence without a path of the server, and the status of HTTP that says the same."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence
