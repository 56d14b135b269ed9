/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n.h>

#include "model/book-files.h"
#include "ui/book-dialog.h"
#include "ui/book-path.h"
#include "ui/keeping-words.h"
#include "ui/password-round.h"
#include "ui/portal-check.h"
#include "ui/restore-dialog.h"

static void
tell (TrancheWindow *self,
      const char    *title,
      const char    *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
tranche_window_tell_news (TrancheWindow *self)
{
  g_autofree char *news = g_steal_pointer (&self->news);

  if (news == NULL)
    return;

  if (self->imported)
    tranche_password_round_begin (self->shop, GTK_WIDGET (self));
  self->imported = FALSE;
  if (*news != '\0')
    tell (self, _("The Order Book Is Restored"), news);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheWindow) self = user_data;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gboolean restored = tranche_book_restore_finish (result, &kept, &error);

  self->leaving = FALSE;
  g_clear_pointer (&self->source, g_free);
  if (self->closing) {
    self->closed = TRUE;
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }

  if (!restored) {
    g_autofree char *words = tranche_book_file_words (error);

    self->imported = FALSE;
    tell (self, _("The Order Book Was Not Restored"), words);
  } else if (kept != NULL && !self->imported) {
    g_autofree char *name = g_filename_display_name (kept);

    /* Translators: %s is the name of a file */
    self->news = g_strdup_printf (_("What was there before is kept as %s."), name);
  } else {
    self->news = g_strdup ("");
  }
  tranche_window_open_shop (self);
}

void
tranche_window_replace_book (TrancheWindow *self)
{
  tranche_book_restore_async (self->book_path, self->source, NULL, restored_cb,
                              g_object_ref (self));
}

static void
shop_closed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrancheWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_shop_close_finish (TRANCHE_SHOP (source), result, &error))
    g_warning ("Closing the shop failed: %s", error->message);

  g_clear_object (&self->shop);
  tranche_window_replace_book (self);
}

static void
chosen_cb (TrancheWindow *self,
           const char    *path)
{
  if (self->leaving || self->opening)
    return;

  g_set_str (&self->source, path);
  tranche_window_leave_shop (self);
  gtk_stack_set_visible_child_name (self->stack, "restoring");

  if (self->shop != NULL)
    tranche_shop_close_async (self->shop, shop_closed_cb, g_object_ref (self));
  else
    tranche_window_replace_book (self);
}

static void
import_chosen_cb (TrancheWindow *self,
                  const char    *path)
{
  self->imported = TRUE;
  chosen_cb (self, path);
}

gboolean
tranche_window_ask_to_unlock (TrancheWindow *self)
{
  g_return_val_if_fail (TRANCHE_IS_WINDOW (self), FALSE);

  if (self->shop == NULL || !tranche_guard_get_locked (tranche_shop_get_guard (self->shop)))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.unlock", NULL);
  return TRUE;
}

static void
restore_book_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TrancheWindow *self = TRANCHE_WINDOW (widget);
  g_autofree char *folder = NULL;
  AdwDialog *dialog;

  if (tranche_window_ask_to_unlock (self))
    return;

  if (tranche_book_path_is_usual (self->book_path))
    folder = g_settings_get_string (self->settings, "backup-folder");
  if (folder == NULL || *folder == '\0') {
    g_free (folder);
    folder = tranche_backup_folder_usual (self->book_path);
  }

  dialog = tranche_restore_dialog_new (self->book_path, folder);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
import_book_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrancheWindow *self = TRANCHE_WINDOW (widget);
  AdwDialog *dialog;

  if (tranche_window_ask_to_unlock (self))
    return;

  dialog = tranche_restore_dialog_new_import (self->book_path);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (import_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
order_book_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrancheWindow *self = TRANCHE_WINDOW (widget);

  if (!tranche_window_ask_to_unlock (self))
    adw_dialog_present (tranche_book_dialog_new (self->shop, self->settings), widget);
}

static void
folder_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TrancheWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result,
                                                       &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  folder = g_path_get_dirname (self->book_path);
  tell (self, _("The Folder Cannot Be Shown"), folder);
}

static void
folder_checked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  TrancheWindow *self = TRANCHE_WINDOW (source);
  g_autoptr (GtkFileLauncher) launcher = user_data;

  if (tranche_portal_check_finish (result, NULL))
    gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), NULL,
                                              folder_opened_cb, g_object_ref (self));
}

static void
open_folder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrancheWindow *self = TRANCHE_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_path (self->book_path);

  tranche_portal_check_async (widget, TRANCHE_PORTAL_LINKS, NULL, folder_checked_cb,
                              gtk_file_launcher_new (file));
}

void
tranche_window_install_books (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.order-book", NULL, order_book_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-book", NULL, restore_book_cb);
  gtk_widget_class_install_action (widget_class, "win.import-book", NULL, import_book_cb);
}

void
tranche_window_update_books (TrancheWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_file = self->book_path != NULL && !self->archive;

  gtk_widget_action_set_enabled (widget, "win.open-folder", self->book_path != NULL);
  gtk_widget_action_set_enabled (widget, "win.restore-book", has_file && !self->leaving);
  gtk_widget_action_set_enabled (widget, "win.import-book", has_file && !self->leaving);
  gtk_widget_action_set_enabled (widget, "win.order-book",
                                 has_file && self->shop != NULL && !self->leaving);
}
