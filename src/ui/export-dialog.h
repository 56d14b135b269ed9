/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

/* Asks how the orders @ids (element-type gint64) are to be exported, and where
 * to, and says in a toast of @toasts how it ended. */
void tranche_export_dialog_present (AdwToastOverlay *toasts,
                                    TrancheShop     *shop,
                                    GArray          *ids);

G_END_DECLS
