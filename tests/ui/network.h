/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The network as GIO sees it, which is there until it is taken away. Before
 * anybody asks for the monitor. */
void network_install (void);
void network_set     (gboolean available);

G_END_DECLS
