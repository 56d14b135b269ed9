/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

/* Asks over @parent whether the draft @order, which no bank has heard of, is to be deleted,
 * and deletes it then. */
void     tranche_draft_removal_ask_async  (TrancheShop          *shop,
                                           TrancheOrder         *order,
                                           GtkWidget            *parent,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* Error: TRANCHE_STORE_ERROR where it is a draft no longer, or cannot be written;
 * G_IO_ERROR_CANCELLED where it was kept. */
gboolean tranche_draft_removal_ask_finish (TrancheShop          *shop,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
