/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrancheTeller:
 *
 * Tells what a thread has done, in its order, to the main loop that asked for it:
 * when nothing else is to be done there, so that much that comes together does not
 * keep the window from being drawn; and a little of it now and then where the loop
 * always has something else to do, as where each frame takes longer than it shows.
 */
typedef struct _TrancheTeller TrancheTeller;

/* Called in the main loop; takes @data. */
typedef void (* TrancheTellFunc) (gpointer data);

/* Any thread. @context: (nullable): the main loop. */
TrancheTeller *tranche_teller_new  (GMainContext    *context,
                                    TrancheTellFunc  func);
/* Any thread. */
void           tranche_teller_push (TrancheTeller   *self,
                                    gpointer         data);
/* Any thread. What was pushed is still told. */
void           tranche_teller_free (TrancheTeller   *self);

G_END_DECLS
