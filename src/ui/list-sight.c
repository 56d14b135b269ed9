/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-sight.h"

#include "ui/after-layout.h"
#include "ui/steady-top.h"

struct _TrancheListSight {
  GObject parent_instance;

  GtkColumnView *view; /* unowned: it has this */
  GtkAdjustment *adjustment;
  TrancheOrderList *list;
  TrancheOrderSelection *selection;
  TrancheSteadyTop *steady_top;
  TrancheAfterLayout *again;
  guint wanted; /* position */
  gboolean scroll_pending;
  gboolean selection_pending; /* what of it the query lists is not known yet */
  gboolean reveal_pending;
};

G_DEFINE_FINAL_TYPE (TrancheListSight, tranche_list_sight, G_TYPE_OBJECT)

/* GTK_INVALID_LIST_POSITION while the list does not have it. */
static guint
find_selected (TrancheListSight *self)
{
  gint64 id = tranche_order_selection_get_id (self->selection);

  return id != 0 ? tranche_order_list_find (self->list, id) : GTK_INVALID_LIST_POSITION;
}

/* Whether the keyboard is on the rows: on the headers it stays there. */
static gboolean
rows_have_focus (TrancheListSight *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *focus_child = gtk_widget_get_focus_child (GTK_WIDGET (self->view));

  return focus_child != NULL && focus_child != header;
}

static void
scroll_to_wanted (gpointer user_data)
{
  TrancheListSight *self = user_data;

  if (self->wanted < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_column_view_scroll_to (self->view, self->wanted, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* GTK goes by the places of the rows in the last layout, so that rows which have just
 * come would be missed: it is told once more when they are laid out. */
static void
scroll_to (TrancheListSight *self,
           guint             position,
           gboolean          focus)
{
  tranche_steady_top_release (self->steady_top);
  tranche_order_places_reach (tranche_order_selection_get_places (self->selection), position);
  gtk_column_view_scroll_to (self->view, position, NULL,
                             focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE, NULL);
  self->wanted = position;
  tranche_after_layout_ask (self->again, GTK_WIDGET (self->view));
}

static void
scroll_along (TrancheListSight *self,
              guint             position)
{
  scroll_to (self, position, rows_have_focus (self));
}

/* The first row would stand at the top, and the header of its day above that. */
static void
scroll_to_top (TrancheListSight *self)
{
  scroll_along (self, 0);
  tranche_after_layout_cancel (self->again);
  tranche_steady_top_hold (self->steady_top, GTK_WIDGET (self->view));
}

/* Before the view knows. Whoever is at the top and has chosen nothing waits for
 * what comes, and it may come above. */
static void
items_change_cb (TrancheListSight *self,
                 guint             position,
                 guint             n_removed,
                 guint             n_added)
{
  if (n_added > 0 && gtk_adjustment_get_value (self->adjustment) < 1 &&
      tranche_order_selection_get_n_selected (self->selection) == 0)
    tranche_steady_top_hold (self->steady_top, GTK_WIDGET (self->view));
}

static void
reveal (TrancheListSight *self)
{
  if (self->reveal_pending && find_selected (self) != GTK_INVALID_LIST_POSITION)
    tranche_list_sight_show_selected (self);
}

/* An order that a new query does not list is not the selected one any more;
 * one that merely left the list, because it was committed, still is. */
static void
complete_changed_cb (TrancheListSight *self)
{
  if (!self->selection_pending || tranche_order_list_get_loading (self->list) ||
      !tranche_order_list_get_complete (self->list))
    return;

  self->selection_pending = FALSE;
  tranche_order_selection_prune (self->selection);
  reveal (self);
}

static void
loading_changed_cb (TrancheListSight *self)
{
  if (tranche_order_list_get_loading (self->list) || !self->scroll_pending)
    return;

  tranche_list_sight_show_selected (self);
  /* It may stand below the first of them. */
  self->reveal_pending = find_selected (self) == GTK_INVALID_LIST_POSITION &&
                         tranche_order_selection_get_id (self->selection) != 0;
  complete_changed_cb (self);
}

static void
tranche_list_sight_dispose (GObject *object)
{
  TrancheListSight *self = TRANCHE_LIST_SIGHT (object);

  g_clear_object (&self->steady_top);
  g_clear_pointer (&self->again, tranche_after_layout_free);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tranche_list_sight_parent_class)->dispose (object);
}

static void
tranche_list_sight_class_init (TrancheListSightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_list_sight_dispose;
}

static void
tranche_list_sight_init (TrancheListSight *self)
{
  self->again = tranche_after_layout_new (scroll_to_wanted, self);
}

TrancheListSight *
tranche_list_sight_new (GtkColumnView         *view,
                        TrancheOrderList      *list,
                        TrancheOrderSelection *selection)
{
  TrancheListSight *self = g_object_new (TRANCHE_TYPE_LIST_SIGHT, NULL);

  self->view = view;
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  self->list = g_object_ref (list);
  self->selection = g_object_ref (selection);
  self->steady_top = tranche_steady_top_new (self->adjustment);

  g_signal_connect_object (selection, "items-changed",
                           G_CALLBACK (items_change_cb), self, G_CONNECT_SWAPPED);
  /* After the view has done with the change itself. */
  g_signal_connect_object (selection, "items-changed",
                           G_CALLBACK (reveal), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "notify::complete",
                           G_CALLBACK (complete_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading",
                           G_CALLBACK (loading_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
tranche_list_sight_begin_anew (TrancheListSight *self)
{
  g_return_if_fail (TRANCHE_IS_LIST_SIGHT (self));

  self->scroll_pending = TRUE;
  self->selection_pending = TRUE;
}

gboolean
tranche_list_sight_is_away (TrancheListSight *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIST_SIGHT (self), FALSE);

  return gtk_adjustment_get_value (self->adjustment) >= 1 || rows_have_focus (self);
}

void
tranche_list_sight_go_to_top (TrancheListSight *self)
{
  g_return_if_fail (TRANCHE_IS_LIST_SIGHT (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    scroll_along (self, 0);
}

void
tranche_list_sight_show_selected (TrancheListSight *self)
{
  guint position;

  g_return_if_fail (TRANCHE_IS_LIST_SIGHT (self));

  position = find_selected (self);
  self->scroll_pending = FALSE;
  self->reveal_pending = FALSE;

  if (position != 0 && position != GTK_INVALID_LIST_POSITION)
    scroll_along (self, position);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    scroll_to_top (self);
}

void
tranche_list_sight_await (TrancheListSight *self)
{
  g_return_if_fail (TRANCHE_IS_LIST_SIGHT (self));

  tranche_list_sight_show_selected (self);
  /* A new order may come into the list only after it was made. */
  self->reveal_pending = find_selected (self) == GTK_INVALID_LIST_POSITION;
}

gboolean
tranche_list_sight_focus (TrancheListSight *self,
                          gboolean          select)
{
  guint position;

  g_return_val_if_fail (TRANCHE_IS_LIST_SIGHT (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return FALSE;

  position = find_selected (self);
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  if (select && !tranche_order_selection_get_gathering (self->selection))
    tranche_order_selection_set_id (self->selection,
                                    tranche_order_list_get_id (self->list, position));
  scroll_to (self, position, TRUE);
  /* That makes it the one to be focused, where the list has the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return TRUE;
}
