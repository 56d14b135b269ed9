/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-view.h"

#include "ui/check-column.h"
#include "ui/column-choice.h"
#include "ui/column-visibility.h"
#include "ui/day-header.h"
#include "ui/list-sight.h"
#include "ui/order-columns.h"
#include "ui/row-menu.h"
#include "ui/view-words.h"
#include "ui/visible-orders.h"

/* Pixels of the column of check boxes. */
#define CHECKS_WIDTH 44

/* Pixels of the lowest row that there is. */
#define MIN_ROW 28

struct _TrancheOrderListView {
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkColumnView *column_view;

  TrancheOrderList *list;
  TrancheOrderSelection *selection;
  TrancheOrderColumns *columns;
  TrancheColumnChoice *choice;
  GtkColumnViewColumn *checks; /* unowned: of the view */
  TrancheVisibleOrders *visible;
  TrancheListSight *sight;
  GtkListItemFactory *day_headers;
  TrancheRowMenu *row_menu;

  gboolean single_click;
  gboolean narrow;
  guint layout_id;
};

G_DEFINE_FINAL_TYPE (TrancheOrderListView, tranche_order_list_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SORT,
  PROP_SINGLE_CLICK,
  N_PROPS,
};

enum {
  SIGNAL_OPENED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
selection_changed_cb (TrancheOrderListView *self)
{
  tranche_visible_orders_set_selected_id (self->visible,
                                          tranche_order_selection_get_id (self->selection));
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
clicked_cb (TrancheOrderListView *self)
{
  if (self->single_click)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* A row that is double-clicked was selected by the first click. */
static void
activate_cb (TrancheOrderListView *self,
             guint                 position)
{
  if (tranche_order_selection_get_gathering (self->selection))
    return;

  tranche_order_selection_set_id (self->selection, tranche_order_list_get_id (self->list, position));
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static gboolean
event_cb (TrancheOrderListView *self,
          GdkEvent             *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (self->selection != NULL)
    tranche_order_selection_set_pointing (self->selection,
                                          type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE ||
                                          type == GDK_TOUCH_BEGIN || type == GDK_TOUCH_END);

  return GDK_EVENT_PROPAGATE;
}

/* Where there are no days, all would be one day with a header. */
static void
days_changed_cb (TrancheOrderListView *self)
{
  TrancheDayRange day;
  gboolean has_days = tranche_order_list_get_day (self->list, 0, &day);

  gtk_column_view_set_header_factory (self->column_view, has_days ? self->day_headers : NULL);
}

/* The rows that the view has widgets for have to be those that stay: the first ones. */
static void
filling_cb (TrancheOrderListView *self)
{
  if (!tranche_list_sight_is_away (self->sight))
    return;

  gtk_column_view_set_header_factory (self->column_view, NULL);
  tranche_list_sight_go_to_top (self->sight);
}

static void
show_days_anew (TrancheOrderListView *self)
{
  gtk_column_view_set_header_factory (self->column_view, NULL);
  days_changed_cb (self);
}

static void
sort_changed_cb (TrancheOrderListView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
update_layout_cb (gpointer user_data)
{
  TrancheOrderListView *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  int width = gtk_adjustment_get_page_size (adjustment);
  gboolean narrow;

  self->layout_id = 0;
  if (tranche_order_selection_get_gathering (self->selection))
    width -= CHECKS_WIDTH;
  tranche_order_columns_set_width (self->columns, width);

  /* The rows have another height then. */
  narrow = tranche_order_columns_get_narrow (self->columns);
  if (narrow != self->narrow) {
    self->narrow = narrow;
    tranche_list_sight_show_selected (self->sight);
  }
}

/* Columns cannot come and go while sizes are being given out. */
static void
width_changed_cb (TrancheOrderListView *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_once (update_layout_cb, self);
}

static void
tranche_order_list_view_dispose (GObject *object)
{
  TrancheOrderListView *self = TRANCHE_ORDER_LIST_VIEW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_object (&self->visible);
  g_clear_object (&self->sight);
  g_clear_object (&self->day_headers);
  if (self->row_menu != NULL)
    g_object_run_dispose (G_OBJECT (self->row_menu));
  g_clear_object (&self->row_menu);
  g_clear_object (&self->choice);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_LIST_VIEW);

  G_OBJECT_CLASS (tranche_order_list_view_parent_class)->dispose (object);
}

static char *
dup_sort (TrancheOrderListView *self)
{
  TrancheSortKey key;
  gboolean descending;

  if (!tranche_order_list_view_get_sort (self, &key, &descending))
    return g_strdup ("");

  return g_strconcat (descending ? "-" : "", tranche_sort_key_to_nick (key), NULL);
}

static void
set_sort (TrancheOrderListView *self,
          const char           *sort)
{
  gboolean descending = sort != NULL && sort[0] == '-';
  TrancheSortKey key;

  if (self->columns == NULL)
    return;

  if (sort != NULL && tranche_sort_key_from_nick (sort + descending, &key))
    tranche_order_columns_set_sort (self->columns, key, descending);
  else
    gtk_column_view_sort_by_column (self->column_view, NULL, GTK_SORT_ASCENDING);
}

static void
tranche_order_list_view_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TrancheOrderListView *self = TRANCHE_ORDER_LIST_VIEW (object);

  switch (prop_id) {
  case PROP_SORT:
    g_value_take_string (value, dup_sort (self));
    break;
  case PROP_SINGLE_CLICK:
    g_value_set_boolean (value, self->single_click);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_list_view_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TrancheOrderListView *self = TRANCHE_ORDER_LIST_VIEW (object);

  switch (prop_id) {
  case PROP_SORT:
    set_sort (self, g_value_get_string (value));
    break;
  case PROP_SINGLE_CLICK:
    if (self->single_click == g_value_get_boolean (value))
      break;
    self->single_click = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_list_view_class_init (TrancheOrderListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tranche_order_list_view_dispose;
  object_class->get_property = tranche_order_list_view_get_property;
  object_class->set_property = tranche_order_list_view_set_property;

  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "", flags);
  properties[PROP_SINGLE_CLICK] = g_param_spec_boolean ("single-click", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListView, column_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_cb);
}

static void
tranche_order_list_view_init (TrancheOrderListView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
gathering_changed_cb (TrancheOrderListView *self)
{
  TrancheColumnVisibility checks =
    { self->checks, tranche_order_selection_get_gathering (self->selection) };

  tranche_column_visibility_apply (self->column_view, &checks, 1);
}

static void
add_columns (TrancheOrderListView *self,
             TrancheShop          *shop,
             TrancheClock         *clock)
{
  g_autoptr (GtkColumnViewColumn) checks = tranche_check_column_new ();

  self->columns = tranche_order_columns_new (self->column_view, shop, clock);
  gtk_column_view_column_set_fixed_width (checks, CHECKS_WIDTH);
  gtk_column_view_insert_column (self->column_view, 0, checks);
  self->choice = tranche_column_choice_new (self->column_view, self->columns);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  tranche_column_choice_get_actions (self->choice));
  self->checks = checks;
  gathering_changed_cb (self);
  g_signal_connect_object (self->selection, "notify::gathering",
                           G_CALLBACK (gathering_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::gathering",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "sort-changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
height_changed_cb (TrancheOrderListView *self,
                   GParamSpec           *pspec,
                   GtkAdjustment        *vadjustment)
{
  tranche_order_places_set_screen (tranche_order_selection_get_places (self->selection),
                                   (guint) (gtk_adjustment_get_page_size (vadjustment) / MIN_ROW) + 2);
}

void
tranche_order_list_view_set_list (TrancheOrderListView *self,
                                  TrancheOrderList     *list,
                                  TrancheShop          *shop,
                                  TrancheClock         *clock)
{
  GtkAdjustment *vadjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_return_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  self->selection = tranche_order_selection_new (list);
  g_signal_connect_object (tranche_order_selection_get_places (self->selection), "filling",
                           G_CALLBACK (filling_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_order_selection_get_places (self->selection), "filled",
                           G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vadjustment, "notify::page-size",
                           G_CALLBACK (height_changed_cb), self, G_CONNECT_SWAPPED);
  add_columns (self, shop, clock);
  self->visible = tranche_visible_orders_new (vadjustment, self->selection,
                                              tranche_shop_get_live_status (shop));
  self->sight = tranche_list_sight_new (self->column_view, list, self->selection);

  self->row_menu = tranche_row_menu_new (GTK_WIDGET (self), self->column_view, self->selection);
  self->day_headers = tranche_day_header_factory_new (list, clock);
  g_signal_connect_object (list, "days-changed",
                           G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "day-changed",
                           G_CALLBACK (show_days_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "clicked",
                           G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
}

TrancheOrderSelection *
tranche_order_list_view_get_selection (TrancheOrderListView *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self), NULL);

  return self->selection;
}

TrancheColumnChoice *
tranche_order_list_view_get_choice (TrancheOrderListView *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self), NULL);

  return self->choice;
}

gboolean
tranche_order_list_view_get_sort (TrancheOrderListView *self,
                                  TrancheSortKey       *key,
                                  gboolean             *descending)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self), FALSE);

  return self->columns != NULL && tranche_order_columns_get_sort (self->columns, key, descending);
}

void
tranche_order_list_view_begin_anew (TrancheOrderListView *self)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self));

  tranche_list_sight_begin_anew (self->sight);
}

void
tranche_order_list_view_select (TrancheOrderListView *self,
                                gint64                order_id)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self));

  tranche_order_selection_set_id (self->selection, order_id);
  tranche_list_sight_await (self->sight);
}

gboolean
tranche_order_list_view_focus (TrancheOrderListView *self,
                               gboolean              select)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_VIEW (self), FALSE);

  return self->sight != NULL && tranche_list_sight_focus (self->sight, select);
}
