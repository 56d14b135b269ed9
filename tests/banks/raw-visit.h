/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RawVisit:
 *
 * A connection to a server of the same main context, on the loopback
 * interface, that sends what no library would send.
 */
typedef struct _RawVisit RawVisit;

/* Connects and begins to send @request (nullable): %NULL is nothing. The
 * connection stays open for more. */
RawVisit *raw_visit_new  (guint       port,
                          const char *request);
/* Whether the server has ended the connection. */
gboolean  raw_visit_has_ended (RawVisit *self);
/* Waits until the server has ended the connection, and returns the status of
 * its answer, or 0 where there was none. @answer: (out) (optional) (transfer
 * full): the whole of it. */
guint     raw_visit_wait (RawVisit   *self,
                          char      **answer);
void      raw_visit_free (RawVisit   *self);

/* All of this with one request. */
guint     raw_visit_once (guint       port,
                          const char *request,
                          char      **answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawVisit, raw_visit_free)

G_END_DECLS
