/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_NOTIFIER (tranche_notifier_get_type ())
G_DECLARE_FINAL_TYPE (TrancheNotifier, tranche_notifier, TRANCHE, NOTIFIER, GObject)

/**
 * TrancheNotifier:
 *
 * Tells the desktop what a manager has to know who looks elsewhere: deadlines
 * that come near, planned commits and how they went, and accounts that a bank
 * refuses. Each is withdrawn when it is settled. A notification is seen by
 * whoever passes the screen: it names the order's number, and no customer.
 */
TrancheNotifier *tranche_notifier_new (GApplication *application,
                                       TrancheShop  *shop);

G_END_DECLS
