/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @bytes into @stream, in pieces of @piece bytes with @interval
 * milliseconds between them, and closes it. If @again is not negative it begins
 * anew there whenever the bytes have come to their end, and does not close
 * before the other side has. Takes @stream and @bytes. @cancellable ends it. */
void tranche_demo_fault_pump (GIOStream    *stream,
                              GBytes       *bytes,
                              gsize         piece,
                              guint         interval,
                              gssize        again,
                              GCancellable *cancellable);

G_END_DECLS
