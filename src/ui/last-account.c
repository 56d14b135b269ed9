/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/last-account.h"

#include "ui/own-settings.h"

#define KEY "last-account"

TrancheConnection *
tranche_last_account_find (TrancheShop *shop)
{
  g_autoptr (GSettings) settings = tranche_own_settings_open ();
  g_autofree char *id = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  return id != NULL && *id != '\0' ? tranche_shop_find_connection (shop, id) : NULL;
}

void
tranche_last_account_keep (TrancheConnection *connection)
{
  g_autoptr (GSettings) settings = tranche_own_settings_open ();

  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));

  if (settings != NULL)
    g_settings_set_string (settings, KEY,
                           tranche_account_get_id (tranche_connection_get_account (connection)));
}
