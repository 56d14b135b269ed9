/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/split-layout.h"

struct _TrancheSplitLayout {
  GObject parent_instance;

  AdwNavigationSplitView *split; /* unowned */
  TrancheOrderListPage *page;    /* unowned */
  TrancheCurrentOrder *current;
  TrancheSelectedOrders *selected;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (TrancheSplitLayout, tranche_split_layout, G_TYPE_OBJECT)

/* What is in the split is taken out and put in again. The focus stays where it
 * was, and whoever is typing a search goes on with nothing selected to be replaced. */
static void
set_collapsed (TrancheSplitLayout *self,
               gboolean            collapsed)
{
  GtkWidget *list = GTK_WIDGET (adw_navigation_split_view_get_sidebar (self->split));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->split));
  GtkWidget *there = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GtkWidget) focus = there != NULL ? g_object_ref (there) : NULL;
  gboolean in_rows = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page));
  int start = 0, end = 0;

  if (adw_navigation_split_view_get_collapsed (self->split) == collapsed)
    return;

  if (GTK_IS_TEXT (focus))
    gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end);
  adw_navigation_split_view_set_collapsed (self->split, collapsed);

  if (in_rows) {
    /* The rows are other widgets now. */
    tranche_order_list_page_focus_list (self->page, FALSE);
  } else if (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, list)) {
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
    gtk_editable_select_region (GTK_EDITABLE (focus), start, end);
  }
}

static void
update_cb (gpointer user_data)
{
  TrancheSplitLayout *self = user_data;
  gboolean single_click = FALSE;
  gboolean no_order = tranche_current_order_get_order (self->current) == NULL &&
                      tranche_selected_orders_get_n (self->selected) < 2;

  self->update_id = 0;
  g_object_get (self->page, "single-click", &single_click, NULL);
  set_collapsed (self, single_click || no_order);
}

/* The window is another width: the split cannot wait with that for a frame. */
static void
single_click_changed_cb (TrancheSplitLayout *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
}

/* The order may be another one twice before there is a frame. */
static void
orders_changed_cb (TrancheSplitLayout *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_once (update_cb, self);
}

static void
tranche_split_layout_finalize (GObject *object)
{
  TrancheSplitLayout *self = TRANCHE_SPLIT_LAYOUT (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->current);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (tranche_split_layout_parent_class)->finalize (object);
}

static void
tranche_split_layout_class_init (TrancheSplitLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_split_layout_finalize;
}

static void
tranche_split_layout_init (TrancheSplitLayout *self)
{
}

TrancheSplitLayout *
tranche_split_layout_new (AdwNavigationSplitView *split,
                          TrancheOrderListPage   *page,
                          TrancheCurrentOrder    *current,
                          TrancheSelectedOrders  *selected)
{
  TrancheSplitLayout *self;

  g_return_val_if_fail (ADW_IS_NAVIGATION_SPLIT_VIEW (split), NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (page), NULL);

  self = g_object_new (TRANCHE_TYPE_SPLIT_LAYOUT, NULL);
  self->split = split;
  self->page = page;
  self->current = g_object_ref (current);
  self->selected = g_object_ref (selected);
  g_signal_connect_object (page, "notify::single-click",
                           G_CALLBACK (single_click_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (current, "changed",
                           G_CALLBACK (orders_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selected, "changed",
                           G_CALLBACK (orders_changed_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return self;
}
