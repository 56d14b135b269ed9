/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_CALLBACK_DOOR (tranche_callback_door_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCallbackDoor, tranche_callback_door, TRANCHE, CALLBACK_DOOR, GObject)

/**
 * TrancheCallbackDoor:
 *
 * A port that connections come in by, not too many at a time and none for
 * longer than 10 seconds, for who sends slowly on purpose must not keep the
 * others out. libsoup's server alone sets no such limits.
 *
 * Signal `entered (GSocketConnection *connection)`.
 */
TrancheCallbackDoor *tranche_callback_door_new            (void);
/* @address: (nullable): the address to listen on, in figures; the loopback one
 * where it is %NULL. @port: 0 for any. Errors are of %G_IO_ERROR. */
gboolean             tranche_callback_door_open           (TrancheCallbackDoor  *self,
                                                           const char           *address,
                                                           guint                 port,
                                                           GError              **error);
/* Lets nobody in any more and ends what has come in. */
void                 tranche_callback_door_close          (TrancheCallbackDoor  *self);
/* 0 while it is closed. */
guint                tranche_callback_door_get_port       (TrancheCallbackDoor  *self);
/* In milliseconds; for connections to come. */
void                 tranche_callback_door_set_time_limit (TrancheCallbackDoor  *self,
                                                           guint                 limit);

G_END_DECLS
