/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/callback-listener.h"

G_BEGIN_DECLS

/* For tests: milliseconds that a connection may last. */
void tranche_callback_listener_set_time_limit (TrancheCallbackListener *self,
                                               guint                    limit);

G_END_DECLS
