/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/restore-dialog.h"

#include <glib/gi18n.h>

#include "model/book-files.h"
#include "ui/file-choice.h"
#include "ui/format.h"
#include "ui/keeping-words.h"

/* Pixels: there are no daily backups to choose from. */
#define IMPORT_HEIGHT 440

struct _TrancheRestoreDialog {
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  AdwBanner *failure_banner;
  GtkStack *list_stack;
  AdwPreferencesGroup *daily_group;
  AdwPreferencesGroup *file_group;
  GtkWidget *none_row;
  AdwNavigationPage *summary_page;
  AdwActionRow *written_row;
  AdwActionRow *orders_row;
  AdwActionRow *accounts_row;
  AdwActionRow *file_row;
  AdwPreferencesGroup *warning_group;
  AdwPreferencesRow *restore_row;

  gboolean import;
  char *chosen; /* (nullable): what the summary is of */
  GCancellable *cancellable;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheRestoreDialog, tranche_restore_dialog, ADW_TYPE_DIALOG)

static char *
make_warning (TrancheRestoreDialog     *self,
              const TrancheBookSummary *summary)
{
  g_autofree char *newest = NULL;
  GString *text;

  if (self->import)
    return g_strdup (_("Passwords are not in the file: Tranche asks for each of them next. "
                       "Planned commits have to be planned again."));

  text = g_string_new (NULL);
  newest = tranche_format_date_time (summary->written);
  /* Translators: %s is when the backup was written */
  g_string_append_printf (text, _("Orders made after %s are not in it. The present order book is "
                                  "kept beside it as a file, and nothing changes at the banks."),
                          newest);
  g_string_append_c (text, ' ');
  g_string_append (text, _("Planned commits have to be planned again."));
  if (summary->n_open > 0) {
    g_string_append_c (text, ' ');
    g_string_append (text, _("For operations that were under way then, the banks are asked how they ended."));
  }

  return g_string_free_and_steal (text);
}

static void
show_summary (TrancheRestoreDialog     *self,
              const TrancheBookSummary *summary)
{
  g_autofree char *written = tranche_format_date_time (summary->written);
  g_autofree char *orders = tranche_book_summary_words (summary);
  g_autofree char *accounts = g_strdup_printf ("%u", summary->n_accounts);
  g_autofree char *file = g_filename_display_name (summary->path);
  g_autofree char *warning = make_warning (self, summary);

  g_set_str (&self->chosen, summary->path);
  adw_action_row_set_subtitle (self->written_row, written);
  adw_action_row_set_subtitle (self->orders_row, orders);
  adw_action_row_set_subtitle (self->accounts_row, accounts);
  adw_action_row_set_subtitle (self->file_row, file);
  adw_preferences_group_set_description (self->warning_group, warning);
  adw_navigation_view_push (self->navigation, self->summary_page);
}

static void
summarized_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TrancheRestoreDialog) self = user_data;
  g_autoptr (TrancheBookSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  summary = tranche_book_summarize_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_stack_set_visible_child_name (self->list_stack, "list");
  if (summary != NULL) {
    show_summary (self, summary);
    return;
  }

  words = tranche_book_file_words (error);
  adw_banner_set_title (self->failure_banner, words);
  adw_banner_set_revealed (self->failure_banner, TRUE);
}

void
tranche_restore_dialog_look (TrancheRestoreDialog *self,
                             const char           *path)
{
  g_return_if_fail (TRANCHE_IS_RESTORE_DIALOG (self));
  g_return_if_fail (path != NULL);

  adw_banner_set_revealed (self->failure_banner, FALSE);
  gtk_stack_set_visible_child_name (self->list_stack, "looking");
  tranche_book_summarize_async (path, self->cancellable, summarized_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrancheRestoreDialog) self = user_data;
  g_autoptr (GFile) file = tranche_choose_file_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    tranche_restore_dialog_look (self, g_file_peek_path (file));
}

static void
choose_file_cb (TrancheRestoreDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose an Order Book"));
  tranche_choose_file_async (dialog, TRANCHE_CHOICE_OPEN, GTK_WIDGET (self), self->cancellable,
                             file_chosen_cb, g_object_ref (self));
}

static void
restore_cb (TrancheRestoreDialog *self)
{
  g_autofree char *chosen = g_strdup (self->chosen);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

static void
look_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  tranche_restore_dialog_look (TRANCHE_RESTORE_DIALOG (widget),
                               g_variant_get_bytestring (parameter));
}

static void
add_daily (TrancheRestoreDialog *self,
           const TrancheBackup  *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = tranche_format_date (backup->day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          g_variant_new_bytestring (backup->path));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "restore.look");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (self->daily_group, row);
}

static void
tranche_restore_dialog_dispose (GObject *object)
{
  TrancheRestoreDialog *self = TRANCHE_RESTORE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_RESTORE_DIALOG);

  G_OBJECT_CLASS (tranche_restore_dialog_parent_class)->dispose (object);
}

static void
tranche_restore_dialog_finalize (GObject *object)
{
  TrancheRestoreDialog *self = TRANCHE_RESTORE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->chosen);

  G_OBJECT_CLASS (tranche_restore_dialog_parent_class)->finalize (object);
}

static void
tranche_restore_dialog_class_init (TrancheRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_restore_dialog_dispose;
  object_class->finalize = tranche_restore_dialog_finalize;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", TRANCHE_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, daily_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, file_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, none_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, summary_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, written_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, orders_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, accounts_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, warning_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheRestoreDialog, restore_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_install_action (widget_class, "restore.look", "ay", look_cb);
}

static void
tranche_restore_dialog_init (TrancheRestoreDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_restore_dialog_new (const char *book_path,
                            const char *folder)
{
  TrancheRestoreDialog *self = g_object_new (TRANCHE_TYPE_RESTORE_DIALOG, NULL);
  g_autoptr (GPtrArray) backups = tranche_backup_folder_list (folder, book_path);

  gtk_widget_set_visible (self->none_row, backups->len == 0);
  for (guint i = 0; i < backups->len; i++)
    add_daily (self, g_ptr_array_index (backups, i));

  return ADW_DIALOG (self);
}

AdwDialog *
tranche_restore_dialog_new_import (const char *book_path)
{
  TrancheRestoreDialog *self = g_object_new (TRANCHE_TYPE_RESTORE_DIALOG, NULL);

  self->import = TRUE;
  adw_dialog_set_content_height (ADW_DIALOG (self), IMPORT_HEIGHT);
  adw_dialog_set_title (ADW_DIALOG (self), _("Move from Another Computer"));
  gtk_widget_set_visible (GTK_WIDGET (self->daily_group), FALSE);
  adw_preferences_group_set_description (self->file_group,
                                         _("On the other computer choose “Order Book” in the menu, then "
                                           "“Move to Another Computer”, and bring the file here. It has the "
                                           "orders, their history and the bank accounts."));
  adw_preferences_row_set_title (self->restore_row, _("_Use This Order Book"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->restore_row), "destructive-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->restore_row), "suggested-action");

  return ADW_DIALOG (self);
}
