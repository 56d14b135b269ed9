/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "ui/order-field.h"

G_BEGIN_DECLS

/**
 * TrancheListOnPaper:
 * @title: what the list is called
 * @subtitle: what narrows it; may be empty
 * @fields: (element-type TrancheOrderField): its columns, from left to right
 * @orders: (element-type TrancheOrder): in the order of the list
 * @account_labels: account id → what the account is called
 * @now: when it is printed
 *
 * A list as it is to be printed. Every field is owned.
 */
typedef struct {
  char *title;
  char *subtitle;
  GArray *fields;
  GPtrArray *orders;
  GHashTable *account_labels;
  GDateTime *now;
} TrancheListOnPaper;

void tranche_list_on_paper_free (TrancheListOnPaper *self);

#define TRANCHE_TYPE_LIST_PAPER (tranche_list_paper_get_type ())
G_DECLARE_FINAL_TYPE (TrancheListPaper, tranche_list_paper, TRANCHE, LIST_PAPER, GObject)

/**
 * TrancheListPaper:
 *
 * A list of orders laid out on pages: over the first its title, on each the headings
 * of the columns and the number of the page, under the last row what the orders come
 * to in each currency. A row is one line; what is longer than its column ends in an
 * ellipsis; columns of figures are as wide as the longest. All other texts are made
 * when a page is drawn, so that a long list costs little before.
 *
 * All measures are points; @context has to be of 72 dots per inch. The origin is the
 * upper left corner of the room that the margins leave.
 */
/* @list: (transfer none): it has to outlive the paper. */
TrancheListPaper *tranche_list_paper_new         (PangoContext             *context,
                                                  const TrancheListOnPaper *list,
                                                  double                    width,
                                                  double                    height);
guint             tranche_list_paper_get_n_pages (TrancheListPaper         *self);
void              tranche_list_paper_draw        (TrancheListPaper         *self,
                                                  cairo_t                  *cr,
                                                  guint                     page);
double            tranche_list_paper_get_column_width (TrancheListPaper    *self,
                                                  TrancheOrderField         field);
/* What stands in a cell on paper: where the window says when by what day it is,
 * paper says the day. (transfer full) */
char             *tranche_list_paper_cell_text   (const TrancheListOnPaper *list,
                                                  guint                     row,
                                                  TrancheOrderField         field);
/* "12 orders · 124,900 ₽ · 3,000 ₴". (transfer full) */
char             *tranche_list_paper_total_text  (const TrancheListOnPaper *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheListOnPaper, tranche_list_on_paper_free)

G_END_DECLS
