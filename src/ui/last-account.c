/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/last-account.h"

#define KEY "last-account"

/* (nullable): where the settings are not installed. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TRANCHE_APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

TrancheConnection *
tranche_last_account_find (TrancheShop *shop)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *id = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  return id != NULL && *id != '\0' ? tranche_shop_find_connection (shop, id) : NULL;
}

void
tranche_last_account_keep (TrancheConnection *connection)
{
  g_autoptr (GSettings) settings = open_settings ();

  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));

  if (settings != NULL)
    g_settings_set_string (settings, KEY,
                           tranche_account_get_id (tranche_connection_get_account (connection)));
}
