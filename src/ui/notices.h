/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/news.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_NOTICES (tranche_notices_get_type ())
G_DECLARE_FINAL_TYPE (TrancheNotices, tranche_notices, TRANCHE, NOTICES, GObject)

/**
 * TrancheNotices:
 *
 * The notifications about orders that are on the desktop. News that come within a
 * second are told together: a few of a kind one by one, more of them in one
 * notification. What the settings switch off is not told. Each is withdrawn when
 * it is not true any more, and a summary when none of its orders is.
 *
 * "Open" opens the order, "Commit…" the dialog that asks about the commit: nothing
 * is ever committed from the desktop.
 */
/* @with_actions: FALSE where the program that the desktop would call does not have
 * these orders. */
TrancheNotices *tranche_notices_new     (GApplication    *application,
                                         GSettings       *settings,
                                         gboolean         with_actions);
void            tranche_notices_tell    (TrancheNotices  *self,
                                         TrancheNews      news,
                                         TrancheOrder    *order);
/* Withdraws what the order as it is now makes untrue. */
void            tranche_notices_review  (TrancheNotices  *self,
                                         TrancheOrder    *order);
/* Withdraws these news of an order. */
void            tranche_notices_settle  (TrancheNotices  *self,
                                         TrancheNews      news,
                                         gint64           order_id);

G_END_DECLS
