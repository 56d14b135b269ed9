/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/book-dialog.h"

#include <glib/gi18n.h>

#include "model/book-files.h"
#include "ui/book-check-row.h"
#include "ui/file-choice.h"
#include "ui/format.h"
#include "ui/keeping-words.h"
#include "ui/toast.h"

struct _TrancheBookDialog {
  AdwPreferencesDialog parent_instance;

  AdwActionRow *path_row;
  AdwActionRow *daily_row;
  GtkProgressBar *backup_progress;
  AdwPreferencesGroup *archive_group;
  GtkWidget *archive_spinner;
  TrancheBookCheckRow *check_row;

  TrancheShop *shop;
  int archive_months;
  GPtrArray *archive_rows; /* unowned: in their group */
  GCancellable *cancellable;
};

enum {
  PROP_0,
  PROP_ARCHIVE_MONTHS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheBookDialog, tranche_book_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
show_toast (TrancheBookDialog *self,
            const char        *title)
{
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), tranche_toast_new (title));
}

static void
update_daily (TrancheBookDialog *self)
{
  TrancheDailyBackup *daily = tranche_shop_get_daily_backup (self->shop);
  g_autofree char *folder = tranche_daily_backup_dup_folder (daily);
  g_autoptr (GPtrArray) backups =
    tranche_backup_folder_list (folder, tranche_order_book_get_path (tranche_shop_get_book (self->shop)));
  const GError *trouble = tranche_daily_backup_get_trouble (daily);
  g_autofree char *text = NULL;

  if (trouble != NULL)
    text = tranche_backup_failure_words (trouble);
  else if (backups->len > 0)
    text = tranche_format_date (((TrancheBackup *) g_ptr_array_index (backups, 0))->day);
  else
    text = g_strdup (_("None yet"));

  adw_action_row_set_subtitle (self->daily_row, text);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  TrancheBookDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->backup_progress, total > 0 ? (double) done / total : 0);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrancheBookDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean backed_up = tranche_book_keeper_back_up_finish (TRANCHE_BOOK_KEEPER (source), result,
                                                           &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->backup_progress), FALSE);
  words = backed_up ? g_strdup (_("The backup is written and checked"))
                    : tranche_backup_failure_words (error);
  show_toast (self, words);
}

void
tranche_book_dialog_back_up (TrancheBookDialog *self,
                             GFile             *file)
{
  g_return_if_fail (TRANCHE_IS_BOOK_DIALOG (self));

  if (g_file_peek_path (file) == NULL) {
    show_toast (self, _("A backup can only be written to a folder of this computer"));
    return;
  }

  gtk_progress_bar_set_fraction (self->backup_progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_progress), TRUE);
  tranche_book_keeper_back_up_async (tranche_shop_get_book_keeper (self->shop),
                                     g_file_peek_path (file), progress_cb, self, self->cancellable,
                                     backed_up_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrancheBookDialog) self = user_data;
  g_autoptr (GFile) file = tranche_choose_file_finish (result, NULL);

  if (file != NULL)
    tranche_book_dialog_back_up (self, file);
}

static void
choose_file (TrancheBookDialog *self,
             const char        *title,
             const char        *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *file_name = g_strdup_printf ("%s %s.db", name, date);

  /* One at a time. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->backup_progress)))
    return;

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  tranche_choose_file_async (dialog, TRANCHE_CHOICE_SAVE, GTK_WIDGET (self), self->cancellable,
                             file_chosen_cb, g_object_ref (self));
}

static void
back_up_cb (TrancheBookDialog *self)
{
  /* Translators: the beginning of a file name: "Tranche backup 2026-11-22.db" */
  choose_file (self, _("Back Up the Order Book"), _("Tranche backup"));
}

static void
move_cb (TrancheBookDialog *self)
{
  /* Translators: the beginning of a file name: "Tranche move 2026-11-22.db" */
  choose_file (self, _("Move to Another Computer"), _("Tranche move"));
}

static void
add_archive (TrancheBookDialog *self,
             const char        *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_bytestring (path));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-archive");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (self->archive_group, row);
  g_ptr_array_add (self->archive_rows, row);
}

static void
update_archives (TrancheBookDialog *self)
{
  g_auto (GStrv) archives =
    tranche_book_keeper_list_archives (tranche_shop_get_book_keeper (self->shop));

  for (guint i = 0; i < self->archive_rows->len; i++)
    adw_preferences_group_remove (self->archive_group, g_ptr_array_index (self->archive_rows, i));
  g_ptr_array_set_size (self->archive_rows, 0);
  for (guint i = 0; archives[i] != NULL; i++)
    add_archive (self, archives[i]);
}

static char *
archive_hint (gpointer unused,
              int      months)
{
  return g_strdup_printf (ngettext ("Those that were over %d month ago move to a file beside the order book",
                                    "Those that were over %d months ago move to a file beside the order book",
                                    (gulong) months), months);
}

static void
archived_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheBookDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n = 0;
  gboolean archived = tranche_book_keeper_archive_finish (TRANCHE_BOOK_KEEPER (source), result, &n,
                                                          &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_widget_set_visible (self->archive_spinner, FALSE);
  if (!archived)
    words = g_strdup (_("The orders could not be archived. Nothing is lost."));
  else if (n == 0)
    words = g_strdup (_("There are no orders that old"));
  else
    words = g_strdup_printf (ngettext ("%u order is in the archive", "%u orders are in the archive", n), n);
  show_toast (self, words);
  update_archives (self);
}

static void
archive_confirmed_cb (TrancheBookDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) before = g_date_time_add_months (now, -self->archive_months);

  gtk_widget_set_visible (self->archive_spinner, TRUE);
  tranche_book_keeper_archive_async (tranche_shop_get_book_keeper (self->shop), before,
                                     self->cancellable, archived_cb, g_object_ref (self));
}

static void
archive_cb (TrancheBookDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) before = g_date_time_add_months (now, -self->archive_months);
  g_autofree char *date = tranche_format_date (before);
  AdwAlertDialog *dialog;

  if (gtk_widget_get_visible (self->archive_spinner))
    return;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Archive Old Orders?"), NULL));
  /* Translators: %s is a date */
  adw_alert_dialog_format_body (dialog, _("Orders that were over before %s leave the lists and the search. "
                                          "They can be read in the archive. Open orders stay."), date);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "archive", _("_Archive"), NULL);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response::archive", G_CALLBACK (archive_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
tranche_book_dialog_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheBookDialog *self = TRANCHE_BOOK_DIALOG (object);

  switch (prop_id) {
  case PROP_ARCHIVE_MONTHS:
    g_value_set_int (value, self->archive_months);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_book_dialog_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheBookDialog *self = TRANCHE_BOOK_DIALOG (object);

  switch (prop_id) {
  case PROP_ARCHIVE_MONTHS:
    self->archive_months = g_value_get_int (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_book_dialog_closed (AdwDialog *dialog)
{
  TrancheBookDialog *self = TRANCHE_BOOK_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  tranche_book_check_row_stop (self->check_row);
}

static void
tranche_book_dialog_dispose (GObject *object)
{
  TrancheBookDialog *self = TRANCHE_BOOK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_BOOK_DIALOG);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_book_dialog_parent_class)->dispose (object);
}

static void
tranche_book_dialog_finalize (GObject *object)
{
  TrancheBookDialog *self = TRANCHE_BOOK_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->archive_rows);

  G_OBJECT_CLASS (tranche_book_dialog_parent_class)->finalize (object);
}

static void
tranche_book_dialog_class_init (TrancheBookDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_book_dialog_get_property;
  object_class->set_property = tranche_book_dialog_set_property;
  object_class->dispose = tranche_book_dialog_dispose;
  object_class->finalize = tranche_book_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tranche_book_dialog_closed;

  properties[PROP_ARCHIVE_MONTHS] =
    g_param_spec_int ("archive-months", NULL, NULL, 1, 1200, 24,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_BOOK_CHECK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/book-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheBookDialog, path_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheBookDialog, daily_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheBookDialog, backup_progress);
  gtk_widget_class_bind_template_child (widget_class, TrancheBookDialog, archive_group);
  gtk_widget_class_bind_template_child (widget_class, TrancheBookDialog, archive_spinner);
  gtk_widget_class_bind_template_child (widget_class, TrancheBookDialog, check_row);
  gtk_widget_class_bind_template_callback (widget_class, archive_hint);
  gtk_widget_class_bind_template_callback (widget_class, archive_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
}

static void
tranche_book_dialog_init (TrancheBookDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->archive_months = 24;
  self->archive_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_book_dialog_new (TrancheShop *shop,
                         GSettings   *settings)
{
  TrancheBookDialog *self;
  TrancheDailyBackup *daily;
  g_autofree char *path = NULL;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_BOOK_DIALOG, NULL);
  self->shop = g_object_ref (shop);
  tranche_book_check_row_set_keeper (self->check_row, tranche_shop_get_book_keeper (shop));
  daily = tranche_shop_get_daily_backup (shop);
  path = g_filename_display_name (tranche_order_book_get_path (tranche_shop_get_book (shop)));
  adw_action_row_set_subtitle (self->path_row, path);

  g_signal_connect_object (daily, "backed-up", G_CALLBACK (update_daily), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daily, "notify::trouble", G_CALLBACK (update_daily), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (settings, "archive-months", self, "archive-months", G_SETTINGS_BIND_GET);
  update_daily (self);
  update_archives (self);

  return ADW_DIALOG (self);
}
