/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-page-private.h"

#include "ui/view-words.h"

G_DEFINE_FINAL_TYPE (TrancheOrderListPage, tranche_order_list_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_VIEW,
  PROP_ACCOUNT_ID,
  PROP_TEXT,
  PROP_FILTER,
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
update_query (TrancheOrderListPage *self)
{
  g_autoptr (TrancheOrderQuery) query = NULL;
  TrancheOrderQuery *current;
  TrancheOrderFilter filter;
  TrancheSortKey key;
  gboolean descending;

  if (self->list == NULL || !self->has_view)
    return;

  tranche_list_filter_resolve (self->filter, tranche_clock_get_now (self->clock), &filter);

  if (!tranche_order_list_view_get_sort (self->list_view, &key, &descending))
    key = tranche_view_default_sort (self->view, &descending);

  query = tranche_order_query_new_filtered (self->view,
                                            self->account_id != NULL ? self->account_id
                                                                     : self->filter->account_id,
                                            self->text, &filter, key, descending);
  current = tranche_order_list_get_query (self->list);
  if (current != NULL && tranche_order_query_equal (current, query))
    return;

  tranche_order_list_view_begin_anew (self->list_view);
  tranche_order_list_set_query (self->list, query);
  tranche_order_list_page_update_empty_page (self);
  tranche_order_list_page_update_state (self);
}

static void
sort_changed_cb (TrancheOrderListPage *self)
{
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* What "today" is has another beginning, or only another end. */
static void
day_changed_cb (TrancheOrderListPage *self)
{
  TrancheOrderQuery *before = tranche_order_list_get_query (self->list);

  update_query (self);
  if (tranche_order_list_get_query (self->list) == before)
    tranche_order_list_refresh (self->list);
}

static void
opened_cb (TrancheOrderListPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
selection_changed_cb (TrancheOrderListPage *self)
{
  gint64 id = tranche_order_selection_get_id (tranche_order_list_page_get_selection (self));

  if (self->selected_id == id)
    return;

  self->selected_id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

static void
retry_cb (TrancheOrderListPage *self)
{
  tranche_order_list_refresh (self->list);
}

static void
tranche_order_list_page_dispose (GObject *object)
{
  TrancheOrderListPage *self = TRANCHE_ORDER_LIST_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->clock);
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
  tranche_list_filter_free (self->filter);

  G_OBJECT_CLASS (tranche_order_list_page_parent_class)->finalize (object);
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
  case PROP_FILTER:
    g_value_set_boxed (value, self->filter);
    break;
  case PROP_SORT:
    g_object_get_property (G_OBJECT (self->list_view), "sort", value);
    break;
  case PROP_SELECTED_ID:
    g_value_set_int64 (value, self->selected_id);
    break;
  case PROP_SINGLE_CLICK:
    g_value_set_boolean (value, self->single_click);
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
  case PROP_FILTER:
    tranche_order_list_page_set_filter (self, g_value_get_boxed (value));
    break;
  case PROP_SORT:
    g_object_set_property (G_OBJECT (self->list_view), "sort", value);
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
  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, TRANCHE_TYPE_LIST_FILTER, writable);
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

  g_type_ensure (TRANCHE_TYPE_ORDER_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, no_results_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, search_all_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderListPage, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
tranche_order_list_page_init (TrancheOrderListPage *self)
{
  self->filter = tranche_list_filter_new ();
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

  self->clock = g_object_ref (clock);
  self->list = tranche_order_list_new (tranche_shop_get_book (shop),
                                       tranche_shop_get_operations (shop));
  tranche_order_list_view_set_list (self->list_view, self->list, shop, clock);

  g_signal_connect_object (self->list, "items-changed",
                           G_CALLBACK (tranche_order_list_page_update_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::loading",
                           G_CALLBACK (tranche_order_list_page_update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error",
                           G_CALLBACK (tranche_order_list_page_update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "day-changed",
                           G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
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
  self->has_view = TRUE;
  tranche_order_list_page_update_no_results_page (self);
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

  tranche_order_list_page_update_no_results_page (self);
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const TrancheListFilter *
tranche_order_list_page_get_filter (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return self->filter;
}

void
tranche_order_list_page_set_filter (TrancheOrderListPage    *self,
                                    const TrancheListFilter *filter)
{
  TrancheListFilter *copy;

  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  copy = filter != NULL ? tranche_list_filter_copy (filter) : tranche_list_filter_new ();
  if (tranche_list_filter_equal (self->filter, copy)) {
    tranche_list_filter_free (copy);
    return;
  }

  tranche_list_filter_free (self->filter);
  self->filter = copy;
  tranche_order_list_page_update_no_results_page (self);
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}
