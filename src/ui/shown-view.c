/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shown-view.h"

#include "ui/saved-views.h"
#include "ui/view-words.h"

struct _TrancheShownView {
  GObject parent_instance;

  TrancheShop *shop;
  GSettings *settings;
  TrancheSidebar *sidebar;    /* unowned */
  TrancheOrderListPage *page; /* unowned */
  TrancheListHeader *header;  /* unowned */
  char *title;
};

G_DEFINE_FINAL_TYPE (TrancheShownView, tranche_shown_view, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_title (TrancheShownView *self,
           const char       *title)
{
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
restore_columns (TrancheShownView *self)
{
  g_autoptr (GVariant) columns = g_settings_get_value (self->settings, "columns");

  tranche_column_choice_restore (tranche_order_list_page_get_columns (self->page), columns);
}

/* Those of a saved view are kept when it is saved. */
static void
columns_changed_cb (TrancheShownView *self)
{
  TrancheColumnChoice *columns = tranche_order_list_page_get_columns (self->page);

  if (tranche_sidebar_get_saved (self->sidebar) == NULL)
    g_settings_set_value (self->settings, "columns", tranche_column_choice_save (columns));
}

static void
sort_changed_cb (TrancheShownView *self)
{
  g_autofree char *sort = NULL;

  g_object_get (self->page, "sort", &sort, NULL);
  g_settings_set_string (self->settings, "sort", sort);
}

static void
tranche_shown_view_finalize (GObject *object)
{
  TrancheShownView *self = TRANCHE_SHOWN_VIEW (object);

  g_clear_object (&self->shop);
  g_clear_object (&self->settings);
  g_free (self->title);

  G_OBJECT_CLASS (tranche_shown_view_parent_class)->finalize (object);
}

static void
tranche_shown_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, TRANCHE_SHOWN_VIEW (object)->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_shown_view_class_init (TrancheShownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tranche_shown_view_finalize;
  object_class->get_property = tranche_shown_view_get_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_shown_view_init (TrancheShownView *self)
{
}

TrancheShownView *
tranche_shown_view_new (TrancheShop          *shop,
                        GSettings            *settings,
                        TrancheSidebar       *sidebar,
                        TrancheOrderListPage *page,
                        TrancheListHeader    *header)
{
  TrancheShownView *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TRANCHE_TYPE_SHOWN_VIEW, NULL);
  self->shop = g_object_ref (shop);
  self->settings = g_object_ref (settings);
  self->sidebar = sidebar;
  self->page = page;
  self->header = header;

  return self;
}

void
tranche_shown_view_restore (TrancheShownView *self,
                            GListModel       *saved_views)
{
  g_autofree char *view = NULL;
  g_autofree char *sort = NULL;
  g_autofree char *saved_id = NULL;
  TrancheSavedView *saved;

  g_return_if_fail (TRANCHE_IS_SHOWN_VIEW (self));

  view = g_settings_get_string (self->settings, "view");
  sort = g_settings_get_string (self->settings, "sort");
  saved_id = g_settings_get_string (self->settings, "saved-view");
  restore_columns (self);
  g_signal_connect_object (tranche_order_list_page_get_columns (self->page), "changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "notify::sort",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self->page, "sort", sort, NULL);

  saved = tranche_saved_views_find (saved_views, saved_id);
  if (saved != NULL)
    tranche_shown_view_show_saved (self, saved);
  else
    tranche_shown_view_show (self, tranche_view_from_nick (view), NULL);
}

void
tranche_shown_view_show (TrancheShownView *self,
                         TrancheView       view,
                         const char       *account_id)
{
  TrancheConnection *connection = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (TRANCHE_IS_SHOWN_VIEW (self));

  if (account_id != NULL)
    connection = tranche_shop_find_connection (self->shop, account_id);

  title = connection != NULL ? tranche_account_label (tranche_connection_get_account (connection))
                             : g_strdup (tranche_view_label (view));

  set_title (self, title);
  tranche_sidebar_select (self->sidebar, view, account_id);
  tranche_order_list_page_set_view (self->page, view, account_id);

  g_settings_set_string (self->settings, "saved-view", "");
  if (account_id == NULL)
    g_settings_set_string (self->settings, "view", tranche_view_to_nick (view));
}

void
tranche_shown_view_change (TrancheShownView *self,
                           TrancheView       view,
                           const char       *account_id)
{
  g_return_if_fail (TRANCHE_IS_SHOWN_VIEW (self));

  if (tranche_sidebar_get_saved (self->sidebar) != NULL) {
    tranche_order_list_page_set_filter (self->page, NULL);
    restore_columns (self);
  }
  tranche_shown_view_show (self, view, account_id);
}

void
tranche_shown_view_show_whole (TrancheShownView *self,
                               TrancheView       view)
{
  g_return_if_fail (TRANCHE_IS_SHOWN_VIEW (self));

  tranche_list_header_clear_search (self->header);
  tranche_order_list_page_set_filter (self->page, NULL);
  tranche_shown_view_show (self, view, NULL);
}

void
tranche_shown_view_show_saved (TrancheShownView *self,
                               TrancheSavedView *view)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TRANCHE_IS_SHOWN_VIEW (self));
  g_return_if_fail (TRANCHE_IS_SAVED_VIEW (view));

  tranche_order_list_page_restore (self->page, tranche_saved_view_get_content (view));
  g_object_get (self->page, "text", &text, NULL);
  tranche_list_header_search (self->header, text != NULL ? text : "");
  tranche_sidebar_select_saved (self->sidebar, tranche_saved_view_get_id (view));
  set_title (self, tranche_saved_view_get_name (view));
  g_settings_set_string (self->settings, "saved-view", tranche_saved_view_get_id (view));
}
