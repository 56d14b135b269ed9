# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for a program in a sandbox: the real xdg-desktop-portal with the
toolkit's part, a keyring, a browser that writes down what it is to show, and a
word on who may run in the background, which is GNOME's own to give."""

import os
import pathlib
import shutil
import subprocess
import threading

from gi.repository import Gio, GLib

from desktop import Program, wait
from handler import Handler

PROGRAMS = (
    ("xdg-permission-store", "org.freedesktop.impl.portal.PermissionStore"),
    ("xdg-document-portal", "org.freedesktop.portal.Documents"),
    ("xdg-desktop-portal-gtk", "org.freedesktop.impl.portal.desktop.gtk"),
    ("xdg-desktop-portal", "org.freedesktop.portal.Desktop"),
)

OWN_PART = "org.freedesktop.impl.portal.desktop.own"

PREFERENCES = """[preferred]
default=gtk
org.freedesktop.impl.portal.Secret=gnome-keyring
org.freedesktop.impl.portal.Background=own
"""

BACKGROUND = """<node><interface name='org.freedesktop.impl.portal.Background'>
<method name='GetAppState'><arg type='a{sv}' direction='out'/></method>
<method name='NotifyBackground'>
<arg type='o' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='u' direction='out'/><arg type='a{sv}' direction='out'/>
</method>
<signal name='RunningApplicationsChanged'/>
</interface></node>"""


class Background:
    """Lets every program run. The start at login is the portal's own work."""

    def __init__(self):
        self._ready = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()
        assert self._ready.wait(30), "the portal's own part has no name"

    def _serve(self):
        context = GLib.MainContext()
        context.push_thread_default()
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        connection = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION), flags)
        connection.register_object("/org/freedesktop/portal/desktop",
                                   Gio.DBusNodeInfo.new_for_xml(BACKGROUND).interfaces[0],
                                   self._called, None, None)
        Gio.bus_own_name_on_connection(connection, OWN_PART, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self._ready.set(), None)
        GLib.MainLoop.new(context, False).run()

    def _called(self, _connection, _sender, _path, _interface, method, _parameters, invocation):
        if method == "GetAppState":
            invocation.return_value(GLib.Variant("(a{sv})", ({},)))
        else:
            invocation.return_value(GLib.Variant("(ua{sv})", (0, {"result": GLib.Variant("u", 1)})))


class PortalDesktop:
    """Once it is made, a program that is started finds it."""

    def __init__(self, scratch):
        scratch = pathlib.Path(scratch)
        self.browser = Handler(scratch / "shown-in-the-browser", "http", "https")
        self.background = Background()
        parts = scratch / "portals"
        shutil.rmtree(parts, ignore_errors=True)
        shutil.copytree("/usr/share/xdg-desktop-portal/portals", parts)
        (parts / "own.portal").write_text(
            f"[portal]\nDBusName={OWN_PART}\n"
            "Interfaces=org.freedesktop.impl.portal.Background\n", encoding="utf-8")
        (parts / "portals.conf").write_text(PREFERENCES, encoding="utf-8")
        log = open(scratch / "portals.log", "wb")
        # Not by the bus, which may see other folders: what the document portal
        # mounts has to be in sight of the sandboxes that are made here.
        self.processes = {}
        for name, owned in PROGRAMS:
            self.processes[name] = subprocess.Popen(
                ["/usr/libexec/" + name], stdout=log, stderr=log, cwd=pathlib.Path.home(),
                env={**os.environ, "XDG_DESKTOP_PORTAL_DIR": str(parts), "G_DEBUG": ""})
            subprocess.run(["gdbus", "wait", "--session", "--timeout", "60", owned], check=True)

    @staticmethod
    def has_documents():
        """Whether files of the machine can be handed into a sandbox."""
        folder = os.environ["XDG_RUNTIME_DIR"]
        return folder == f"/run/user/{os.getuid()}" and os.path.ismount(os.path.join(folder, "doc"))

    def dialogs(self):
        """The dialogs that the desktop shows for the program."""
        name = "xdg-desktop-portal-gtk"
        dialogs = Program.__new__(Program)
        dialogs.process = self.processes[name]
        dialogs.root = wait(lambda: Program.find_root_named(name), "a dialog of the desktop")
        return dialogs
