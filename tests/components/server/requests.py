"""Requests to a server by a program."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any


@dataclass
class Got:
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    content: bytes = b""

    @property
    def plain(self) -> Any:
        """Its JSON as plain values."""
        return json.loads(self.content)


def got(address: str, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Got:
    """What a server answers to a request; names of headers with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(f"{address}{path}", body, named, method=method)
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        told = {name.lower(): value for name, value in answer.headers.items()}
        return Got(answer.status, told, answer.read())
