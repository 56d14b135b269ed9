/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/order-list-page.h"
#include "ui/order-list-view.h"

G_BEGIN_DECLS

struct _TrancheOrderListPage {
  AdwBin parent_instance;

  GtkStack *stack;
  TrancheOrderListView *list_view;
  AdwStatusPage *empty_page;
  AdwStatusPage *no_results_page;
  GtkWidget *clear_button;
  GtkWidget *search_all_button;
  AdwStatusPage *failed_page;

  TrancheOrderList *list;

  TrancheView view;
  char *account_id;
  char *text;
  TrancheListFilter *filter;
  TrancheClock *clock;
  gint64 selected_id;
  gboolean has_view; /* nothing is asked for before */
  gboolean single_click;
};

/* Shows the list, or what stands in its place. */
void tranche_order_list_page_update_state           (TrancheOrderListPage *self);
/* What is said where there is no order of the view, or none that is looked for. */
void tranche_order_list_page_update_empty_page      (TrancheOrderListPage *self);
void tranche_order_list_page_update_no_results_page (TrancheOrderListPage *self);

G_END_DECLS
