/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/saved-views.h"

GListStore *
tranche_saved_views_load (GSettings *settings)
{
  GListStore *views = g_list_store_new (TRANCHE_TYPE_SAVED_VIEW);
  g_autoptr (GVariant) array = g_settings_get_value (settings, "saved-views");

  for (gsize i = 0; i < g_variant_n_children (array); i++) {
    g_autoptr (GVariant) variant = g_variant_get_child_value (array, i);
    g_autoptr (TrancheSavedView) view = tranche_saved_view_from_variant (variant);

    if (view != NULL)
      g_list_store_append (views, view);
  }

  return views;
}

void
tranche_saved_views_store (GListModel *views,
                           GSettings  *settings)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < g_list_model_get_n_items (views); i++) {
    g_autoptr (TrancheSavedView) view = g_list_model_get_item (views, i);

    g_variant_builder_add_value (&builder, tranche_saved_view_to_variant (view));
  }

  g_settings_set_value (settings, "saved-views", g_variant_builder_end (&builder));
}

TrancheSavedView *
tranche_saved_views_find (GListModel *views,
                          const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (views); i++) {
    g_autoptr (TrancheSavedView) view = g_list_model_get_item (views, i);

    /* The list keeps it alive. */
    if (g_strcmp0 (tranche_saved_view_get_id (view), id) == 0)
      return view;
  }

  return NULL;
}
