/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/order-list.h"
#include "ui/clock.h"

G_BEGIN_DECLS

/* Makes the headers above the days of @list. (transfer full) */
GtkListItemFactory *tranche_day_header_factory_new (TrancheOrderList *list,
                                                    TrancheClock     *clock);

/* "Today", "Yesterday" or the date of the day that began at @start (µs UTC) in
 * the zone of @now. A pure function. (transfer full) */
char               *tranche_day_label              (gint64            start,
                                                    GDateTime        *now);

G_END_DECLS
