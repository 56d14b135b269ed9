/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sidebar.h"

#include "ui/connection-row.h"
#include "ui/saved-view-row.h"
#include "ui/saved-views.h"
#include "ui/view-row.h"

struct _TrancheSidebar {
  AdwBin parent_instance;

  GtkListBox *views;
  GtkWidget *saved_heading;
  GtkListBox *saved;
  GtkListBox *accounts;

  TrancheViewCounts *counts;
  TrancheView view;
  char *account_id;
  char *saved_id;
};

G_DEFINE_FINAL_TYPE (TrancheSidebar, tranche_sidebar, ADW_TYPE_BIN)

enum {
  SIGNAL_CHOSEN,
  SIGNAL_SAVED_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkListBoxRow *
find_account_row (TrancheSidebar *self,
                  const char     *account_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->accounts, i)) != NULL; i++) {
    TrancheConnection *connection =
      tranche_connection_row_get_connection (TRANCHE_CONNECTION_ROW (row));

    if (g_strcmp0 (tranche_account_get_id (tranche_connection_get_account (connection)),
                   account_id) == 0)
      return row;
  }

  return NULL;
}

static GtkListBoxRow *
find_saved_row (TrancheSidebar *self,
                const char     *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->saved, i)) != NULL; i++) {
    TrancheSavedView *view = tranche_saved_view_row_get_view (TRANCHE_SAVED_VIEW_ROW (row));

    if (g_strcmp0 (tranche_saved_view_get_id (view), id) == 0)
      return row;
  }

  return NULL;
}

/* One selection in three lists. */
static void
update_selection (TrancheSidebar *self)
{
  GtkListBoxRow *account_row = NULL;
  GtkListBoxRow *saved_row = NULL;

  if (self->saved_id != NULL)
    saved_row = find_saved_row (self, self->saved_id);
  if (saved_row == NULL && self->account_id != NULL)
    account_row = find_account_row (self, self->account_id);

  gtk_list_box_select_row (self->saved, saved_row);
  gtk_list_box_select_row (self->accounts, account_row);
  gtk_list_box_select_row (self->views,
                           account_row == NULL && saved_row == NULL
                             ? gtk_list_box_get_row_at_index (self->views, self->view)
                             : NULL);
}

static void
view_activated_cb (TrancheSidebar *self,
                   GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 tranche_view_row_get_view (TRANCHE_VIEW_ROW (row)), NULL);
}

static void
account_activated_cb (TrancheSidebar *self,
                      GtkListBoxRow  *row)
{
  TrancheConnection *connection =
    tranche_connection_row_get_connection (TRANCHE_CONNECTION_ROW (row));
  TrancheAccount *account = tranche_connection_get_account (connection);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, TRANCHE_VIEW_ALL, tranche_account_get_id (account));
}

static void
saved_activated_cb (TrancheSidebar *self,
                    GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_SAVED_CHOSEN], 0,
                 tranche_saved_view_row_get_view (TRANCHE_SAVED_VIEW_ROW (row)));
}

static void
counts_changed_cb (TrancheSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->views, i)) != NULL; i++) {
    TrancheView view = tranche_view_row_get_view (TRANCHE_VIEW_ROW (row));

    tranche_view_row_set_count (TRANCHE_VIEW_ROW (row), tranche_view_counts_get (self->counts, view));
  }
}

static GtkWidget *
create_account_row (gpointer item,
                    gpointer user_data)
{
  return tranche_connection_row_new (item);
}

static GtkWidget *
create_saved_row (gpointer item,
                  gpointer user_data)
{
  return tranche_saved_view_row_new (item);
}

static void
saved_changed_cb (TrancheSidebar *self,
                  guint           position,
                  guint           n_removed,
                  guint           n_added,
                  GListModel     *views)
{
  gtk_widget_set_visible (self->saved_heading, g_list_model_get_n_items (views) > 0);
  update_selection (self);
}

static void
tranche_sidebar_dispose (GObject *object)
{
  TrancheSidebar *self = TRANCHE_SIDEBAR (object);

  g_clear_object (&self->counts);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->saved_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_SIDEBAR);

  G_OBJECT_CLASS (tranche_sidebar_parent_class)->dispose (object);
}

static void
tranche_sidebar_class_init (TrancheSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_sidebar_dispose;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, TRANCHE_TYPE_VIEW, G_TYPE_STRING);
  signals[SIGNAL_SAVED_CHOSEN] =
    g_signal_new ("saved-chosen",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TRANCHE_TYPE_SAVED_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheSidebar, views);
  gtk_widget_class_bind_template_child (widget_class, TrancheSidebar, accounts);
  gtk_widget_class_bind_template_child (widget_class, TrancheSidebar, saved_heading);
  gtk_widget_class_bind_template_child (widget_class, TrancheSidebar, saved);
  gtk_widget_class_bind_template_callback (widget_class, view_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_activated_cb);
}

static void
tranche_sidebar_init (TrancheSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++)
    gtk_list_box_append (self->views, tranche_view_row_new (view));
}

void
tranche_sidebar_set_shop (TrancheSidebar    *self,
                          TrancheShop       *shop,
                          TrancheViewCounts *counts)
{
  GListModel *connections;

  g_return_if_fail (TRANCHE_IS_SIDEBAR (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));
  g_return_if_fail (self->counts == NULL);

  connections = tranche_shop_get_connections (shop);
  gtk_list_box_bind_model (self->accounts, connections, create_account_row, NULL, NULL);
  /* The rows are new then, and none of them is selected. */
  g_signal_connect_object (connections, "items-changed",
                           G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  self->counts = g_object_ref (counts);
  g_signal_connect_object (counts, "changed",
                           G_CALLBACK (counts_changed_cb), self, G_CONNECT_SWAPPED);
  counts_changed_cb (self);
}

void
tranche_sidebar_select (TrancheSidebar *self,
                        TrancheView     view,
                        const char     *account_id)
{
  g_return_if_fail (TRANCHE_IS_SIDEBAR (self));

  self->view = view;
  g_set_str (&self->account_id, account_id);
  g_clear_pointer (&self->saved_id, g_free);
  update_selection (self);
}

const char *
tranche_sidebar_get_saved (TrancheSidebar *self)
{
  g_return_val_if_fail (TRANCHE_IS_SIDEBAR (self), NULL);

  return self->saved_id;
}

void
tranche_sidebar_select_saved (TrancheSidebar *self,
                              const char     *id)
{
  g_return_if_fail (TRANCHE_IS_SIDEBAR (self));

  g_set_str (&self->saved_id, id);
  update_selection (self);
}

void
tranche_sidebar_set_saved_views (TrancheSidebar *self,
                                 GListModel     *views)
{
  g_return_if_fail (TRANCHE_IS_SIDEBAR (self));

  gtk_list_box_bind_model (self->saved, views, create_saved_row, NULL, NULL);
  g_signal_connect_object (views, "items-changed",
                           G_CALLBACK (saved_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  saved_changed_cb (self, 0, 0, 0, views);
}
