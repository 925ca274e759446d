"""The Messages API on loopback, its model replaced by a script: a mark in the prompt chooses what it asks."""

import itertools
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DATABASE = {
    "question": "Which database should I use?",
    "header": "Database",
    "multiSelect": False,
    "options": [
        {"label": "PostgreSQL", "description": "a server"},
        {"label": "SQLite", "description": "one file"},
        {"label": "MySQL", "description": "another server"},
    ],
}
FEATURES = {
    "question": "Which features do you want?",
    "header": "Features",
    "multiSelect": True,
    "options": [
        {"label": "Auth", "description": "log in"},
        {"label": "Search", "description": "full text"},
        {"label": "Export", "description": "as CSV"},
    ],
}
CALLS = {"[[one]]": [DATABASE], "[[two]]": [DATABASE, FEATURES], "[[twice]]": [DATABASE, DATABASE]}
"""What the model asks when the newest prompt has this mark."""


class ScriptedApi:
    """A server of its own for each test; keeps what it was asked."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self._ids = itertools.count(1)
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                pass

            def do_HEAD(self) -> None:
                self._send(200, b"", "text/plain")

            def do_GET(self) -> None:
                self._send(404, b"{}", "application/json")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                path = self.path.partition("?")[0]
                if path == "/v1/messages/count_tokens":
                    self._send(200, b'{"input_tokens": 10}', "application/json")
                elif path == "/v1/messages":
                    request = json.loads(body)
                    message = api.reply(request)
                    if request.get("stream"):
                        self._send(200, b"".join(_events(message)), "text/event-stream")
                    else:
                        self._send(200, json.dumps(message).encode(), "application/json")
                else:
                    self._send(404, b"{}", "application/json")

            def _send(self, status: int, body: bytes, kind: str) -> None:
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the model's message."""
        self.requests.append(request)
        number = next(self._ids)
        content = self._content(request, number)
        return {
            "id": f"msg_{number}",
            "type": "message",
            "role": "assistant",
            "model": request.get("model"),
            "content": content,
            "stop_reason": "tool_use" if content[-1]["type"] == "tool_use" else "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 10, "output_tokens": 10},
        }

    def _content(self, request: dict[str, Any], number: int) -> list[dict[str, Any]]:
        if not request.get("tools"):
            return [{"type": "text", "text": '{"title": "A test"}'}]
        said = [message for message in request["messages"] if message["role"] == "user"]
        for block in reversed(self._blocks(said[-1])):
            for mark, questions in CALLS.items():
                if mark in block.get("text", ""):
                    return [
                        {"type": "text", "text": "One moment."},
                        {
                            "type": "tool_use",
                            "id": f"toolu_{id(self):x}_{number}",
                            "name": "AskUserQuestion",
                            "input": {"questions": questions},
                        },
                    ]
        return [{"type": "text", "text": "All is done."}]

    @staticmethod
    def _blocks(message: dict[str, Any]) -> list[dict[str, Any]]:
        content = message["content"]
        return [{"type": "text", "text": content}] if isinstance(content, str) else content

    def results(self) -> dict[str, tuple[str, bool]]:
        """Return text and `is_error` of each tool result that came, by tool_use id."""
        found = {}
        for request in self.requests:
            for message in request.get("messages", ()):
                for block in self._blocks(message):
                    if block["type"] == "tool_result":
                        is_error = block.get("is_error") is True
                        found[block["tool_use_id"]] = (_text(block.get("content")), is_error)
        return found


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "".join(block.get("text", "") for block in content or ())


def _events(message: dict[str, Any]) -> Iterator[bytes]:
    def event(kind: str, **fields: object) -> bytes:
        return f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode()

    yield event("message_start", message={**message, "content": [], "stop_reason": None})
    for index, block in enumerate(message["content"]):
        if block["type"] == "text":
            empty, delta = {"type": "text", "text": ""}, {"type": "text_delta", "text": block["text"]}
        else:
            empty = {**block, "input": {}}
            delta = {"type": "input_json_delta", "partial_json": json.dumps(block["input"])}
        yield event("content_block_start", index=index, content_block=empty)
        yield event("content_block_delta", index=index, delta=delta)
        yield event("content_block_stop", index=index)
    stop = {"stop_reason": message["stop_reason"], "stop_sequence": None}
    yield event("message_delta", delta=stop, usage={"output_tokens": 10})
    yield event("message_stop")
