/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/export-dialog.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/file-saver.h"
#include "ui/list-export.h"
#include "ui/toast.h"

static const struct {
  const char *extension;
  const char *mime_type;
} formats[] = {
  [TRANCHE_EXPORT_XLSX] = { "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  [TRANCHE_EXPORT_CSV] = { "csv", "text/csv" },
};

typedef struct {
  AdwToastOverlay *toasts;
  TrancheShop *shop;
  GArray *ids;
  AdwComboRow *format_row; /* unowned: of the dialog */
  AdwSwitchRow *phone_row; /* unowned: of the dialog */
  TrancheExportFormat format;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->toasts);
  g_object_unref (export->shop);
  g_array_unref (export->ids);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
export_free_closure (gpointer  data,
                     GClosure *closure)
{
  export_free (data);
}

static Export *
export_copy (const Export *export)
{
  Export *copy = g_memdup2 (export, sizeof *export);

  g_object_ref (copy->toasts);
  g_object_ref (copy->shop);
  g_array_ref (copy->ids);

  return copy;
}

static void
tell (Export       *export,
      const GError *error)
{
  g_autoptr (TrancheErrorWords) words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  tranche_toast_show (export->toasts,
                      words != NULL ? words->title : _("The orders were exported"));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  file = tranche_save_file_finish (result, &error);
  tell (export, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;
  GtkRoot *root;

  content = tranche_list_export_finish (result, &error);
  root = gtk_widget_get_root (GTK_WIDGET (export->toasts));
  if (content == NULL || root == NULL) {
    tell (export, error);
    return;
  }

  name = g_strdup_printf ("%s %s.%s", _("Orders"), day, formats[export->format].extension);
  tranche_save_file_async (GTK_WIDGET (root), name, formats[export->format].mime_type, content, NULL,
                           saved_cb, export_copy (export));
}

static void
responded_cb (AdwAlertDialog *dialog,
              const char     *response,
              Export         *export)
{
  if (!g_str_equal (response, "export"))
    return;

  export->format = adw_combo_row_get_selected (export->format_row);
  tranche_list_export_async (export->shop, export->ids, export->format,
                             adw_switch_row_get_active (export->phone_row), NULL,
                             exported_cb, export_copy (export));
}

static GtkWidget *
new_choices (Export *export)
{
  const char *labels[] = { _("Spreadsheet (XLSX)"), _("Text (CSV)"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);
  GtkWidget *group = adw_preferences_group_new ();

  export->format_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (export->format_row), _("Format"));
  adw_combo_row_set_model (export->format_row, G_LIST_MODEL (model));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (export->format_row));

  export->phone_row = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (export->phone_row), _("Customers’ phones"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (export->phone_row));

  return group;
}

void
tranche_export_dialog_present (AdwToastOverlay *toasts,
                               TrancheShop     *shop,
                               GArray          *ids)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *heading = NULL;
  AdwDialog *dialog;

  export->toasts = g_object_ref (toasts);
  export->shop = g_object_ref (shop);
  export->ids = g_array_ref (ids);

  heading = g_strdup_printf (ngettext ("Export %u Order", "Export %u Orders", ids->len), ids->len);
  dialog = adw_alert_dialog_new (heading,
                                 _("The file has names of customers: keep it where only those "
                                   "can read it who may."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), new_choices (export));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"), "export", _("_Export…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "export",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "export");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (responded_cb), export, export_free_closure,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (toasts));
}
