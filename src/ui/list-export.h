/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shop.h"

G_BEGIN_DECLS

typedef enum {
  TRANCHE_EXPORT_XLSX,
  TRANCHE_EXPORT_CSV,
} TrancheExportFormat;

/* Reads the orders @ids (element-type gint64) and makes a table of them; off the
 * main thread but for the words in it. @phones: with the customers' phones. */
void    tranche_list_export_async  (TrancheShop          *shop,
                                    GArray               *ids,
                                    TrancheExportFormat   format,
                                    gboolean              phones,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GBytes *tranche_list_export_finish (GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
