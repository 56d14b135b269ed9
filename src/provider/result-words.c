/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "provider/result-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/stage-words.h"

static char *
make_name (TrancheOrder *order)
{
  g_autofree char *customer = tranche_customer_get_full_name (tranche_order_get_customer (order));

  if (customer == NULL || *customer == '\0')
    return g_strdup (tranche_order_get_number (order));

  /* Translators: in the search of the desktop: a customer's name, then the number of the order. */
  return g_strdup_printf (_("%1$s, %2$s"), customer, tranche_order_get_number (order));
}

static char *
make_description (TrancheOrder *order,
                  GDateTime    *now)
{
  g_autofree char *amount = tranche_format_money_short (tranche_order_get_amount (order));
  g_autofree char *time = tranche_format_time_short (tranche_order_get_created_at (order), now);

  return g_strjoin (" · ", tranche_stage_label (tranche_order_get_stage (order)), amount, time, NULL);
}

GVariant *
tranche_result_words (const char   *id,
                      TrancheOrder *order,
                      GDateTime    *now)
{
  g_auto (GVariantDict) meta = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GIcon) icon = g_themed_icon_new (TRANCHE_APPLICATION_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  g_autofree char *name = make_name (order);
  g_autofree char *description = make_description (order, now);

  g_variant_dict_insert (&meta, "id", "s", id);
  g_variant_dict_insert (&meta, "name", "s", name);
  g_variant_dict_insert (&meta, "description", "s", description);
  g_variant_dict_insert (&meta, "clipboardText", "s", tranche_order_get_number (order));
  g_variant_dict_insert_value (&meta, "icon", serialized);

  return g_variant_dict_end (&meta);
}
