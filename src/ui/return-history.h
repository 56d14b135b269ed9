/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/return-facts.h"

G_BEGIN_DECLS

/* Fills @list with the returns of an order, the bank's first. */
void tranche_return_history_show (GtkListBox         *list,
                                  TrancheReturnFacts *facts);

G_END_DECLS
