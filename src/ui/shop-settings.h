/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/shop.h"

G_BEGIN_DECLS

/* What is set applies at once, for as long as the shop lives. */
void tranche_shop_settings_bind (GSettings   *settings,
                                 TrancheShop *shop);
/* The same for what is written to the log, for as long as the program runs. */
void tranche_log_settings_bind  (GSettings   *settings);

G_END_DECLS
