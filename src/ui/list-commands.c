/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-commands.h"

#include <glib/gi18n.h>

#include "ui/export-dialog.h"
#include "ui/filter-words.h"
#include "ui/list-print.h"
#include "ui/toast.h"
#include "ui/view-words.h"

struct _TrancheListCommands {
  TrancheCommands parent_instance;

  TrancheShop *shop;
  TrancheOrderListPage *page;    /* unowned */
  TrancheListHeader *header;     /* unowned */
  AdwNavigationSplitView *split; /* unowned */
  AdwToastOverlay *toasts;       /* unowned */
};

G_DEFINE_FINAL_TYPE (TrancheListCommands, tranche_list_commands, TRANCHE_TYPE_COMMANDS)

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TrancheListCommands *self = user_data;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  tranche_list_header_focus_search (self->header);
}

static void
filter_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TrancheListCommands *self = user_data;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  tranche_list_header_show_filter (self->header);
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TrancheListCommands *self = user_data;

  tranche_order_list_page_set_filter (self->page, NULL);
}

static void
focus_list_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheListCommands *self = user_data;

  tranche_order_list_page_focus_list (self->page, TRUE);
}

/* All of the list or of the selection; NULL, and said so, where there is nothing yet. */
static GArray *
list_ids (TrancheListCommands *self,
          const char          *none)
{
  TrancheOrderList *list = tranche_order_list_page_get_list (self->page);
  g_autoptr (GArray) ids = tranche_order_list_page_list_ids (self->page);

  if (ids->len == 0)
    tranche_toast_show (self->toasts, none);
  else if (!tranche_order_list_get_complete (list))
    tranche_toast_show (self->toasts, _("The list is still being read"));
  else
    return g_steal_pointer (&ids);

  return NULL;
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TrancheListCommands *self = user_data;
  g_autoptr (GArray) ids = list_ids (self, _("There are no orders to export"));

  if (ids != NULL)
    tranche_export_dialog_present (self->toasts, self->shop, ids);
}

/* What narrows the list, such as "This week · Ivanova". */
static char *
make_subtitle (TrancheListCommands *self)
{
  const TrancheListFilter *filter = tranche_order_list_page_get_filter (self->page);
  TrancheConnection *connection = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *account_label = NULL;
  g_autofree char *text = NULL;

  if (filter->account_id != NULL)
    connection = tranche_shop_find_connection (self->shop, filter->account_id);
  if (connection != NULL)
    account_label = tranche_account_label (tranche_connection_get_account (connection));

  for (TrancheFilterPart part = 0; part < TRANCHE_N_FILTER_PARTS; part++) {
    char *words = tranche_filter_part_text (filter, part, account_label);

    if (words != NULL)
      g_ptr_array_add (parts, words);
  }
  g_object_get (self->page, "text", &text, NULL);
  if (text != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("with “%s”"), text));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheListCommands) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_list_print_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->shop != NULL)
    tranche_toast_show (self->toasts, _("The list was not printed"));
}

static void
print_list_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheListCommands *self = user_data;
  GtkWidget *page = GTK_WIDGET (self->page);
  GtkWidget *named = gtk_widget_get_ancestor (page, ADW_TYPE_NAVIGATION_PAGE);
  GtkRoot *root = gtk_widget_get_root (page);
  g_autoptr (GArray) ids = list_ids (self, _("There are no orders to print"));
  g_autofree char *title = NULL;
  TrancheListOnPaper *list;

  if (ids == NULL)
    return;
  if (ids->len > TRANCHE_LIST_PRINT_MAX) {
    title = g_strdup_printf (ngettext ("%u order is too long a list to print: narrow it, or export it",
                                       "%u orders are too long a list to print: narrow it, or export it",
                                       ids->len), ids->len);
    tranche_toast_show (self->toasts, title);
    return;
  }

  list = g_new0 (TrancheListOnPaper, 1);
  list->title = g_strdup (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (named)));
  list->subtitle = make_subtitle (self);
  list->fields = tranche_column_choice_list_fields (tranche_order_list_page_get_columns (self->page));
  tranche_list_print_async (self->shop, ids, list, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                            tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                            printed_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "search", .activate = search_cb },
  { .name = "filter", .activate = filter_cb },
  { .name = "clear-filters", .activate = clear_filters_cb },
  { .name = "focus-list", .activate = focus_list_cb },
  { .name = "export", .activate = export_cb },
  { .name = "print-list", .activate = print_list_cb },
};

static void
tranche_list_commands_dispose (GObject *object)
{
  TrancheListCommands *self = TRANCHE_LIST_COMMANDS (object);

  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_list_commands_parent_class)->dispose (object);
}

static void
tranche_list_commands_class_init (TrancheListCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_list_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->only_read = TRUE;
}

static void
tranche_list_commands_init (TrancheListCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheListCommands *
tranche_list_commands_new (TrancheShop            *shop,
                           TrancheOrderListPage   *page,
                           TrancheListHeader      *header,
                           AdwNavigationSplitView *split,
                           AdwToastOverlay        *toasts)
{
  TrancheListCommands *self = g_object_new (TRANCHE_TYPE_LIST_COMMANDS, NULL);

  self->shop = g_object_ref (shop);
  self->page = page;
  self->header = header;
  self->split = split;
  self->toasts = toasts;

  return self;
}
