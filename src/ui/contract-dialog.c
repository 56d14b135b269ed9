/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/contract-dialog.h"

#include <glib/gi18n.h>

#include "ui/contract-sections.h"
#include "ui/error-box.h"
#include "ui/field-row.h"
#include "ui/file-saver.h"
#include "ui/letter-print.h"
#include "ui/toast.h"
#include "ui/value-row.h"

struct _TrancheContractDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  TrancheErrorBox *error_box;
  GtkWidget *asking_box;
  GtkWidget *letter_box;
  GtkLabel *subtitle_label;
  GtkBox *sections_box;
  TrancheFieldRow *invoice_number_row;
  TrancheFieldRow *invoice_date_row;
  GtkWidget *close_button;
  GtkWidget *ask_button;
  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkWidget *bank_pdf_button;

  TrancheOrder *order;
  TrancheBank *bank; /* (nullable) */
  /* What is shown; NULL before the first answer. */
  char *subtitle;
  GPtrArray *sections;
  gboolean is_asking;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrancheContractDialog, tranche_contract_dialog, ADW_TYPE_DIALOG)

/* A call that ends after the dialog was closed has nobody to tell. */
static gboolean
is_closed (TrancheContractDialog *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
offers_pdf (TrancheContractDialog *self)
{
  return self->bank != NULL
         && (tranche_bank_get_capabilities (self->bank) & TRANCHE_CAPABILITY_LETTER_PDF) != 0;
}

static void
update (TrancheContractDialog *self)
{
  gboolean has_letter = self->sections != NULL && !self->is_asking;

  gtk_widget_set_visible (self->asking_box, self->is_asking);
  gtk_widget_set_visible (self->letter_box, has_letter);
  gtk_widget_set_sensitive (self->ask_button, self->bank != NULL && !self->is_asking);
  gtk_widget_set_sensitive (self->print_button, has_letter);
  gtk_widget_set_sensitive (self->save_button, has_letter);
  gtk_widget_set_sensitive (self->bank_pdf_button, !self->is_asking);
  gtk_widget_set_visible (self->bank_pdf_button, offers_pdf (self));
}

static void
show_error (TrancheContractDialog *self,
            const GError          *error)
{
  if (!is_closed (self) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_NONE);
}

/* What this computer says of a file or a printer, in the user's language. */
static void
show_local_error (TrancheContractDialog *self,
                  const char            *what,
                  const GError          *error)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (is_closed (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: what failed, and what the computer says of it */
  text = g_strdup_printf (_("%s: %s"), what, error->message);
  toast = tranche_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static GtkWidget *
make_row (const TrancheContractFact *fact)
{
  GtkWidget *row = g_object_new (TRANCHE_TYPE_VALUE_ROW,
                                 "title", fact->label,
                                 "copyable", TRUE,
                                 NULL);
  g_autofree char *shown = fact->code ? tranche_contract_shorten (fact->value) : NULL;

  tranche_value_row_set_value (TRANCHE_VALUE_ROW (row), fact->value);
  /* What is copied is the whole code. */
  if (shown != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);

  return row;
}

static GtkWidget *
make_group (const TrancheContractSection *section)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), section->title);
  for (guint i = 0; i < section->facts->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (section->facts->pdata[i]));

  return group;
}

static void
forget_letter (TrancheContractDialog *self)
{
  GtkWidget *child;

  while (self->sections_box != NULL
         && (child = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box))) != NULL)
    gtk_box_remove (self->sections_box, child);

  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->subtitle, g_free);
}

static void
show_contract (TrancheContractDialog *self,
               TrancheContract       *contract)
{
  self->sections = tranche_contract_sections (contract, self->order);
  self->subtitle = tranche_contract_subtitle (contract, self->order);

  gtk_label_set_label (self->subtitle_label, self->subtitle);
  for (guint i = 0; i < self->sections->len; i++)
    gtk_box_append (self->sections_box, make_group (self->sections->pdata[i]));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("The bank has answered"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheContractDialog) self = user_data;
  g_autoptr (TrancheContract) contract = NULL;
  g_autoptr (GError) error = NULL;

  contract = tranche_bank_contract_finish (TRANCHE_BANK (source), result, &error);
  if (is_closed (self))
    return;

  self->is_asking = FALSE;
  if (contract != NULL)
    show_contract (self, contract);
  else
    show_error (self, error);
  update (self);
}

/* Whether what was typed of the invoice can be sent; both or neither. */
static gboolean
check_invoice (TrancheContractDialog  *self,
               char                  **number,
               char                  **date)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *iso = NULL;

  *number = tranche_field_row_dup_text (self->invoice_number_row);
  *date = tranche_field_row_dup_text (self->invoice_date_row);
  if (*date != NULL)
    {
      iso = g_strconcat (*date, "T00:00:00Z", NULL);
      time = g_date_time_new_from_iso8601 (iso, NULL);
    }

  if (*number == NULL && *date != NULL)
    tranche_field_row_set_flaw (self->invoice_number_row, _("The number belongs to the date"));
  else if (*number != NULL && *date == NULL)
    tranche_field_row_set_flaw (self->invoice_date_row, _("The date belongs to the number"));
  else if (*date != NULL && time == NULL)
    tranche_field_row_set_flaw (self->invoice_date_row, _("Not a date such as 2025-12-31"));
  else
    return TRUE;

  return FALSE;
}

static void
ask (TrancheContractDialog *self)
{
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (self->is_asking || self->bank == NULL || !check_invoice (self, &number, &date))
    return;

  forget_letter (self);
  self->is_asking = TRUE;
  tranche_error_box_clear (self->error_box);
  tranche_bank_contract_async (self->bank, self->order, number, date, self->cancellable,
                               answered_cb, g_object_ref (self));
  update (self);
}

static void
ask_cb (TrancheContractDialog *self)
{
  ask (self);
}

static GtkWindow *
get_window (TrancheContractDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static TrancheLetter *
make_letter (TrancheContractDialog *self)
{
  g_autofree char *title = NULL;

  /* Translators: the title of a printed page; %s is the number of an order */
  title = g_strdup_printf (_("Guarantee Letter %s"), tranche_order_get_number (self->order));

  return tranche_letter_new (title, self->subtitle, self->sections);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheContractDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_letter_print_finish (result, &error))
    show_local_error (self, _("Not printed"), error);
}

static void
print_cb (TrancheContractDialog *self)
{
  tranche_error_box_clear (self->error_box);
  tranche_letter_print_async (make_letter (self), get_window (self), printed_cb,
                              g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheContractDialog) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  file = tranche_save_file_finish (result, &error);
  if (file == NULL)
    show_local_error (self, _("Not saved"), error);
  else if (!is_closed (self))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Saved")));
}

static void
save_pdf (TrancheContractDialog *self,
          GBytes                *pdf)
{
  g_autofree char *name = NULL;

  /* Translators: the name of a file; %s is the number of an order */
  name = g_strdup_printf (_("Letter %s.pdf"), tranche_order_get_number (self->order));
  tranche_save_file_async (GTK_WIDGET (self), name, "application/pdf", pdf, self->cancellable,
                           saved_cb, g_object_ref (self));
}

static void
save_cb (TrancheContractDialog *self)
{
  g_autoptr (TrancheLetter) letter = make_letter (self);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  tranche_error_box_clear (self->error_box);
  pdf = tranche_letter_to_pdf (letter, &error);
  if (pdf != NULL)
    save_pdf (self, pdf);
  else
    show_local_error (self, _("Not saved"), error);
}

static void
bank_pdf_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheContractDialog) self = user_data;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  pdf = tranche_bank_letter_pdf_finish (TRANCHE_BANK (source), result, &error);
  if (is_closed (self))
    return;

  self->is_asking = FALSE;
  if (pdf != NULL)
    save_pdf (self, pdf);
  else
    show_error (self, error);
  update (self);
}

static void
save_bank_pdf_cb (TrancheContractDialog *self)
{
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (self->is_asking || !check_invoice (self, &number, &date))
    return;

  self->is_asking = TRUE;
  tranche_error_box_clear (self->error_box);
  tranche_bank_letter_pdf_async (self->bank, self->order, number, date, self->cancellable,
                                 bank_pdf_cb, g_object_ref (self));
  update (self);
}

static void
close_cb (TrancheContractDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tranche_contract_dialog_closed (AdwDialog *dialog)
{
  TrancheContractDialog *self = TRANCHE_CONTRACT_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  forget_letter (self);
}

static void
tranche_contract_dialog_dispose (GObject *object)
{
  TrancheContractDialog *self = TRANCHE_CONTRACT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_CONTRACT_DIALOG);
  forget_letter (self);

  G_OBJECT_CLASS (tranche_contract_dialog_parent_class)->dispose (object);
}

static void
tranche_contract_dialog_finalize (GObject *object)
{
  TrancheContractDialog *self = TRANCHE_CONTRACT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->bank);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (tranche_contract_dialog_parent_class)->finalize (object);
}

static void
tranche_contract_dialog_class_init (TrancheContractDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_contract_dialog_dispose;
  object_class->finalize = tranche_contract_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tranche_contract_dialog_closed;

  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/contract-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheContractDialog, name)
  BIND (toasts);
  BIND (error_box);
  BIND (asking_box);
  BIND (letter_box);
  BIND (subtitle_label);
  BIND (sections_box);
  BIND (invoice_number_row);
  BIND (invoice_date_row);
  BIND (close_button);
  BIND (ask_button);
  BIND (print_button);
  BIND (save_button);
  BIND (bank_pdf_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_bank_pdf_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_contract_dialog_init (TrancheContractDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_contract_dialog_new (TrancheShop  *shop,
                             TrancheOrder *order)
{
  TrancheContractDialog *self;
  TrancheConnection *connection;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  self = g_object_new (TRANCHE_TYPE_CONTRACT_DIALOG, NULL);
  self->order = g_object_ref (order);
  connection = tranche_shop_find_connection (shop, tranche_order_get_account_id (order));
  if (connection != NULL)
    g_set_object (&self->bank, tranche_connection_get_bank (connection));
  update (self);
  ask (self);

  return ADW_DIALOG (self);
}
