/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FakeNetwork:
 *
 * A network monitor that a test switches. The network is there until it is
 * taken away.
 */
#define FAKE_TYPE_NETWORK (fake_network_get_type ())
G_DECLARE_FINAL_TYPE (FakeNetwork, fake_network, FAKE, NETWORK, GObject)

FakeNetwork *fake_network_new (void);
void         fake_network_set (FakeNetwork *self,
                               gboolean     available);

G_END_DECLS
