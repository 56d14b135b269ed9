/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BOOK_DIALOG (tranche_book_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBookDialog, tranche_book_dialog, TRANCHE, BOOK_DIALOG, AdwPreferencesDialog)

/**
 * TrancheBookDialog:
 *
 * The order book as a whole: where it is, its backups, and what else is done with
 * it. Closing it stops what it has under way.
 */
AdwDialog *tranche_book_dialog_new     (TrancheShop       *shop,
                                        GSettings         *settings);
/* Writes a backup to @file, as if it had been chosen. */
void       tranche_book_dialog_back_up (TrancheBookDialog *self,
                                        GFile             *file);

G_END_DECLS
