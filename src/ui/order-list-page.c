/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-page.h"

#include <glib/gi18n.h>

#include "model/order-list.h"
#include "ui/error-words.h"
#include "ui/list-state.h"
#include "ui/order-list-view.h"
#include "ui/view-words.h"

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
update_state (TrancheOrderListPage *self)
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

static void
update_empty_page (TrancheOrderListPage *self)
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

static void
update_no_results_page (TrancheOrderListPage *self)
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
  update_empty_page (self);
  update_state (self);
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
                           G_CALLBACK (update_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::loading",
                           G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error",
                           G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
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
  update_no_results_page (self);
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

  update_no_results_page (self);
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
  update_no_results_page (self);
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
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
  g_autoptr (TrancheOrderRow) row = NULL;
  guint position;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  if (self->selected_id == 0)
    return NULL;

  position = tranche_order_list_find (self->list, self->selected_id);
  if (position != GTK_INVALID_LIST_POSITION)
    row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  /* The list keeps it alive. */
  return row != NULL ? tranche_order_row_get_order (row) : NULL;
}

TrancheOrderSelection *
tranche_order_list_page_get_selection (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return tranche_order_list_view_get_selection (self->list_view);
}

TrancheOrderList *
tranche_order_list_page_get_list (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return self->list;
}

void
tranche_order_list_page_select (TrancheOrderListPage *self,
                                gint64                order_id)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  tranche_order_list_view_select (self->list_view, order_id);
}

gboolean
tranche_order_list_page_focus_list (TrancheOrderListPage *self,
                                    gboolean              select)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), FALSE);

  return tranche_order_list_view_focus (self->list_view, select);
}

TrancheColumnChoice *
tranche_order_list_page_get_columns (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return tranche_order_list_view_get_choice (self->list_view);
}

GArray *
tranche_order_list_page_list_ids (TrancheOrderListPage *self)
{
  TrancheOrderSelection *selection = tranche_order_list_page_get_selection (self);
  GArray *ids;
  guint n_items;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  if (tranche_order_selection_get_n_selected (selection) > 1)
    return tranche_order_selection_list_ids (selection);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_items);
  for (guint i = 0; i < n_items; i++) {
    gint64 id = tranche_order_list_get_id (self->list, i);

    g_array_append_val (ids, id);
  }

  return ids;
}

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
  g_autoptr (GVariant) filter = g_variant_dict_lookup_value (dict, "filter", G_VARIANT_TYPE_VARDICT);
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
