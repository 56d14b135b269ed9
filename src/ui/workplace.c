/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/workplace.h"

#include <glib/gi18n.h>

#include "ui/banners.h"
#include "ui/clock.h"
#include "ui/current-order.h"
#include "ui/filter-bar.h"
#include "ui/first-rows.h"
#include "ui/guard-commands.h"
#include "ui/list-commands.h"
#include "ui/list-header.h"
#include "ui/order-commands.h"
#include "ui/order-list-page.h"
#include "ui/order-page.h"
#include "ui/order-sums.h"
#include "ui/order-visits.h"
#include "ui/paid-commands.h"
#include "ui/saved-view-commands.h"
#include "ui/selected-orders.h"
#include "ui/selection-bar.h"
#include "ui/selection-commands.h"
#include "ui/shop-commands.h"
#include "ui/shown-view.h"
#include "ui/sidebar.h"
#include "ui/split-layout.h"
#include "ui/toast.h"
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
  GtkStack *order_stack;
  TrancheOrderPage *order_page;
  AdwStatusPage *selected_page;
  TrancheSelectionBar *selection_bar;
  TrancheListHeader *list_header;
  TrancheFilterBar *filter_bar;
  TrancheBanners *banners;

  TrancheShop *shop;
  TrancheClock *clock;
  TrancheCurrentOrder *current;
  TrancheShopCommands *shop_commands;
  TrancheListCommands *list_commands;
  TrancheOrderCommands *commands;
  TranchePaidCommands *paid_commands;
  TrancheGuardCommands *guard_commands;
  TrancheOrderVisits *visits;
  TrancheSelectedOrders *selected;
  TrancheSplitLayout *layout;
  TrancheSelectionCommands *selection_commands;
  TrancheSavedViewCommands *saved_view_commands;
  TrancheShownView *shown;
  TrancheFirstRows *first_rows;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (TrancheWorkplace, tranche_workplace, ADW_TYPE_BREAKPOINT_BIN)

static void
show_toast (TrancheWorkplace *self,
            const char       *title)
{
  tranche_toast_show (self->toasts, title);
}

static void
show_list (TrancheWorkplace *self)
{
  if (adw_overlay_split_view_get_collapsed (self->sidebar_split))
    adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

static void
chosen_cb (TrancheWorkplace *self,
           TrancheView       view,
           const char       *account_id)
{
  tranche_shown_view_change (self->shown, view, account_id);
  show_list (self);
}

static void
saved_chosen_cb (TrancheWorkplace *self,
                 TrancheSavedView *view)
{
  tranche_shown_view_show_saved (self->shown, view);
  show_list (self);
}

static void
account_changed_cb (TrancheWorkplace *self)
{
  g_autofree char *account_id = NULL;

  g_object_get (self->list_page, "account-id", &account_id, NULL);
  tranche_shop_commands_set_account (self->shop_commands, account_id);
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

static void
current_changed_cb (TrancheWorkplace *self)
{
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  adw_navigation_page_set_title (self->order_navigation_page,
                                 order != NULL ? tranche_order_get_number (order) : _("Order"));
  if (order == NULL)
    adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

/* Several orders stand in the place of the one. */
static void
selected_orders_changed_cb (TrancheWorkplace *self)
{
  guint n = tranche_selected_orders_get_n (self->selected);
  GPtrArray *orders = tranche_selected_orders_get_orders (self->selected);
  g_autofree char *title = tranche_selection_count_text (n);
  g_autofree char *sums = orders != NULL ? tranche_order_sums (orders) : NULL;

  gtk_stack_set_visible_child_name (self->order_stack, n > 1 ? "selected" : "order");
  adw_status_page_set_title (self->selected_page, title);
  adw_status_page_set_description (self->selected_page, sums);
}

static void
sort_changed_cb (TrancheWorkplace *self)
{
  g_autofree char *sort = NULL;
  GAction *action;

  if (self->shown == NULL)
    return;

  g_object_get (self->list_page, "sort", &sort, NULL);
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (sort));
}

static void
text_changed_cb (TrancheWorkplace *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->list_header, "text", &text, NULL);
  tranche_order_list_page_set_text (self->list_page, text);
}

static void
search_left_cb (TrancheWorkplace *self,
                gboolean          select)
{
  tranche_order_list_page_focus_list (self->list_page, select);
}

/* Whatever was looked at, it is among all orders. */
static void
visited_cb (TrancheWorkplace *self,
            gint64            order_id)
{
  tranche_shown_view_show_whole (self->shown, TRANCHE_VIEW_ALL);
  tranche_order_list_page_select (self->list_page, order_id);
  adw_navigation_split_view_set_show_content (self->order_split, TRUE);
}

static void
order_created_cb (TrancheWorkplace *self,
                  TrancheOrder     *order)
{
  tranche_shown_view_show_whole (self->shown, TRANCHE_VIEW_TODAY);
  tranche_order_list_page_select (self->list_page, tranche_order_get_id (order));
}

static void
looked_around_cb (TrancheWorkplace *self)
{
  tranche_shown_view_show_whole (self->shown, TRANCHE_VIEW_NEEDS_ACTION);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

static void
sought_cb (TrancheWorkplace *self,
           const char       *text)
{
  tranche_shown_view_show (self->shown, TRANCHE_VIEW_ALL, NULL);
  tranche_list_header_search (self->list_header, text);
  adw_navigation_split_view_set_show_content (self->order_split, FALSE);
}

/* The slip of the order that is selected, where its customer needs one, or else the
 * list. */
static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TrancheWorkplace *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self),
                              tranche_order_commands_get_has_slip (self->commands) ? "win.print-slip"
                                                                                   : "win.print-list",
                              NULL);
}

static void
search_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tranche_shown_view_show (TRANCHE_WORKPLACE (user_data)->shown, TRANCHE_VIEW_ALL, NULL);
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

static const GActionEntry entries[] = {
  { .name = "print", .activate = print_cb },
  { .name = "search-all", .activate = search_all_cb },
  { .name = "toggle-sidebar", .activate = toggle_sidebar_cb },
  { .name = "view", .activate = view_cb, .parameter_type = "s" },
  { .name = "sort", .activate = sort_cb, .parameter_type = "s", .state = "''" },
};

static void
menu_opened_cb (TrancheWorkplace *self)
{
  if (self->shop_commands != NULL)
    tranche_shop_commands_update (self->shop_commands);
}

static void
tranche_workplace_dispose (GObject *object)
{
  TrancheWorkplace *self = TRANCHE_WORKPLACE (object);

  /* The window may hold the actions longer than it holds this. */
  for (guint i = 0; self->actions != NULL && i < G_N_ELEMENTS (entries); i++)
    g_signal_handlers_disconnect_by_data (
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name), self);
  g_clear_object (&self->actions);
  g_clear_object (&self->layout);
  g_clear_object (&self->shop_commands);
  g_clear_object (&self->list_commands);
  g_clear_object (&self->commands);
  g_clear_object (&self->paid_commands);
  g_clear_object (&self->guard_commands);
  g_clear_object (&self->visits);
  g_clear_object (&self->selection_commands);
  g_clear_object (&self->selected);
  g_clear_object (&self->saved_view_commands);
  g_clear_object (&self->current);
  g_clear_object (&self->clock);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->first_rows, tranche_first_rows_free);
  g_clear_object (&self->shop);
  /* The bin unparents its child itself, and so does the template. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_WORKPLACE);

  G_OBJECT_CLASS (tranche_workplace_parent_class)->dispose (object);
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
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, order_stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, selected_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, list_header);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, banners);
  gtk_widget_class_bind_template_child (widget_class, TrancheWorkplace, filter_bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_opened_cb);
}

static void
tranche_workplace_class_init (TrancheWorkplaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_workplace_dispose;

  g_type_ensure (TRANCHE_TYPE_SIDEBAR);
  g_type_ensure (TRANCHE_TYPE_LIST_HEADER);
  g_type_ensure (TRANCHE_TYPE_BANNERS);
  g_type_ensure (TRANCHE_TYPE_FILTER_BAR);
  g_type_ensure (TRANCHE_TYPE_ORDER_LIST_PAGE);
  g_type_ensure (TRANCHE_TYPE_ORDER_PAGE);
  g_type_ensure (TRANCHE_TYPE_SELECTION_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/workplace.ui");
  bind_template (widget_class);
}

/* The search takes every key that it can use from all of the window, Delete among
 * them, which is for what is selected wherever nobody types. */
static gboolean
delete_pressed_cb (TrancheWorkplace *self,
                   guint             key,
                   guint             code,
                   GdkModifierType   modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_delete = key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete;

  if (!is_delete || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self),
                                     tranche_selected_orders_get_n (self->selected) > 1
                                       ? "win.cancel-selected"
                                       : "win.cancel-order",
                                     NULL);
}

static void
tranche_workplace_init (TrancheWorkplace *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->clock = tranche_clock_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions),
                                   entries, G_N_ELEMENTS (entries), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tranche_list_header_capture (self->list_header, GTK_WIDGET (self->toasts));
  /* After that of the search, so that it comes first. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (delete_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), keys);
}

static void
set_selection (TrancheWorkplace      *self,
               TrancheOrderSelection *selection)
{
  self->selected = tranche_selected_orders_new (tranche_shop_get_book (self->shop), selection);
  self->selection_commands = tranche_selection_commands_new (self->shop, selection, self->selected,
                                                             GTK_WIDGET (self->toasts));
  self->paid_commands = tranche_paid_commands_new (self->shop, self->current, self->selected,
                                                   self->toasts);
  tranche_selection_bar_follow (self->selection_bar, selection, self->selected);
  g_signal_connect_object (self->selected, "changed",
                           G_CALLBACK (selected_orders_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection_commands, "failed",
                           G_CALLBACK (show_toast), self, G_CONNECT_SWAPPED);
}

static void
set_shop (TrancheWorkplace *self,
          TrancheShop      *shop)
{
  self->shop = g_object_ref (shop);
  self->current = tranche_current_order_new (shop);
  self->shop_commands = tranche_shop_commands_new (shop, GTK_WIDGET (self));
  self->list_commands = tranche_list_commands_new (shop, self->list_page, self->list_header,
                                                   self->order_split, self->toasts);
  self->commands = tranche_order_commands_new (shop, self->clock, self->current, GTK_WIDGET (self));
  self->guard_commands = tranche_guard_commands_new (tranche_shop_get_guard (shop),
                                                     GTK_WIDGET (self));
  self->visits = tranche_order_visits_new (shop);

  g_object_set (self->order_page, "shop", shop, "clock", self->clock, NULL);
  g_object_bind_property (self->current, "row", self->order_page, "row", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->current, "changed",
                           G_CALLBACK (current_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->commands, "failed",
                           G_CALLBACK (show_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guard_commands, "failed",
                           G_CALLBACK (show_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shop_commands, "failed",
                           G_CALLBACK (show_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shop_commands, "created",
                           G_CALLBACK (order_created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->commands, "created",
                           G_CALLBACK (order_created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visits, "visited",
                           G_CALLBACK (visited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visits, "commit-wanted",
                           G_CALLBACK (tranche_order_commands_want_commit), self->commands,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visits, "sought",
                           G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visits, "looked-around",
                           G_CALLBACK (looked_around_cb), self, G_CONNECT_SWAPPED);

  tranche_order_list_page_set_shop (self->list_page, shop, self->clock);
  set_selection (self, tranche_order_list_page_get_selection (self->list_page));
  self->layout = tranche_split_layout_new (self->order_split, self->list_page, self->current,
                                           self->selected);
  tranche_list_header_follow (self->list_header, tranche_shop_get_live_status (shop));
  tranche_list_header_set_connections (self->list_header, tranche_shop_get_connections (shop));
  tranche_filter_bar_set_shop (self->filter_bar, shop);
  tranche_banners_set_shop (self->banners, shop);
  tranche_clock_start (self->clock);
}

static void
set_settings (TrancheWorkplace *self,
              GSettings        *settings)
{
  GListModel *saved_views;

  self->saved_view_commands = tranche_saved_view_commands_new (self->list_page, settings, self->toasts);
  saved_views = tranche_saved_view_commands_get_views (self->saved_view_commands);
  tranche_sidebar_set_saved_views (self->sidebar, saved_views);
  g_signal_connect_object (self->saved_view_commands, "chosen",
                           G_CALLBACK (saved_chosen_cb), self, G_CONNECT_SWAPPED);

  self->shown = tranche_shown_view_new (self->shop, settings, self->sidebar, self->list_page,
                                        self->list_header);
  g_object_bind_property (self->shown, "title", self->list_navigation_page, "title",
                          G_BINDING_DEFAULT);
  g_signal_connect_object (self->list_page, "notify::account-id",
                           G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  tranche_shown_view_restore (self->shown, saved_views);
}

GtkWidget *
tranche_workplace_new (TrancheShop       *shop,
                       TrancheViewCounts *counts,
                       GSettings         *settings,
                       GActionMap        *window_actions)
{
  TrancheWorkplace *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_WORKPLACE, NULL);
  set_shop (self, shop);
  tranche_sidebar_set_shop (self->sidebar, shop, counts);

  set_settings (self, settings);
  self->first_rows =
    tranche_first_rows_new (tranche_order_list_page_get_list (self->list_page), GTK_WIDGET (self),
                            (GSourceOnceFunc) tranche_shop_begin_rounds, shop);

  tranche_list_commands_install (self->list_commands, window_actions);
  tranche_order_commands_install (self->commands, window_actions);
  tranche_paid_commands_install (self->paid_commands, window_actions);
  tranche_shop_commands_install (self->shop_commands, window_actions);
  tranche_guard_commands_install (self->guard_commands, window_actions);
  tranche_order_visits_install (self->visits, window_actions);
  tranche_selection_commands_install (self->selection_commands, window_actions);
  tranche_saved_view_commands_install (self->saved_view_commands, window_actions);
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
  gboolean archive;

  g_return_if_fail (TRANCHE_IS_WORKPLACE (self));

  /* In an archive nothing can be done ever. */
  archive = tranche_shop_get_archive (self->shop);
  tranche_shop_commands_set_blocked (self->shop_commands, blocked || archive);
  tranche_guard_commands_set_blocked (self->guard_commands, blocked || archive);
  tranche_selection_commands_set_blocked (self->selection_commands, blocked || archive);
  tranche_list_commands_set_blocked (self->list_commands, blocked);
  tranche_saved_view_commands_set_blocked (self->saved_view_commands, blocked);
  tranche_order_commands_set_blocked (self->commands, blocked || archive);
  tranche_paid_commands_set_blocked (self->paid_commands, blocked || archive);
  tranche_order_visits_set_blocked (self->visits, blocked || archive);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !blocked);
  }
}
