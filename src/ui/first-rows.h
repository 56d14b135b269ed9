/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/order-list.h"

G_BEGIN_DECLS

/**
 * TrancheFirstRows:
 *
 * Calls a function once when the first answer of a list is drawn, or has come where
 * the window is not to be seen.
 */
typedef struct _TrancheFirstRows TrancheFirstRows;

/* @widget: (unowned): in the window that shows @list; it has to live as long. */
TrancheFirstRows *tranche_first_rows_new  (TrancheOrderList *list,
                                           GtkWidget        *widget,
                                           GSourceOnceFunc   func,
                                           gpointer          user_data);
void              tranche_first_rows_free (TrancheFirstRows *self);

G_END_DECLS
