/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Waits for asynchronous calls: give await_cb() and an Await, that was set to
 * AWAIT_INIT, to the call, then take the result by await_result(). A second
 * completion is an error. */
typedef struct {
  GAsyncResult *result;
  guint n_calls;
} Await;

#define AWAIT_INIT { NULL, 0 }

void          await_cb     (GObject      *source,
                            GAsyncResult *result,
                            gpointer      await);
/* (transfer full) */
GAsyncResult *await_result (Await        *await);

/* Runs the main loop until @condition holds; the test fails after a while. */
void          await_until  (gboolean    (*condition) (gpointer data),
                            gpointer      data);
/* Runs everything that is due. */
void          await_idle   (void);

G_END_DECLS
