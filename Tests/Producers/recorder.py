"""A proxy on loopback that keeps each request and its answer as they were on the wire."""

import socket
import socketserver
import threading


class Message:
    """A request or an answer: first line, header fields in their order, body without its framing."""

    def __init__(self, head, body):
        lines = head.decode("latin-1").split("\r\n")
        self.line, self.body = lines[0], body
        self.fields = [tuple(part.strip(" \t") for part in line.split(":", 1)) for line in lines[1:] if line]

    def values(self, name):
        return [value for key, value in self.fields if key.lower() == name]

    def value(self, name):
        return next(iter(self.values(name)), "")


class Recorder(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self, port):
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream, self.exchanges = port, []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def of_call(self, number):
        return [pair for pair in self.exchanges if pair[0].value("x-apus-call") == str(number)]


class Handler(socketserver.StreamRequestHandler):
    """One exchange a connection, so that the end of an answer is the end of the connection."""

    def handle(self):
        head = read_head(self.rfile)
        if not head:
            return
        request = Message(head, b"")
        raw, request.body = read_body(self.rfile, request)
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"connection:", b"keep-alive:"))]
        with socket.create_connection(("127.0.0.1", self.server.upstream), timeout=30) as upstream:
            upstream.sendall(b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + raw)
            answer = bytearray()
            while chunk := upstream.recv(65536):
                answer += chunk
        self.server.exchanges.append((request, response(bytes(answer))))
        self.wfile.write(answer)


def read_head(file):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = file.readline(65536)
        if not line:
            return b""
        head += line
    return head[:-4]


def read_body(file, message):
    """-> the body as it was sent, and without its chunks"""
    if message.value("transfer-encoding").lower() != "chunked":
        body = file.read(int(message.value("content-length") or 0))
        return body, body
    raw, body = b"", b""
    while True:
        line = file.readline()
        data = file.read(int(line.split(b";")[0], 16) + 2)
        raw, body = raw + line + data, body + data[:-2]
        if data == b"\r\n":
            return raw, body


def response(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    message = Message(head, body)
    if message.value("transfer-encoding").lower() == "chunked":
        message.body = unchunked(body)
    return message


def unchunked(body):
    result = b""
    while body:
        line, _, body = body.partition(b"\r\n")
        length = int(line.split(b";")[0] or b"0", 16)
        result, body = result + body[:length], body[length + 2:]
        if length == 0:
            break
    return result
