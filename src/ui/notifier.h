/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_NOTIFIER (tranche_notifier_get_type ())
G_DECLARE_FINAL_TYPE (TrancheNotifier, tranche_notifier, TRANCHE, NOTIFIER, GObject)

/**
 * TrancheNotifier:
 *
 * Tells the desktop what a manager has to know who looks elsewhere: orders that are
 * signed or refused or can be committed, deadlines that come near, planned commits
 * and how they went, and accounts that a bank refuses. What happens in sight, while
 * the window is active, is told by the window alone, but for what is urgent.
 */
TrancheNotifier *tranche_notifier_new (GtkApplication *application,
                                       GSettings      *settings,
                                       TrancheShop    *shop);

G_END_DECLS
