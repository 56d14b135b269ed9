/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_BOOK_UPGRADE (tranche_book_upgrade_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBookUpgrade, tranche_book_upgrade, TRANCHE, BOOK_UPGRADE, GObject)

/**
 * TrancheBookUpgrade:
 *
 * How far a book that an older version of the program wrote is brought to the
 * present schema, which takes minutes where the orders are many.
 *
 * It belongs to the thread that made it, which has to iterate the main context that
 * was its thread-default one: there its properties change.
 */
TrancheBookUpgrade *tranche_book_upgrade_new          (void);
/* From 0, also where nothing is to be done, to 1; roughly. */
double              tranche_book_upgrade_get_fraction (TrancheBookUpgrade *self);
/* From any thread. */
void                tranche_book_upgrade_report       (TrancheBookUpgrade *self,
                                                       double              fraction);

G_END_DECLS
