/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/view-commands.h"

#include "ui/view-words.h"

struct _TrancheViewCommands {
  TrancheCommands parent_instance;

  TrancheNavigation *navigation;
  TrancheOrderCommands *order_commands;
  TrancheOrderListPage *page;         /* unowned */
  AdwOverlaySplitView *sidebar_split; /* unowned */
};

G_DEFINE_FINAL_TYPE (TrancheViewCommands, tranche_view_commands, TRANCHE_TYPE_COMMANDS)

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TrancheViewCommands *self = user_data;
  gboolean has_slip = tranche_order_commands_get_has_slip (self->order_commands);

  gtk_widget_activate_action (GTK_WIDGET (self->page),
                              has_slip ? "win.print-slip" : "win.print-list", NULL);
}

static void
search_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tranche_navigation_search_all (TRANCHE_VIEW_COMMANDS (user_data)->navigation);
}

static void
toggle_sidebar_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TrancheViewCommands *self = user_data;
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->sidebar_split);

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split, !shown);
}

static void
view_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tranche_navigation_show_view (TRANCHE_VIEW_COMMANDS (user_data)->navigation,
                                tranche_view_from_nick (g_variant_get_string (parameter, NULL)),
                                NULL);
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TrancheViewCommands *self = user_data;

  g_object_set (self->page, "sort", g_variant_get_string (parameter, NULL), NULL);
}

static const GActionEntry entries[] = {
  { .name = "print", .activate = print_cb },
  { .name = "search-all", .activate = search_all_cb },
  { .name = "toggle-sidebar", .activate = toggle_sidebar_cb },
  { .name = "view", .activate = view_cb, .parameter_type = "s" },
  { .name = "sort", .activate = sort_cb, .parameter_type = "s", .state = "''" },
};

static void
sort_changed_cb (TrancheViewCommands *self)
{
  GAction *action = tranche_commands_lookup (TRANCHE_COMMANDS (self), "sort");
  g_autofree char *sort = NULL;

  g_object_get (self->page, "sort", &sort, NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (sort));
}

static void
tranche_view_commands_dispose (GObject *object)
{
  TrancheViewCommands *self = TRANCHE_VIEW_COMMANDS (object);

  g_clear_object (&self->order_commands);
  g_clear_object (&self->navigation);

  G_OBJECT_CLASS (tranche_view_commands_parent_class)->dispose (object);
}

static void
tranche_view_commands_class_init (TrancheViewCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_view_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->only_read = TRUE;
}

static void
tranche_view_commands_init (TrancheViewCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheViewCommands *
tranche_view_commands_new (TrancheNavigation    *navigation,
                           TrancheOrderCommands *order_commands,
                           TrancheOrderListPage *page,
                           AdwOverlaySplitView  *sidebar_split)
{
  TrancheViewCommands *self = g_object_new (TRANCHE_TYPE_VIEW_COMMANDS, NULL);

  self->navigation = g_object_ref (navigation);
  self->order_commands = g_object_ref (order_commands);
  self->page = page;
  self->sidebar_split = sidebar_split;
  g_signal_connect_object (page, "notify::sort",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  sort_changed_cb (self);

  return self;
}
