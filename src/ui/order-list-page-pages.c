/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-page-private.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/list-state.h"
#include "ui/view-words.h"

void
tranche_order_list_page_update_state (TrancheOrderListPage *self)
{
  const GError *error = tranche_order_list_get_error (self->list);
  TrancheListState state;

  state = tranche_list_state (g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                              tranche_order_list_get_loading (self->list),
                              self->text != NULL || !tranche_list_filter_is_empty (self->filter),
                              error != NULL);

  if (state == TRANCHE_LIST_STATE_FAILED) {
    g_autoptr (TrancheErrorWords) words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);

    adw_status_page_set_title (self->failed_page, words->title);
    adw_status_page_set_description (self->failed_page, words->body);
  }

  gtk_stack_set_visible_child_name (self->stack, tranche_list_state_to_name (state));
}

void
tranche_order_list_page_update_empty_page (TrancheOrderListPage *self)
{
  /* The sign of the view itself warns. */
  adw_status_page_set_icon_name (self->empty_page,
                                 self->view == TRANCHE_VIEW_NEEDS_ACTION && self->account_id == NULL
                                   ? "tranche-stage-committed-symbolic"
                                   : tranche_view_icon_name (self->view));
  adw_status_page_set_title (self->empty_page,
                             self->account_id != NULL ? _("No Orders of This Account")
                                                      : tranche_view_empty_title (self->view));
  adw_status_page_set_description (self->empty_page,
                                   self->account_id != NULL
                                     ? _("Make the first one with “New Order”.")
                                     : tranche_view_empty_description (self->view));
}

void
tranche_order_list_page_update_no_results_page (TrancheOrderListPage *self)
{
  gboolean filtered = !tranche_list_filter_is_empty (self->filter);
  g_autofree char *description = NULL;
  g_autofree char *escaped = NULL;

  if (self->text != NULL && filtered)
    description = g_strdup_printf (_("No order that fits the filters has “%s”."), self->text);
  else if (self->text != NULL)
    description = g_strdup_printf (_("No order here has “%s”."), self->text);
  else
    description = g_strdup (_("No order here fits the filters."));

  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_description (self->no_results_page, escaped);
  gtk_widget_set_visible (self->clear_button, filtered);
  gtk_widget_set_visible (self->search_all_button,
                          self->text != NULL &&
                          (self->view != TRANCHE_VIEW_ALL || self->account_id != NULL));
}
