/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-page-private.h"

#include "ui/view-words.h"

GVariant *
tranche_order_list_page_save (TrancheOrderListPage *self)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autofree char *sort = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  g_object_get (self->list_view, "sort", &sort, NULL);
  g_variant_dict_insert (dict, "view", "s", tranche_view_to_nick (self->view));
  if (self->account_id != NULL)
    g_variant_dict_insert (dict, "account", "s", self->account_id);
  if (self->text != NULL)
    g_variant_dict_insert (dict, "text", "s", self->text);
  g_variant_dict_insert (dict, "sort", "s", sort);
  g_variant_dict_insert_value (dict, "filter", tranche_list_filter_to_variant (self->filter));
  g_variant_dict_insert_value (dict, "columns",
                               tranche_column_choice_save (tranche_order_list_page_get_columns (self)));

  return g_variant_dict_end (dict);
}

void
tranche_order_list_page_restore (TrancheOrderListPage *self,
                                 GVariant             *state)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (state);
  g_autoptr (GVariant) filter = g_variant_dict_lookup_value (dict, "filter",
                                                             G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) columns = g_variant_dict_lookup_value (dict, "columns",
                                                              G_VARIANT_TYPE ("a(sbi)"));
  const char *view = NULL, *account_id = NULL, *text = NULL, *sort = NULL;

  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  g_variant_dict_lookup (dict, "view", "&s", &view);
  g_variant_dict_lookup (dict, "account", "&s", &account_id);
  g_variant_dict_lookup (dict, "text", "&s", &text);

  /* It is asked for as a whole, with the view. */
  self->has_view = FALSE;
  if (columns != NULL)
    tranche_column_choice_restore (tranche_order_list_page_get_columns (self), columns);
  if (g_variant_dict_lookup (dict, "sort", "&s", &sort))
    g_object_set (self->list_view, "sort", sort, NULL);
  if (filter != NULL) {
    g_autoptr (TrancheListFilter) read = tranche_list_filter_from_variant (filter);

    tranche_order_list_page_set_filter (self, read);
  }
  tranche_order_list_page_set_text (self, text);
  tranche_order_list_page_set_view (self, tranche_view_from_nick (view), account_id);
}
