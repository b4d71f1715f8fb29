# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium spoken to by its DevTools protocol, in plain Python: a WebSocket client of a screen, no packages.
Used by html_in_browser.py. The network is off; what the page wanted to load, and what its policy refused, is kept."""
import base64
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import tempfile
import time
import urllib.request


class Browser:
    def __init__(self, *switches):
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if not program:
            raise SystemExit("chromium is not installed: installer/install-missing test")
        self.folder = tempfile.mkdtemp(prefix="bartizan-browser-")
        environment = {**os.environ, "HOME": self.folder, "XDG_CONFIG_HOME": self.folder, "XDG_CACHE_HOME": self.folder}
        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--hide-scrollbars", "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--proxy-server=127.0.0.1:1", f"--user-data-dir={self.folder}", "--remote-debugging-port=0", *switches, "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)
        try:
            port = self._port()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=30) as answer:
                page = next(target for target in json.load(answer) if target["type"] == "page")
            self._connect(port, page["webSocketDebuggerUrl"].split(str(port), 1)[1])
        except BaseException:
            self.close()
            raise
        self.number = 0
        self.events = []
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"]:
            self.call(domain + ".enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def _port(self):
        file = pathlib.Path(self.folder) / "DevToolsActivePort"
        for _ in range(1200):
            if file.exists() and "\n" in file.read_text():
                return int(file.read_text().split("\n")[0])
            if self.process.poll() is not None:
                raise SystemExit(f"chromium ended with {self.process.returncode}")
            time.sleep(0.1)
        raise SystemExit("chromium opened no port")

    def _connect(self, port, path):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=300)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self.socket.recv(65536)
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise SystemExit("chromium refused the connection")

    def _bytes(self, count):
        while len(self.buffer) < count:
            part = self.socket.recv(1 << 20)
            if not part:
                raise SystemExit("chromium went away")
            self.buffer += part
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def _receive(self):
        message = b""
        while True:
            first, second = self._bytes(2)
            length = second & 127
            if length == 126:
                length = struct.unpack(">H", self._bytes(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self._bytes(8))[0]
            data = self._bytes(length)
            if first & 15 in (0, 1):
                message += data
                if first & 128:
                    return json.loads(message)

    def _send(self, text):
        data = text.encode()
        mask = os.urandom(4)
        size = len(data)
        head = bytes([0x81]) + (bytes([0x80 | size]) if size < 126 else
                                bytes([0x80 | 126]) + struct.pack(">H", size) if size < 65536 else
                                bytes([0x80 | 127]) + struct.pack(">Q", size))
        repeated = mask * (size // 4 + 1)
        self.socket.sendall(head + mask + (int.from_bytes(data, "big") ^ int.from_bytes(repeated[:size], "big")).to_bytes(size, "big"))

    def call(self, method, **parameters):
        self.number += 1
        self._send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = self._receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path, width=1280, height=900, dark=False, media="", script=True, extra=()):
        """The page of a file, loaded and at rest; `extra` are further media features."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}, *extra]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call("Page.navigate", url="about:blank")
        self.events = []
        loader = self.call("Page.navigate", url=pathlib.Path(path).absolute().as_uri())["loaderId"]
        while not any(event.get("method") == "Page.lifecycleEvent" and event["params"]["loaderId"] == loader and
                      event["params"]["name"] == "load" for event in self.events):
            self.events.append(self._receive())
        self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))" if script else "1")

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def complaints(self):
        """What the console, the log and the policy said since the page was opened, and what it wanted to load."""
        found = []
        for event in self.events:
            method, of = event.get("method"), event.get("params", {})
            if method == "Log.entryAdded" and of["entry"]["level"] in ("error", "warning"):
                found.append(of["entry"]["text"])
            elif method == "Runtime.exceptionThrown":
                found.append(of["exceptionDetails"].get("exception", {}).get("description", "exception"))
            elif method == "Runtime.consoleAPICalled":
                found.append("console: " + str(of["args"])[:200])
            elif method == "Audits.issueAdded" and "NavigationEntryMarkedSkippable" not in json.dumps(of):
                found.append("issue: " + json.dumps(of["issue"])[:300])
            elif method == "Network.requestWillBeSent" and of["type"] != "Document":
                found.append("request: " + of["request"]["url"][:200])
        return found

    def picture(self, file, height=900):
        """The upper part of the page; long pages are more than a picture can hold."""
        clip = {"x": 0, "y": 0, "width": self.evaluate("innerWidth"), "height": height, "scale": 1}
        shot = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        pathlib.Path(file).write_bytes(base64.b64decode(shot["data"]))

    def pdf(self, file):
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
