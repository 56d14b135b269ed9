# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop that a program talks to over the session bus."""

import threading

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = """<node><interface name='org.freedesktop.Notifications'>
<method name='Notify'>
<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>
</method>
<method name='CloseNotification'><arg type='u' direction='in'/></method>
<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>
</interface></node>"""


class Notifications:
    """The notifications that are on the desktop now, by their titles."""

    def __init__(self):
        self.shown = {}
        self.bodies = {}
        self.actions = {}
        self._last = 0
        self._ready = threading.Event()
        self._context = GLib.MainContext()
        threading.Thread(target=self._serve, daemon=True).start()
        assert self._ready.wait(30), "the name for notifications is taken"

    def _serve(self):
        self._context.push_thread_default()
        address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION)
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self._connection = Gio.DBusConnection.new_for_address_sync(address, flags)
        info = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self._connection.register_object(PATH, info, self._called, None, None)
        Gio.bus_own_name_on_connection(self._connection, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self._ready.set(), None)
        GLib.MainLoop.new(self._context, False).run()

    def _called(self, _connection, _sender, _path, _interface, method, parameters, invocation):
        if method == "Notify":
            _name, replaced, _icon, title, body, actions, _hints, _timeout = parameters.unpack()
            self._close(replaced)
            if not replaced:
                self._last += 1
            number = replaced or self._last
            self.shown[title] = number
            self.bodies[title] = body
            self.actions[title] = dict(zip(actions[1::2], actions[::2]))
            invocation.return_value(GLib.Variant("(u)", (number,)))
        else:
            self._close(parameters.unpack()[0])
            invocation.return_value(None)

    def _close(self, number):
        for title in [title for title, shown in self.shown.items() if shown == number]:
            del self.shown[title]

    def press(self, title, label):
        """Presses a button of a notification, which closes it."""
        number = self.shown.pop(title)
        self._emit("ActionInvoked", "(us)", number, self.actions[title][label])
        self._emit("NotificationClosed", "(uu)", number, 2)

    def _emit(self, name, signature, *values):
        self._connection.emit_signal(None, PATH, NAME, name, GLib.Variant(signature, values))
