/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/saved-view-commands.h"

#include <glib/gi18n.h>

#include "ui/toast.h"

struct _TrancheSavedViewCommands {
  TrancheCommands parent_instance;

  TrancheOrderListPage *page; /* unowned */
  AdwToastOverlay *toasts;    /* unowned */
  GSettings *settings;
  GListStore *views;
};

G_DEFINE_FINAL_TYPE (TrancheSavedViewCommands, tranche_saved_view_commands, TRANCHE_TYPE_COMMANDS)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A view whose name is being asked for: it is new, or has another name. */
typedef struct {
  TrancheSavedViewCommands *commands;
  TrancheSavedView *view; /* (nullable): a new one */
  GtkEditable *entry;     /* unowned: in the dialog */
} Naming;

static void
naming_free (gpointer  data,
             GClosure *closure)
{
  Naming *naming = data;

  g_object_unref (naming->commands);
  g_clear_object (&naming->view);
  g_free (naming);
}

static void
store (TrancheSavedViewCommands *self)
{
  tranche_saved_views_store (G_LIST_MODEL (self->views), self->settings);
}

static void
choose (TrancheSavedViewCommands *self,
        TrancheSavedView         *view)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, view);
}

static void
named_cb (AdwAlertDialog *dialog,
          const char     *response,
          Naming         *naming)
{
  TrancheSavedViewCommands *self = naming->commands;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (naming->entry)));

  if (!g_str_equal (response, "save") || *name == '\0')
    return;

  if (naming->view != NULL) {
    tranche_saved_view_set_name (naming->view, name);
    store (self);
  } else {
    g_autoptr (TrancheSavedView) view = NULL;

    view = tranche_saved_view_new (name, tranche_order_list_page_save (self->page));
    g_list_store_append (self->views, view);
    store (self);
    choose (self, view);
  }
}

static void
name_changed_cb (AdwAlertDialog *dialog,
                 GtkEditable    *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

static void
ask_name (TrancheSavedViewCommands *self,
          TrancheSavedView         *view)
{
  AdwDialog *dialog = adw_alert_dialog_new (view != NULL ? _("Rename Saved View") : _("Save View"),
                                            NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Naming *naming = g_new0 (Naming, 1);

  naming->commands = g_object_ref (self);
  g_set_object (&naming->view, view);
  naming->entry = GTK_EDITABLE (entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name of the view"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  if (view == NULL)
    adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog),
                               _("Filters, sorting and columns are saved as they are now, "
                                 "and the view stands in the sidebar."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (named_cb), naming, naming_free,
                         G_CONNECT_DEFAULT);
  gtk_editable_set_text (naming->entry, view != NULL ? tranche_saved_view_get_name (view) : "");
  name_changed_cb (ADW_ALERT_DIALOG (dialog), naming->entry);
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, GTK_WIDGET (self->toasts));
}

static void
save_view_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ask_name (user_data, NULL);
}

static TrancheSavedView *
find (TrancheSavedViewCommands *self,
      GVariant                 *id)
{
  return tranche_saved_views_find (G_LIST_MODEL (self->views), g_variant_get_string (id, NULL));
}

static void
rename_saved_view_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  TrancheSavedView *view = find (user_data, parameter);

  if (view != NULL)
    ask_name (user_data, view);
}

static void
update_saved_view_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  TrancheSavedViewCommands *self = user_data;
  TrancheSavedView *view = find (self, parameter);

  if (view == NULL)
    return;

  tranche_saved_view_set_content (view, tranche_order_list_page_save (self->page));
  store (self);
  choose (self, view);
}

typedef struct {
  TrancheSavedViewCommands *commands;
  TrancheSavedView *view;
  guint position;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->commands);
  g_object_unref (removal->view);
  g_free (removal);
}

static void
undo_cb (AdwToast *toast,
         Removal  *removal)
{
  GListStore *views = removal->commands->views;
  guint n_views = g_list_model_get_n_items (G_LIST_MODEL (views));

  g_list_store_insert (views, MIN (removal->position, n_views), removal->view);
  store (removal->commands);
}

static void
remove_saved_view_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  TrancheSavedViewCommands *self = user_data;
  TrancheSavedView *view = find (self, parameter);
  g_autofree char *title = NULL;
  Removal *removal;
  AdwToast *toast;

  if (view == NULL)
    return;

  removal = g_new0 (Removal, 1);
  removal->commands = g_object_ref (self);
  removal->view = g_object_ref (view);
  g_list_store_find (self->views, view, &removal->position);

  title = g_strdup_printf (_("“%s” was removed"), tranche_saved_view_get_name (view));
  toast = tranche_toast_new (title);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, removal_free,
                         G_CONNECT_DEFAULT);

  g_list_store_remove (self->views, removal->position);
  store (self);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
saved_view_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheSavedViewCommands *self = user_data;
  g_autoptr (TrancheSavedView) view = NULL;

  view = g_list_model_get_item (G_LIST_MODEL (self->views), g_variant_get_uint32 (parameter) - 1);
  if (view != NULL)
    choose (self, view);
}

static const GActionEntry entries[] = {
  { .name = "save-view", .activate = save_view_cb },
  { .name = "rename-saved-view", .activate = rename_saved_view_cb, .parameter_type = "s" },
  { .name = "update-saved-view", .activate = update_saved_view_cb, .parameter_type = "s" },
  { .name = "remove-saved-view", .activate = remove_saved_view_cb, .parameter_type = "s" },
  { .name = "saved-view", .activate = saved_view_cb, .parameter_type = "u" },
};

static void
tranche_saved_view_commands_dispose (GObject *object)
{
  TrancheSavedViewCommands *self = TRANCHE_SAVED_VIEW_COMMANDS (object);

  g_clear_object (&self->views);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tranche_saved_view_commands_parent_class)->dispose (object);
}

static void
tranche_saved_view_commands_class_init (TrancheSavedViewCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_saved_view_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->only_read = TRUE;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_SAVED_VIEW);
}

static void
tranche_saved_view_commands_init (TrancheSavedViewCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheSavedViewCommands *
tranche_saved_view_commands_new (TrancheOrderListPage *page,
                                 GSettings            *settings,
                                 AdwToastOverlay      *toasts)
{
  TrancheSavedViewCommands *self = g_object_new (TRANCHE_TYPE_SAVED_VIEW_COMMANDS, NULL);

  self->page = page;
  self->toasts = toasts;
  self->settings = g_object_ref (settings);
  self->views = tranche_saved_views_load (settings);

  return self;
}

GListModel *
tranche_saved_view_commands_get_views (TrancheSavedViewCommands *self)
{
  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW_COMMANDS (self), NULL);

  return G_LIST_MODEL (self->views);
}
