/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/workplace.h"

#include <glib/gi18n.h>

#include "ui/accounts-dialog.h"
#include "ui/clock.h"
#include "ui/current-order.h"
#include "ui/error-words.h"
#include "ui/missed-plans-dialog.h"
#include "ui/new-order-dialog.h"
#include "ui/order-commands.h"
#include "ui/order-list-page.h"
#include "ui/order-page.h"
#include "ui/report-dialog.h"
#include "ui/sidebar.h"
#include "ui/view-words.h"

struct _TrancheWorkplace {
  AdwBreakpointBin parent_instance;

  AdwToastOverlay *toasts;
  AdwOverlaySplitView *sidebar_split;
  AdwNavigationSplitView *order_split;
  AdwNavigationPage *list_navigation_page;
  AdwNavigationPage *order_navigation_page;
  TrancheSidebar *sidebar;
  TrancheOrderListPage *list_page;
  TrancheOrderPage *order_page;
  AdwBin *search_wide;
  AdwBin *search_narrow;
  GtkSearchEntry *search_entry;
  AdwHeaderBar *list_header;
  GtkWidget *refresh_button;
  GtkWidget *stop_button;
  GtkProgressBar *progress;
  AdwBanner *demo_banner;
  AdwBanner *offline_banner;
  AdwBanner *trouble_banner;
  AdwBanner *account_banner;
  AdwBanner *missed_banner;

  TrancheShop *shop;
  TrancheClock *clock;
  TrancheCurrentOrder *current;
  TrancheOrderCommands *commands;
  GSettings *settings;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  gboolean narrow;
  gboolean blocked;
  guint layout_id;
};

G_DEFINE_FINAL_TYPE (TrancheWorkplace, tranche_workplace, ADW_TYPE_BREAKPOINT_BIN)

static void
show_toast (TrancheWorkplace *self,
            const char       *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_view (TrancheWorkplace *self,
           TrancheView       view,
           const char       *account_id)
{
  TrancheConnection *connection = NULL;
  g_autofree char *title = NULL;

  if (account_id != NULL)
    connection = tranche_shop_find_connection (self->shop, account_id);

  title = connection != NULL ? tranche_account_label (tranche_connection_get_account (connection))
                             : g_strdup (tranche_view_label (view));

  adw_navigation_page_set_title (self->list_navigation_page, title);
  tranche_sidebar_select (self->sidebar, view, account_id);
  tranche_order_list_page_set_view (self->list_page, view, account_id);

  if (account_id == NULL)
    g_settings_set_string (self->settings, "view", tranche_view_to_nick (view));
}

static void
chosen_cb (TrancheWorkplace *self,
           TrancheView       view,
           const char       *account_id)
{
  show_view (self, view, account_id);

  if (adw_overlay_split_view_get_collapsed (self->sidebar_split))
    adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

static void
selected_cb (TrancheWorkplace *self)
{
  if (self->current == NULL)
    return;

  tranche_current_order_set (self->current,
                             tranche_order_list_page_get_selected_id (self->list_page),
                             tranche_order_list_page_get_selected_order (self->list_page));
}

static void
opened_cb (TrancheWorkplace *self)
{
  adw_navigation_split_view_set_show_content (self->order_split, TRUE);
}

/* Without an order beside it the list has room for all that it can tell. Where
 * one click opens an order there is never room for both. */
static void
update_layout_cb (gpointer user_data)
{
  TrancheWorkplace *self = user_data;
  gboolean single_click = FALSE;
  gboolean no_order = tranche_current_order_get_order (self->current) == NULL;

  self->layout_id = 0;
  g_object_get (self->list_page, "single-click", &single_click, NULL);
  adw_navigation_split_view_set_collapsed (self->order_split, single_click || no_order);
}

/* The window is another width: the split cannot wait with that for a frame. */
static void
single_click_changed_cb (TrancheWorkplace *self)
{
  g_clear_handle_id (&self->layout_id, g_source_remove);
  if (self->current != NULL)
    update_layout_cb (self);
}

/* The order may be another one twice before there is a frame. */
static void
layout_changed_cb (TrancheWorkplace *self)
{
  if (self->current != NULL && self->layout_id == 0)
    self->layout_id = g_idle_add_once (update_layout_cb, self);
}

static void
current_changed_cb (TrancheWorkplace *self)
{
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  adw_navigation_page_set_title (self->order_navigation_page,
                                 order != NULL ? tranche_order_get_number (order) : _("Order"));
  if (order == NULL)
    adw_navigation_split_view_set_show_content (self->order_split, FALSE);
  layout_changed_cb (self);
}

static void
sort_changed_cb (TrancheWorkplace *self)
{
  g_autofree char *sort = NULL;
  GAction *action;

  if (self->settings == NULL)
    return;

  g_object_get (self->list_page, "sort", &sort, NULL);
  g_settings_set_string (self->settings, "sort", sort);
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (sort));
}

static void
search_changed_cb (TrancheWorkplace *self)
{
  tranche_order_list_page_set_text (self->list_page,
                                    gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_down_cb (TrancheWorkplace *self)
{
  tranche_order_list_page_focus_list (self->list_page, TRUE);
}

static void
stop_search_cb (TrancheWorkplace *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tranche_order_list_page_focus_list (self->list_page, FALSE);
}

/* One entry in two places, so that neither text nor focus is doubled. */
static void
move_search_entry (TrancheWorkplace *self,
                   AdwBin           *from,
                   AdwBin           *to)
{
  g_autoptr (GtkWidget) entry = g_object_ref (GTK_WIDGET (self->search_entry));

  if (adw_bin_get_child (from) == NULL)
    return;

  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, entry);
}

static void
live_status_changed_cb (TrancheWorkplace *self)
{
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (self->shop);
  guint pending = tranche_live_status_get_pending (live_status);
  guint total = tranche_live_status_get_total (live_status);
  gboolean busy = pending > 0 && total > 0;

  adw_banner_set_revealed (self->offline_banner, !tranche_live_status_get_online (live_status));
  gtk_widget_set_visible (self->refresh_button, !busy && !self->narrow);
  gtk_widget_set_visible (self->stop_button, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_progress_bar_set_fraction (self->progress,
                                 busy ? (double) (total - MIN (pending, total)) / total : 0);
}

/* Beside the name of the view there is no room for everything: to refresh is in
 * the menu as well. */
static void
narrow_cb (TrancheWorkplace *self)
{
  self->narrow = TRUE;
  move_search_entry (self, self->search_wide, self->search_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->search_narrow), TRUE);
  adw_header_bar_set_title_widget (self->list_header, NULL);
  live_status_changed_cb (self);
}

static void
wide_cb (TrancheWorkplace *self)
{
  self->narrow = FALSE;
  move_search_entry (self, self->search_narrow, self->search_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->search_narrow), FALSE);
  adw_header_bar_set_title_widget (self->list_header, GTK_WIDGET (self->search_wide));
  live_status_changed_cb (self);
}

static void
order_created_cb (TrancheWorkplace *self,
                  TrancheOrder     *order)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tranche_order_list_page_set_text (self->list_page, NULL);
  show_view (self, TRANCHE_VIEW_TODAY, NULL);
  tranche_order_list_page_select (self->list_page, tranche_order_get_id (order));
}

static TrancheConnection *
get_preferred_connection (TrancheWorkplace *self)
{
  TrancheConnection *connection = NULL;
  g_autofree char *account_id = NULL;

  g_object_get (self->list_page, "account-id", &account_id, NULL);
  if (account_id != NULL)
    connection = tranche_shop_find_connection (self->shop, account_id);

  return connection;
}

static void
new_order_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TrancheWorkplace *self = user_data;
  AdwDialog *dialog = tranche_new_order_dialog_new (self->shop, get_preferred_connection (self));

  g_signal_connect_object (dialog, "created",
                           G_CALLBACK (order_created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
day_report_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  adw_dialog_present (tranche_report_dialog_new (self->shop, get_preferred_connection (self)),
                      GTK_WIDGET (self));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  show_view (user_data, TRANCHE_VIEW_ALL, NULL);
}

static void
focus_list_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  tranche_order_list_page_focus_list (self->list_page, TRUE);
}

static void
refresh_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  tranche_live_status_refresh_all (tranche_shop_get_live_status (self->shop));
}

static void
stop_refresh_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  tranche_live_status_cancel_refresh (tranche_shop_get_live_status (self->shop));
}

static void
toggle_sidebar_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TrancheWorkplace *self = user_data;
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->sidebar_split);

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split, !shown);
}

static void
view_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  chosen_cb (user_data, tranche_view_from_nick (g_variant_get_string (parameter, NULL)), NULL);
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  g_object_set (self->list_page, "sort", g_variant_get_string (parameter, NULL), NULL);
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheWorkplace) self = user_data;
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autoptr (GError) error = NULL;

  if (tranche_shop_unlock_finish (TRANCHE_SHOP (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  show_toast (self, words->title);
}

static void
fix_account_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrancheWorkplace *self = user_data;
  TrancheConnection *connection =
    tranche_shop_find_connection (self->shop, g_variant_get_string (parameter, NULL));
  AdwDialog *dialog;

  if (connection == NULL)
    return;

  switch (tranche_connection_get_state (connection)) {
  case TRANCHE_CONNECTION_KEYRING_LOCKED:
  case TRANCHE_CONNECTION_NO_KEYRING:
    tranche_shop_unlock_async (self->shop, connection, self->cancellable,
                               unlocked_cb, g_object_ref (self));
    break;
  case TRANCHE_CONNECTION_NO_SECRET:
  case TRANCHE_CONNECTION_REFUSED:
    dialog = tranche_accounts_dialog_new (self->shop);
    tranche_accounts_dialog_edit (TRANCHE_ACCOUNTS_DIALOG (dialog), connection);
    adw_dialog_present (dialog, GTK_WIDGET (self));
    break;
  case TRANCHE_CONNECTION_OPENING:
  case TRANCHE_CONNECTION_READY:
  default:
    break;
  }
}

static void
missed_plans_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  adw_dialog_present (tranche_missed_plans_dialog_new (tranche_shop_get_commit_plans (self->shop)),
                      GTK_WIDGET (self));
}

static const GActionEntry entries[] = {
  { .name = "new-order", .activate = new_order_cb },
  { .name = "day-report", .activate = day_report_cb },
  { .name = "search", .activate = search_cb },
  { .name = "search-all", .activate = search_all_cb },
  { .name = "focus-list", .activate = focus_list_cb },
  { .name = "refresh", .activate = refresh_cb },
  { .name = "stop-refresh", .activate = stop_refresh_cb },
  { .name = "toggle-sidebar", .activate = toggle_sidebar_cb },
  { .name = "view", .activate = view_cb, .parameter_type = "s" },
  { .name = "sort", .activate = sort_cb, .parameter_type = "s", .state = "''" },
  { .name = "missed-plans", .activate = missed_plans_cb },
  { .name = "fix-account", .activate = fix_account_cb, .parameter_type = "s" },
};

/* Accounts and what their banks offer come and go: it is looked at whenever the
 * menu is about to show it. */
static void
update_day_report (TrancheWorkplace *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "day-report");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               !self->blocked && tranche_report_dialog_is_offered (self->shop));
}

static void
menu_opened_cb (TrancheWorkplace *self)
{
  if (self->shop != NULL)
    update_day_report (self);
}

static void
tranche_workplace_dispose (GObject *object)
{
  TrancheWorkplace *self = TRANCHE_WORKPLACE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  /* The window may hold the actions longer than it holds this. */
  for (guint i = 0; self->actions != NULL && i < G_N_ELEMENTS (entries); i++)
    g_signal_handlers_disconnect_by_data (
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name), self);
  g_clear_object (&self->actions);
  g_clear_object (&self->commands);
  g_clear_object (&self->current);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->shop);
  /* The bin unparents its child itself, and so does the template. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_WORKPLACE);

  G_OBJECT_CLASS (tranche_workplace_parent_class)->dispose (object);
}

static void
tranche_workplace_finalize (GObject *object)
{
  TrancheWorkplace *self = TRANCHE_WORKPLACE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tranche_workplace_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, sidebar_split);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, order_split);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, list_navigation_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, order_navigation_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, list_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, order_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, search_wide);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, search_narrow);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, list_header);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, stop_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, progress);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, demo_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, offline_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, trouble_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, account_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, missed_banner);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, single_click_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_opened_cb);
}

static void
tranche_workplace_class_init (TrancheWorkplaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_workplace_dispose;
  G_OBJECT_CLASS (klass)->finalize = tranche_workplace_finalize;

  g_type_ensure (TRANCHE_TYPE_SIDEBAR);
  g_type_ensure (TRANCHE_TYPE_ORDER_LIST_PAGE);
  g_type_ensure (TRANCHE_TYPE_ORDER_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/workplace.ui");
  bind_template (widget_class);
}

static void
tranche_workplace_init (TrancheWorkplace *self)
{
  self->cancellable = g_cancellable_new ();
  self->clock = tranche_clock_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions),
                                   entries, G_N_ELEMENTS (entries), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Whoever types without having chosen a place to type in searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->toasts));
}

static void
follow_live_status (TrancheWorkplace *self)
{
  static const char * const names[] = { "online", "pending", "total" };
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (self->shop);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);

    g_signal_connect_object (live_status, signal,
                             G_CALLBACK (live_status_changed_cb), self, G_CONNECT_SWAPPED);
  }

  live_status_changed_cb (self);
}

/* What keeps all orders back, or some. */

static void
missed_changed_cb (TrancheWorkplace *self)
{
  guint n_missed = tranche_commit_plans_get_n_missed (tranche_shop_get_commit_plans (self->shop));
  g_autofree char *title = NULL;

  if (n_missed > 0) {
    title = g_strdup_printf (ngettext ("%u order was to be committed while the program was not running",
                                       "%u orders were to be committed while the program was not running",
                                       n_missed), n_missed);
    adw_banner_set_title (self->missed_banner, title);
  }
  adw_banner_set_revealed (self->missed_banner, n_missed > 0);
}

static void
trouble_changed_cb (TrancheWorkplace *self)
{
  const GError *trouble = tranche_order_book_get_trouble (tranche_shop_get_book (self->shop));
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autofree char *title = NULL;

  if (trouble != NULL) {
    words = tranche_error_words_new (trouble, TRANCHE_OPERATION_NONE);
    /* Translators: %s is such as "The disk is full" */
    title = g_strdup_printf (_("%s. Nothing can be saved, and nothing is sent to a bank."), words->title);
    adw_banner_set_title (self->trouble_banner, title);
  }
  adw_banner_set_revealed (self->trouble_banner, trouble != NULL);
}

/* The first account that its bank refuses; the others follow when it is mended. */
static void
accounts_changed_cb (TrancheWorkplace *self)
{
  GListModel *connections = tranche_shop_get_connections (self->shop);
  gboolean refused = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
    TrancheAccount *account = tranche_connection_get_account (connection);
    g_autofree char *label = tranche_account_label (account);
    g_autofree char *title = NULL;

    g_signal_handlers_disconnect_by_func (connection, accounts_changed_cb, self);
    g_signal_connect_object (connection, "notify::state",
                             G_CALLBACK (accounts_changed_cb), self, G_CONNECT_SWAPPED);

    if (refused || tranche_connection_get_state (connection) != TRANCHE_CONNECTION_REFUSED)
      continue;

    refused = TRUE;
    /* Translators: %s is the name of an account at a bank */
    title = g_strdup_printf (_("%s: the bank refuses the password. Its orders stand still."), label);
    adw_banner_set_title (self->account_banner, title);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->account_banner), "s",
                                      tranche_account_get_id (account));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->account_banner), "win.fix-account");
  }

  adw_banner_set_revealed (self->account_banner, refused);
}

static void
follow_troubles (TrancheWorkplace *self)
{
  g_signal_connect_object (tranche_shop_get_commit_plans (self->shop), "notify::n-missed",
                           G_CALLBACK (missed_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_book (self->shop), "notify::trouble",
                           G_CALLBACK (trouble_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_connections (self->shop), "items-changed",
                           G_CALLBACK (accounts_changed_cb), self, G_CONNECT_SWAPPED);

  missed_changed_cb (self);
  trouble_changed_cb (self);
  accounts_changed_cb (self);
}

static void
set_shop (TrancheWorkplace *self,
          TrancheShop      *shop)
{
  self->shop = g_object_ref (shop);
  self->current = tranche_current_order_new (shop);
  self->commands = tranche_order_commands_new (shop, self->clock, self->current, GTK_WIDGET (self));

  g_object_set (self->order_page, "shop", shop, "clock", self->clock, NULL);
  g_object_bind_property (self->current, "row", self->order_page, "row", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->current, "changed",
                           G_CALLBACK (current_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->commands, "failed",
                           G_CALLBACK (show_toast), self, G_CONNECT_SWAPPED);

  update_layout_cb (self);
  tranche_order_list_page_set_shop (self->list_page, shop, self->clock);
  adw_banner_set_revealed (self->demo_banner, tranche_shop_get_demo (shop));
  follow_live_status (self);
  follow_troubles (self);
  tranche_clock_start (self->clock);
}

GtkWidget *
tranche_workplace_new (TrancheShop       *shop,
                       TrancheViewCounts *counts,
                       GSettings         *settings,
                       GActionMap        *window_actions)
{
  TrancheWorkplace *self;
  g_autofree char *view = NULL;
  g_autofree char *sort = NULL;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_WORKPLACE, NULL);
  set_shop (self, shop);
  tranche_sidebar_set_shop (self->sidebar, shop, counts);

  view = g_settings_get_string (settings, "view");
  sort = g_settings_get_string (settings, "sort");
  self->settings = g_object_ref (settings);
  g_object_set (self->list_page, "sort", sort, NULL);
  show_view (self, tranche_view_from_nick (view), NULL);

  tranche_order_commands_install (self->commands, window_actions);
  update_day_report (self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_add_action (window_actions,
                             g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                         entries[i].name));

  return GTK_WIDGET (self);
}

void
tranche_workplace_set_blocked (TrancheWorkplace *self,
                               gboolean          blocked)
{
  g_return_if_fail (TRANCHE_IS_WORKPLACE (self));

  self->blocked = blocked;
  tranche_order_commands_set_blocked (self->commands, blocked);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !blocked);
  }
  update_day_report (self);
}
