# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo bank as a process of its own, and what it holds."""

import base64
import hashlib
import hmac
import json
import subprocess
import urllib.parse
import urllib.request

# No proxy of the machine stands between this process and itself.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class DemoBank:
    def __init__(self, *arguments):
        self.process = subprocess.Popen(["tranche-demo-bank", "--port", "0", *arguments],
                                        stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().strip()
        prefix = "listening on "
        assert line.startswith(prefix), f"the bank said {line!r}"
        self.url = line[len(prefix):]

    def _ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data)
        with OPENER.open(request, timeout=30) as reply:
            return json.load(reply)

    def orders(self):
        """What the bank holds, by number."""
        return {order["number"]: order for order in self._ask("/demo/orders")}

    def act(self, number, what, **how):
        """Does what the customer would do."""
        quoted = urllib.parse.quote(number, safe="")
        return self._ask(f"/demo/orders/{quoted}/act", {"do": what, **how})

    def create(self, body):
        """Makes an order, as the shop's site does."""
        return self._ask("/api/partners/v2/orders/create", body)

    def set_faults(self, rules):
        """What goes wrong from now on, in the place of what went wrong before."""
        return self._ask("/demo/faults", rules)

    def call(self, path, store, secret, body):
        """Calls a method of the CFRONT dialect, as another program of the shop."""
        data = json.dumps(body).encode()
        signature = base64.b64encode(hmac.digest(secret.encode(), data, hashlib.sha256))
        request = urllib.request.Request(self.url + path, data=data, headers={
            "store-id": store, "signature": signature.decode()})
        with OPENER.open(request, timeout=30) as reply:
            return json.load(reply)

    def stop(self):
        self.process.terminate()
        status = self.process.wait(30)
        self.process.stdout.close()
        return status
