/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BusService:
 *
 * An object on the session bus under a name of its own, reached by a connection of its
 * own, so that the program meets somebody else there, as on a desktop.
 */
typedef struct _BusService BusService;

/* Returns when it has @name. @xml: with the interface of the object; @vtable and
 * @user_data: as for g_dbus_connection_register_object(). */
BusService      *bus_service_new            (const char                 *name,
                                             const char                 *path,
                                             const char                 *xml,
                                             const GDBusInterfaceVTable *vtable,
                                             gpointer                    user_data);
/* (transfer none) */
GDBusConnection *bus_service_get_connection (BusService                 *self);
/* The name is gone with it. */
void             bus_service_free           (BusService                 *self);

G_END_DECLS
