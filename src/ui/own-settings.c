/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/own-settings.h"

GSettings *
tranche_own_settings_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TRANCHE_APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
