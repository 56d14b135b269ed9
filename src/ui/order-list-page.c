/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-page.h"

#include <glib/gi18n.h>

#include "model/order-list.h"
#include "ui/error-words.h"
#include "ui/list-state.h"
#include "ui/order-columns.h"
#include "ui/view-words.h"
#include "ui/visible-orders.h"

struct _TrancheOrderListPage {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *column_view;
  AdwStatusPage *empty_page;
  AdwStatusPage *no_results_page;
  AdwStatusPage *failed_page;

  TrancheOrderList *list;
  GtkSingleSelection *selection;
  TrancheOrderColumns *columns;
  TrancheVisibleOrders *visible;

  TrancheView view;
  char *account_id;
  char *text;
  gint64 selected_id;
  gboolean scroll_pending;
  gboolean selection_pending; /* whether the query lists it is not known yet */
  gboolean reveal_pending;
  gboolean stay_at_top;
  gboolean narrow;
  guint layout_id;
};

G_DEFINE_FINAL_TYPE (TrancheOrderListPage, tranche_order_list_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_VIEW,
  PROP_ACCOUNT_ID,
  PROP_TEXT,
  PROP_SORT,
  PROP_SELECTED_ID,
  PROP_SINGLE_CLICK,
  N_PROPS,
};

enum {
  SIGNAL_OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_state (TrancheOrderListPage *self)
{
  const GError *error = tranche_order_list_get_error (self->list);
  TrancheListState state;

  state = tranche_list_state (g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                              tranche_order_list_get_loading (self->list),
                              self->text != NULL,
                              error != NULL);

  if (state == TRANCHE_LIST_STATE_FAILED) {
    g_autoptr (TrancheErrorWords) words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);

    adw_status_page_set_title (self->failed_page, words->title);
    adw_status_page_set_description (self->failed_page, words->body);
  }

  gtk_stack_set_visible_child_name (self->stack, tranche_list_state_to_name (state));
}

static void
update_empty_page (TrancheOrderListPage *self)
{
  adw_status_page_set_icon_name (self->empty_page, tranche_view_icon_name (self->view));
  adw_status_page_set_title (self->empty_page,
                             self->account_id != NULL ? _("No Orders of This Account")
                                                      : tranche_view_empty_title (self->view));
  adw_status_page_set_description (self->empty_page,
                                   self->account_id != NULL
                                     ? _("Make the first one with “New Order”.")
                                     : tranche_view_empty_description (self->view));
}

static void
update_query (TrancheOrderListPage *self)
{
  g_autoptr (TrancheOrderQuery) query = NULL;
  TrancheOrderQuery *current;
  TrancheSortKey key;
  gboolean descending;

  if (self->list == NULL)
    return;

  if (!tranche_order_columns_get_sort (self->columns, &key, &descending))
    key = tranche_view_default_sort (self->view, &descending);

  query = tranche_order_query_new (self->view, self->account_id, self->text, key, descending);
  current = tranche_order_list_get_query (self->list);
  if (current != NULL && tranche_order_query_equal (current, query))
    return;

  self->scroll_pending = TRUE;
  self->selection_pending = TRUE;
  tranche_order_list_set_query (self->list, query);
  update_empty_page (self);
  update_state (self);
}

static void
set_selected_id (TrancheOrderListPage *self,
                 gint64                order_id)
{
  if (self->selected_id == order_id)
    return;

  self->selected_id = order_id;
  if (self->visible != NULL)
    tranche_visible_orders_set_selected_id (self->visible, order_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/* Puts the selection where the selected order is, for a row that moves is
 * taken out and put in again. */
static void
restore_selection (TrancheOrderListPage *self)
{
  guint position;

  if (self->selected_id == 0 || gtk_single_selection_get_selected_item (self->selection) != NULL)
    return;

  position = tranche_order_list_find (self->list, self->selected_id);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
scroll_to_selected (TrancheOrderListPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  self->scroll_pending = FALSE;
  self->reveal_pending = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_column_view_scroll_to (self->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
selected_item_changed_cb (TrancheOrderListPage *self)
{
  TrancheOrderRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    set_selected_id (self, tranche_order_row_get_id (row));
}

/* Before the view knows. Whoever is at the top and has chosen nothing waits for
 * what comes, and it may come above. */
static void
items_change_cb (TrancheOrderListPage *self,
                 guint                 position,
                 guint                 n_removed,
                 guint                 n_added)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (n_added > 0 && self->selected_id == 0 && gtk_adjustment_get_value (adjustment) < 1)
    self->stay_at_top = TRUE;
}

/* The view has kept the rows where they were, and moved away from the top. */
static void
height_changed_cb (TrancheOrderListPage *self,
                   GtkAdjustment        *adjustment)
{
  if (!self->stay_at_top)
    return;

  self->stay_at_top = FALSE;
  gtk_adjustment_set_value (adjustment, 0);
}

static void
items_changed_cb (TrancheOrderListPage *self)
{
  restore_selection (self);
  update_state (self);

  if (self->reveal_pending && gtk_single_selection_get_selected_item (self->selection) != NULL)
    scroll_to_selected (self);
}

/* An order that a new query does not list is not the selected one any more;
 * one that merely left the list, because it was committed, still is. */
static void
complete_changed_cb (TrancheOrderListPage *self)
{
  if (!self->selection_pending || tranche_order_list_get_loading (self->list) ||
      !tranche_order_list_get_complete (self->list))
    return;

  self->selection_pending = FALSE;
  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    return;

  restore_selection (self);
  if (gtk_single_selection_get_selected_item (self->selection) == NULL)
    set_selected_id (self, 0);
  else
    scroll_to_selected (self);
}

static void
loading_changed_cb (TrancheOrderListPage *self)
{
  update_state (self);

  if (tranche_order_list_get_loading (self->list) || !self->scroll_pending)
    return;

  restore_selection (self);
  scroll_to_selected (self);
  complete_changed_cb (self);
}

static void
sort_changed_cb (TrancheOrderListPage *self)
{
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
activate_cb (TrancheOrderListPage *self,
             guint                 position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
retry_cb (TrancheOrderListPage *self)
{
  tranche_order_list_refresh (self->list);
}

static void
update_layout_cb (gpointer user_data)
{
  TrancheOrderListPage *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  int width = gtk_adjustment_get_page_size (adjustment);
  gboolean narrow = tranche_order_columns_is_narrow (width);

  self->layout_id = 0;
  tranche_order_columns_set_width (self->columns, width);

  /* The rows have another height now. */
  if (narrow != self->narrow) {
    self->narrow = narrow;
    scroll_to_selected (self);
  }
}

/* Columns cannot come and go while sizes are being given out. */
static void
width_changed_cb (TrancheOrderListPage *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_once (update_layout_cb, self);
}

static void
tranche_order_list_page_dispose (GObject *object)
{
  TrancheOrderListPage *self = TRANCHE_ORDER_LIST_PAGE (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_object (&self->visible);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_LIST_PAGE);

  G_OBJECT_CLASS (tranche_order_list_page_parent_class)->dispose (object);
}

static void
tranche_order_list_page_finalize (GObject *object)
{
  TrancheOrderListPage *self = TRANCHE_ORDER_LIST_PAGE (object);

  g_free (self->account_id);
  g_free (self->text);

  G_OBJECT_CLASS (tranche_order_list_page_parent_class)->finalize (object);
}

static char *
dup_sort (TrancheOrderListPage *self)
{
  TrancheSortKey key;
  gboolean descending;

  if (self->columns == NULL ||
      !tranche_order_columns_get_sort (self->columns, &key, &descending))
    return g_strdup ("");

  return g_strconcat (descending ? "-" : "", tranche_sort_key_to_nick (key), NULL);
}

static void
set_sort (TrancheOrderListPage *self,
          const char           *sort)
{
  gboolean descending = sort != NULL && sort[0] == '-';
  TrancheSortKey key;

  if (self->columns == NULL)
    return;

  if (sort != NULL && tranche_sort_key_from_nick (sort + descending, &key))
    tranche_order_columns_set_sort (self->columns, key, descending);
}

static void
tranche_order_list_page_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TrancheOrderListPage *self = TRANCHE_ORDER_LIST_PAGE (object);

  switch (prop_id) {
  case PROP_VIEW:
    g_value_set_enum (value, self->view);
    break;
  case PROP_ACCOUNT_ID:
    g_value_set_string (value, self->account_id);
    break;
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  case PROP_SORT:
    g_value_take_string (value, dup_sort (self));
    break;
  case PROP_SELECTED_ID:
    g_value_set_int64 (value, self->selected_id);
    break;
  case PROP_SINGLE_CLICK:
    g_value_set_boolean (value, gtk_column_view_get_single_click_activate (self->column_view));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_list_page_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TrancheOrderListPage *self = TRANCHE_ORDER_LIST_PAGE (object);

  switch (prop_id) {
  case PROP_TEXT:
    tranche_order_list_page_set_text (self, g_value_get_string (value));
    break;
  case PROP_SORT:
    set_sort (self, g_value_get_string (value));
    break;
  case PROP_SINGLE_CLICK:
    if (gtk_column_view_get_single_click_activate (self->column_view) == g_value_get_boolean (value))
      break;
    gtk_column_view_set_single_click_activate (self->column_view, g_value_get_boolean (value));
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_VIEW] =
    g_param_spec_enum ("view", NULL, NULL, TRANCHE_TYPE_VIEW, TRANCHE_VIEW_NEEDS_ACTION, readable);
  properties[PROP_ACCOUNT_ID] =
    g_param_spec_string ("account-id", NULL, NULL, NULL, readable);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, writable);
  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL, "", writable);
  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_SINGLE_CLICK] =
    g_param_spec_boolean ("single-click", NULL, NULL, FALSE, writable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_order_list_page_class_init (TrancheOrderListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_order_list_page_dispose;
  object_class->finalize = tranche_order_list_page_finalize;
  object_class->get_property = tranche_order_list_page_get_property;
  object_class->set_property = tranche_order_list_page_set_property;

  install_properties (object_class);

  signals[SIGNAL_OPENED] =
    g_signal_new ("opened",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, no_results_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
tranche_order_list_page_init (TrancheOrderListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_order_list_page_set_shop (TrancheOrderListPage *self,
                                  TrancheShop          *shop,
                                  TrancheClock         *clock)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));
  g_return_if_fail (self->list == NULL);

  self->list = tranche_order_list_new (tranche_shop_get_book (shop),
                                       tranche_shop_get_operations (shop));
  g_signal_connect_object (self->list, "items-changed",
                           G_CALLBACK (items_change_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  self->columns = tranche_order_columns_new (self->column_view, shop, clock);
  self->visible = tranche_visible_orders_new (gtk_scrolled_window_get_vadjustment (self->scroller),
                                              self->list,
                                              tranche_shop_get_live_status (shop));

  g_signal_connect_object (self->columns, "sort-changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_item_changed_cb), self, G_CONNECT_SWAPPED);
  /* After the selection has done with the change itself. */
  g_signal_connect_object (self->selection, "items-changed",
                           G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::complete",
                           G_CALLBACK (complete_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading",
                           G_CALLBACK (loading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error",
                           G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (height_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "day-changed",
                           G_CALLBACK (tranche_order_list_refresh), self->list, G_CONNECT_SWAPPED);

  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  update_query (self);
}

void
tranche_order_list_page_set_view (TrancheOrderListPage *self,
                                  TrancheView           view,
                                  const char           *account_id)
{
  gboolean view_changed, account_changed;

  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  view_changed = self->view != view;
  account_changed = g_set_str (&self->account_id, account_id);
  self->view = view;
  update_query (self);

  if (view_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  if (account_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT_ID]);
}

void
tranche_order_list_page_set_text (TrancheOrderListPage *self,
                                  const char           *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  if (text != NULL)
    stripped = g_strstrip (g_strdup (text));
  if (!g_set_str (&self->text, stripped != NULL && *stripped != '\0' ? stripped : NULL))
    return;

  if (self->text != NULL) {
    g_autofree char *description = g_strdup_printf (_("No order here has “%s”."), self->text);
    g_autofree char *escaped = g_markup_escape_text (description, -1);

    adw_status_page_set_description (self->no_results_page, escaped);
  }

  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

gint64
tranche_order_list_page_get_selected_id (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), 0);

  return self->selected_id;
}

TrancheOrder *
tranche_order_list_page_get_selected_order (TrancheOrderListPage *self)
{
  TrancheOrderRow *row;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  if (row == NULL || tranche_order_row_get_id (row) != self->selected_id)
    return NULL;

  return tranche_order_row_get_order (row);
}

void
tranche_order_list_page_select (TrancheOrderListPage *self,
                                gint64                order_id)
{
  guint position;

  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  position = tranche_order_list_find (self->list, order_id);
  gtk_single_selection_set_selected (self->selection, position);
  set_selected_id (self, order_id);
  scroll_to_selected (self);
  /* A new order may come into the list only after it was made. */
  self->reveal_pending = position == GTK_INVALID_LIST_POSITION;
}

gboolean
tranche_order_list_page_focus_list (TrancheOrderListPage *self,
                                    gboolean              select)
{
  GtkListScrollFlags flags = GTK_LIST_SCROLL_FOCUS | (select ? GTK_LIST_SCROLL_SELECT : 0);
  guint position;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return FALSE;

  position = gtk_single_selection_get_selected (self->selection);
  gtk_column_view_scroll_to (self->column_view,
                             position == GTK_INVALID_LIST_POSITION ? 0 : position,
                             NULL, flags, NULL);

  return TRUE;
}

void
tranche_order_list_page_reset_sort (TrancheOrderListPage *self)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  gtk_column_view_sort_by_column (self->column_view, NULL, GTK_SORT_ASCENDING);
}
