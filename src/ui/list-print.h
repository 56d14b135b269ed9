/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shop.h"
#include "ui/list-paper.h"

G_BEGIN_DECLS

/* More orders than these are no list that anybody reads on paper. */
#define TRANCHE_LIST_PRINT_MAX 5000

/* Reads the orders of @ids (element-type gint64), at most %TRANCHE_LIST_PRINT_MAX, and
 * shows the print dialog over @parent (nullable). Completes when the job was handed to
 * the printer; a closed dialog is %G_IO_ERROR_CANCELLED.
 * @list: (transfer full): title, subtitle and fields; the rest is filled in here. */
void          tranche_list_print_async           (TrancheShop          *shop,
                                                  GArray               *ids,
                                                  TrancheListOnPaper   *list,
                                                  GtkWindow            *parent,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean      tranche_list_print_finish          (GAsyncResult         *result,
                                                  GError              **error);

/* A4 across, with narrow margins. (transfer full) */
GtkPageSetup *tranche_list_print_make_page_setup (void);
/* What the accounts of @shop are called. (transfer full) */
GHashTable   *tranche_list_print_account_labels  (TrancheShop          *shop);

G_END_DECLS
