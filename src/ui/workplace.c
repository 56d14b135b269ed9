/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/workplace.h"

#include <glib/gi18n.h>

#include "ui/banners.h"
#include "ui/clock.h"
#include "ui/current-order.h"
#include "ui/filter-bar.h"
#include "ui/first-rows.h"
#include "ui/form-commands.h"
#include "ui/guard-commands.h"
#include "ui/list-commands.h"
#include "ui/list-header.h"
#include "ui/navigation.h"
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
#include "ui/view-commands.h"

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
  TrancheSelectedOrders *selected;
  TrancheSplitLayout *layout;
  TrancheShownView *shown;
  TrancheFirstRows *first_rows;
  TrancheNavigation *navigation;
  GPtrArray *commands;                /* of TrancheCommands */
  TrancheShopCommands *shop_commands; /* (unowned): one of them, or NULL before */
};

G_DEFINE_FINAL_TYPE (TrancheWorkplace, tranche_workplace, ADW_TYPE_BREAKPOINT_BIN)

static void
show_toast (TrancheWorkplace *self,
            const char       *title)
{
  tranche_toast_show (self->toasts, title);
}

static void
chosen_cb (TrancheWorkplace *self,
           TrancheView       view,
           const char       *account_id)
{
  tranche_navigation_show_view (self->navigation, view, account_id);
}

static void
saved_chosen_cb (TrancheWorkplace *self,
                 TrancheSavedView *view)
{
  tranche_navigation_show_saved (self->navigation, view);
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

/* Accounts and what their banks offer come and go. */
static void
menu_opened_cb (TrancheWorkplace *self)
{
  if (self->shop_commands != NULL)
    tranche_commands_update (TRANCHE_COMMANDS (self->shop_commands));
}

static void
tranche_workplace_dispose (GObject *object)
{
  TrancheWorkplace *self = TRANCHE_WORKPLACE (object);

  self->shop_commands = NULL;
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  g_clear_object (&self->navigation);
  g_clear_object (&self->layout);
  g_clear_object (&self->selected);
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
  self->commands = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  tranche_list_header_capture (self->list_header, GTK_WIDGET (self->toasts));
  /* After that of the search, so that it comes first. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (delete_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), keys);
}

static void
set_shop (TrancheWorkplace *self,
          TrancheShop      *shop)
{
  TrancheOrderSelection *selection;

  self->shop = g_object_ref (shop);
  self->current = tranche_current_order_new (shop);

  g_object_set (self->order_page, "shop", shop, "clock", self->clock, NULL);
  g_object_bind_property (self->current, "row", self->order_page, "row", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->current, "changed",
                           G_CALLBACK (current_changed_cb), self, G_CONNECT_SWAPPED);

  tranche_order_list_page_set_shop (self->list_page, shop, self->clock);
  selection = tranche_order_list_page_get_selection (self->list_page);
  self->selected = tranche_selected_orders_new (tranche_shop_get_book (shop), selection);
  tranche_selection_bar_follow (self->selection_bar, selection, self->selected);
  g_signal_connect_object (self->selected, "changed",
                           G_CALLBACK (selected_orders_changed_cb), self, G_CONNECT_SWAPPED);
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
  self->shown = tranche_shown_view_new (self->shop, settings, self->sidebar, self->list_page,
                                        self->list_header);
  self->navigation = tranche_navigation_new (self->shown, self->list_page, self->list_header,
                                             self->sidebar_split, self->order_split);
  g_object_bind_property (self->shown, "title", self->list_navigation_page, "title",
                          G_BINDING_DEFAULT);
}

/* @commands: (transfer full) */
static gpointer
add (TrancheWorkplace *self,
     gpointer          commands)
{
  g_ptr_array_add (self->commands, commands);
  g_signal_connect_object (commands, "failed", G_CALLBACK (show_toast), self, G_CONNECT_SWAPPED);

  return commands;
}

static void
add_order_commands (TrancheWorkplace *self)
{
  GtkWidget *parent = GTK_WIDGET (self);
  TrancheOrderCommands *commands =
    add (self, tranche_order_commands_new (self->shop, self->clock, self->current, parent));
  TrancheFormCommands *forms =
    add (self, tranche_form_commands_new (self->shop, self->clock, self->current, parent));
  TrancheOrderVisits *visits = add (self, tranche_order_visits_new (self->shop));

  add (self, tranche_view_commands_new (self->navigation, commands, self->list_page,
                                        self->sidebar_split));
  add (self, tranche_selection_commands_new (
               self->shop, tranche_order_list_page_get_selection (self->list_page), self->selected,
               parent));
  add (self, tranche_paid_commands_new (self->shop, self->current, self->selected, self->toasts));

  g_signal_connect_object (forms, "created", G_CALLBACK (tranche_navigation_show_new_order),
                           self->navigation, G_CONNECT_SWAPPED);
  g_signal_connect_object (visits, "visited", G_CALLBACK (tranche_navigation_show_order),
                           self->navigation, G_CONNECT_SWAPPED);
  g_signal_connect_object (visits, "commit-wanted", G_CALLBACK (tranche_order_commands_want_commit),
                           commands, G_CONNECT_SWAPPED);
  g_signal_connect_object (visits, "sought", G_CALLBACK (tranche_navigation_search),
                           self->navigation, G_CONNECT_SWAPPED);
  g_signal_connect_object (visits, "looked-around", G_CALLBACK (tranche_navigation_look_around),
                           self->navigation, G_CONNECT_SWAPPED);
}

static void
add_shop_commands (TrancheWorkplace *self)
{
  GtkWidget *parent = GTK_WIDGET (self);

  self->shop_commands = add (self, tranche_shop_commands_new (self->shop, parent));
  add (self, tranche_guard_commands_new (tranche_shop_get_guard (self->shop), parent));
  add (self, tranche_list_commands_new (self->shop, self->list_page, self->list_header,
                                        self->order_split, self->toasts));

  g_signal_connect_object (self->shop_commands, "created",
                           G_CALLBACK (tranche_navigation_show_new_order), self->navigation,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_page, "notify::account-id",
                           G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tranche_workplace_new (TrancheShop       *shop,
                       TrancheViewCounts *counts,
                       GSettings         *settings,
                       GActionMap        *window_actions)
{
  TrancheWorkplace *self;
  TrancheSavedViewCommands *saved;
  GListModel *saved_views;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_WORKPLACE, NULL);
  set_shop (self, shop);
  tranche_sidebar_set_shop (self->sidebar, shop, counts);
  set_settings (self, settings);

  add_order_commands (self);
  add_shop_commands (self);
  saved = add (self, tranche_saved_view_commands_new (self->list_page, settings, self->toasts));
  g_signal_connect_object (saved, "chosen", G_CALLBACK (tranche_navigation_show_saved),
                           self->navigation, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->commands->len; i++)
    tranche_commands_install (self->commands->pdata[i], window_actions);

  saved_views = tranche_saved_view_commands_get_views (saved);
  tranche_sidebar_set_saved_views (self->sidebar, saved_views);
  tranche_shown_view_restore (self->shown, saved_views);
  self->first_rows =
    tranche_first_rows_new (tranche_order_list_page_get_list (self->list_page), GTK_WIDGET (self),
                            (GSourceOnceFunc) tranche_shop_begin_rounds, shop);

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
  for (guint i = 0; i < self->commands->len; i++) {
    TrancheCommands *commands = self->commands->pdata[i];

    tranche_commands_set_blocked (commands,
                                  blocked || (archive && !tranche_commands_get_only_read (commands)));
  }
}
