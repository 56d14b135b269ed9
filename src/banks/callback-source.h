/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a request comes from where T-Bank sends its webhooks from,
 * 91.194.226.0/23.
 *
 * @peer is who has opened the connection. Where that is not this computer, it
 * is the sender, and what headers say counts for nothing. This computer is a
 * proxy: it tells the sender by `X-Real-IP` or as the last of
 * `X-Forwarded-For`, the one that it has added itself. It may hand on what the
 * sender wrote into the other one of both, so that all that is told must be
 * T-Bank's; and something must be told.
 *
 * @forwarded_for and @real_ip: (nullable): the values of these headers, lists
 * with commas where they came several times. */
gboolean tranche_callback_source_is_tbank (GInetAddress *peer,
                                           const char   *forwarded_for,
                                           const char   *real_ip);

G_END_DECLS
