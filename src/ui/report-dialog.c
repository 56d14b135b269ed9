/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/report-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/day-check.h"
#include "ui/clipboard.h"
#include "ui/error-box.h"
#include "ui/file-saver.h"
#include "ui/format.h"
#include "ui/report-words.h"
#include "ui/toast.h"
#include "ui/value-row.h"
#include "ui/view-words.h"

struct _TrancheReportDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwComboRow *account_row;
  GtkStringList *accounts;
  AdwActionRow *day_row;
  GtkPopover *day_popover;
  GtkCalendar *calendar;
  TrancheErrorBox *error_box;
  GtkWidget *asking_box;
  GtkWidget *report_box;
  GtkLabel *headline_label;
  GtkWidget *totals_group;
  TrancheValueRow *count_row;
  TrancheValueRow *amount_row;
  TrancheValueRow *commission_row;
  TrancheValueRow *transferred_row;
  GtkWidget *differences_group;
  GtkListBox *differences_list;
  GtkWidget *same_group;
  GtkListBox *same_list;
  GtkWidget *close_button;
  GtkWidget *ask_button;
  GtkWidget *copy_button;
  GtkWidget *save_button;

  TrancheShop *shop;
  /* (element-type TrancheConnection): what account_row chooses from. */
  GPtrArray *connections;
  TrancheDayReport *report; /* NULL before the first answer */
  /* The calendar may have been turned over since. */
  GDateTime *day;
  /* Of the question under way; NULL where there is none. */
  GCancellable *asking;
  /* Of everything: cancelled when the dialog is closed. */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrancheReportDialog, tranche_report_dialog, ADW_TYPE_DIALOG)

static gboolean
reports_days (TrancheConnection *connection)
{
  TrancheBank *bank = tranche_connection_get_bank (connection);

  return bank != NULL
         && (tranche_bank_get_capabilities (bank) & TRANCHE_CAPABILITY_REPORT) != 0;
}

static void
update (TrancheReportDialog *self)
{
  gboolean has_report = self->report != NULL && self->asking == NULL;
  gboolean has_entries = has_report && self->report->entries->len > 0;

  gtk_widget_set_visible (self->asking_box, self->asking != NULL);
  gtk_widget_set_visible (self->report_box, has_report);
  gtk_widget_set_sensitive (self->copy_button, has_entries);
  gtk_widget_set_sensitive (self->save_button, has_entries);
}

static GtkWidget *
make_row (TrancheDayEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = tranche_day_entry_title (entry);
  g_autofree char *subtitle = tranche_day_entry_subtitle (entry);
  g_autofree char *amount = tranche_day_entry_amount (entry);
  GtkWidget *amount_label = gtk_label_new (amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (amount_label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amount_label);

  return row;
}

static void
fill_list (GtkListBox *list,
           GPtrArray  *entries,
           guint       start,
           guint       end)
{
  gtk_list_box_remove_all (list);
  for (guint i = start; i < end; i++)
    gtk_list_box_append (list, make_row (entries->pdata[i]));
}

static void
show_totals (TrancheReportDialog *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->report->n_operations);
  g_autofree char *amount = tranche_format_money (&self->report->amount);
  g_autofree char *commission = tranche_format_money (&self->report->commission);
  g_autofree char *transferred = tranche_format_money (&self->report->transferred);

  tranche_value_row_set_value (self->count_row, count);
  tranche_value_row_set_value (self->amount_row, amount);
  tranche_value_row_set_value (self->commission_row, commission);
  tranche_value_row_set_value (self->transferred_row, transferred);
}

/* Takes @report. */
static void
show_report (TrancheReportDialog *self,
             TrancheDayReport    *report)
{
  g_autofree char *headline = tranche_day_report_headline (report);
  guint n_entries = report->entries->len;
  guint n_differences = report->n_differences;

  g_clear_pointer (&self->report, tranche_day_report_free);
  self->report = report;

  gtk_label_set_label (self->headline_label, headline);
  gtk_widget_set_visible (self->totals_group, n_entries > 0);
  gtk_widget_set_visible (self->differences_group, n_differences > 0);
  gtk_widget_set_visible (self->same_group, n_differences < n_entries);
  show_totals (self);
  fill_list (self->differences_list, report->entries, 0, n_differences);
  fill_list (self->same_list, report->entries, n_differences, n_entries);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), headline,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TrancheDayReport *report = tranche_day_check_finish (result, &error);

  /* Another day was asked for meanwhile, or the dialog was closed. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))) {
    g_clear_pointer (&report, tranche_day_report_free);
    return;
  }

  g_clear_object (&self->asking);
  if (report != NULL)
    show_report (self, report);
  else
    tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_NONE);
  update (self);
}

static void
take_day (TrancheReportDialog *self)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = gtk_calendar_get_date (self->calendar);
  text = tranche_format_date (self->day);
  adw_action_row_set_subtitle (self->day_row, text);
}

static void
ask (TrancheReportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->account_row);

  if (self->shop == NULL || selected >= self->connections->len)
    return;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->report, tranche_day_report_free);
  self->asking = g_cancellable_new ();

  tranche_error_box_clear (self->error_box);
  tranche_day_check_async (tranche_shop_get_book (self->shop), self->connections->pdata[selected],
                           self->day, self->asking, checked_cb, g_object_ref (self));
  update (self);
}

static void
ask_cb (TrancheReportDialog *self)
{
  ask (self);
}

static void
day_selected_cb (TrancheReportDialog *self)
{
  take_day (self);
  gtk_popover_popdown (self->day_popover);
  ask (self);
}

static void
copy_cb (TrancheReportDialog *self)
{
  g_autofree char *csv = tranche_day_report_to_csv (self->report);

  tranche_clipboard_copy (self->copy_button, csv);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheReportDialog) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  file = tranche_save_file_finish (result, &error);
  if (g_cancellable_is_cancelled (self->cancellable)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = file != NULL ? g_strdup (_("Saved"))
                      : g_strdup_printf (_("%s: %s"), _("Not saved"), error->message);
  tranche_toast_show (self->toasts, text);
}

static void
save_cb (TrancheReportDialog *self)
{
  char *csv = tranche_day_report_to_csv (self->report);
  g_autoptr (GBytes) content = g_bytes_new_take (csv, strlen (csv));
  g_autofree char *date = g_date_time_format (self->day, "%Y-%m-%d");
  g_autofree char *name = NULL;

  /* Translators: the name of a file; %s is a date such as 2025-12-31 */
  name = g_strdup_printf (_("Report %s.csv"), date);
  tranche_save_file_async (GTK_WIDGET (self), name, "text/csv", content, self->cancellable,
                           saved_cb, g_object_ref (self));
}

static void
close_cb (TrancheReportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
stop (TrancheReportDialog *self)
{
  g_cancellable_cancel (self->asking);
  g_cancellable_cancel (self->cancellable);
}

static void
tranche_report_dialog_closed (AdwDialog *dialog)
{
  stop (TRANCHE_REPORT_DIALOG (dialog));
}

static void
tranche_report_dialog_dispose (GObject *object)
{
  TrancheReportDialog *self = TRANCHE_REPORT_DIALOG (object);

  stop (self);
  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (tranche_report_dialog_parent_class)->dispose (object);
}

static void
tranche_report_dialog_finalize (GObject *object)
{
  TrancheReportDialog *self = TRANCHE_REPORT_DIALOG (object);

  g_clear_object (&self->asking);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, tranche_day_report_free);
  g_clear_pointer (&self->day, g_date_time_unref);
  g_ptr_array_unref (self->connections);

  G_OBJECT_CLASS (tranche_report_dialog_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/report-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheReportDialog, name)
  BIND (toasts);
  BIND (account_row);
  BIND (accounts);
  BIND (day_row);
  BIND (day_popover);
  BIND (calendar);
  BIND (error_box);
  BIND (asking_box);
  BIND (report_box);
  BIND (headline_label);
  BIND (totals_group);
  BIND (count_row);
  BIND (amount_row);
  BIND (commission_row);
  BIND (transferred_row);
  BIND (differences_group);
  BIND (differences_list);
  BIND (same_group);
  BIND (same_list);
  BIND (close_button);
  BIND (ask_button);
  BIND (copy_button);
  BIND (save_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_report_dialog_class_init (TrancheReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_report_dialog_dispose;
  object_class->finalize = tranche_report_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tranche_report_dialog_closed;

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_report_dialog_init (TrancheReportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  take_day (self);
}

static void
fill_accounts (TrancheReportDialog *self,
               GListModel          *connections,
               TrancheConnection   *preferred)
{
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
    g_autofree char *label = NULL;

    if (!reports_days (connection))
      continue;

    if (connection == preferred)
      selected = self->connections->len;
    label = tranche_account_label (tranche_connection_get_account (connection));
    gtk_string_list_append (self->accounts, label);
    g_ptr_array_add (self->connections, g_steal_pointer (&connection));
  }

  adw_combo_row_set_selected (self->account_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->account_row), self->connections->len > 1);
}

AdwDialog *
tranche_report_dialog_new (TrancheShop       *shop,
                           TrancheConnection *preferred)
{
  TrancheReportDialog *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_REPORT_DIALOG, NULL);
  fill_accounts (self, tranche_shop_get_connections (shop), preferred);
  self->shop = g_object_ref (shop);
  ask (self);

  return ADW_DIALOG (self);
}

gboolean
tranche_report_dialog_is_offered (TrancheShop *shop)
{
  GListModel *connections;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), FALSE);

  connections = tranche_shop_get_connections (shop);
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    if (reports_days (connection))
      return TRUE;
  }

  return FALSE;
}
