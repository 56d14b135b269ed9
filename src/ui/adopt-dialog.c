/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/adopt-dialog.h"

#include <glib/gi18n.h>

#include "model/adoption-list.h"
#include "ui/adoption-row.h"
#include "ui/adoption-words.h"
#include "ui/view-words.h"
#include "ui/why-not.h"

struct _TrancheAdoptDialog {
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwComboRow *account_row;
  GtkLabel *hint_label;
  GtkTextView *text_view;
  GtkLabel *why_not_label;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  GtkListView *list_view;
  GtkButton *close_button;
  GtkButton *run_button;
  GtkButton *stop_button;

  TrancheShop *shop;
  TrancheAdoptionList *list; /* (nullable): before it has begun */
};

G_DEFINE_FINAL_TYPE (TrancheAdoptDialog, tranche_adopt_dialog, ADW_TYPE_DIALOG)

/* (nullable) (transfer none): the shop has it. */
static TrancheConnection *
get_connection (TrancheAdoptDialog *self)
{
  g_autoptr (TrancheConnection) connection =
    g_list_model_get_item (tranche_shop_get_connections (self->shop),
                           adw_combo_row_get_selected (self->account_row));

  return connection;
}

static char *
get_text (TrancheAdoptDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* (nullable) */
static const char *
why_not (TrancheConnection *connection)
{
  if (connection == NULL)
    return _("There is no account");

  return tranche_why_no_bank (tranche_connection_get_state (connection));
}

static const char *
get_hint (TrancheConnection *connection)
{
  TrancheBank *bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;

  if (bank == NULL ||
      (tranche_bank_get_capabilities (bank) & TRANCHE_CAPABILITY_INFO_BY_NUMBER) != 0)
    return _("Order numbers, one on a line. A column can be pasted.");

  return _("The bank’s order IDs, one on a line. A column can be pasted; "
           "the sums may stand in a second one.");
}

static void
update_form (TrancheAdoptDialog *self)
{
  TrancheConnection *connection = get_connection (self);
  const char *why = why_not (connection);
  g_autofree char *text = get_text (self);

  g_strstrip (text);
  gtk_label_set_label (self->hint_label, get_hint (connection));
  gtk_label_set_label (self->why_not_label, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_not_label), why != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button), why == NULL && *text != '\0');
}

static void
form_changed_cb (TrancheAdoptDialog *self)
{
  if (self->shop != NULL)
    update_form (self);
}

static void
update_progress (TrancheAdoptDialog *self)
{
  gboolean running = tranche_adoption_list_get_running (self->list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_done = tranche_adoption_list_get_n_done (self->list);
  g_autofree char *text = running ? tranche_adoption_progress (self->list)
                                  : tranche_adoption_summary (self->list);

  gtk_progress_bar_set_fraction (self->progress_bar, n > 0 ? (double) n_done / n : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), running);
  gtk_label_set_label (self->progress_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button), running);
  gtk_widget_set_visible (GTK_WIDGET (self->run_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), !running);
  if (running)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
run_cb (TrancheAdoptDialog *self)
{
  TrancheConnection *connection = get_connection (self);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *text = get_text (self);

  /* A double click arrives here twice. */
  if (self->list != NULL || why_not (connection) != NULL)
    return;

  self->list = tranche_adoption_list_new (tranche_shop_get_operations (self->shop), connection,
                                          text);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_button_set_label (self->close_button, _("_Close"));
  tranche_adoption_list_start (self->list);
  update_progress (self);
}

static void
stop_cb (TrancheAdoptDialog *self)
{
  tranche_adoption_list_stop (self->list);
}

static void
close_cb (TrancheAdoptDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, g_object_new (TRANCHE_TYPE_ADOPTION_ROW, NULL));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  TrancheAdoption *adoption = gtk_list_item_get_item (item);

  tranche_adoption_row_set_adoption (TRANCHE_ADOPTION_ROW (gtk_list_item_get_child (item)),
                                     adoption);
  gtk_list_item_set_accessible_label (item, tranche_adoption_get_key (adoption));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  tranche_adoption_row_set_adoption (TRANCHE_ADOPTION_ROW (gtk_list_item_get_child (item)), NULL);
}

/* What was begun ends: an answer that comes is kept, nothing more is asked. */
static void
tranche_adopt_dialog_closed (AdwDialog *dialog)
{
  TrancheAdoptDialog *self = TRANCHE_ADOPT_DIALOG (dialog);

  if (self->list != NULL)
    tranche_adoption_list_stop (self->list);
}

static void
tranche_adopt_dialog_dispose (GObject *object)
{
  TrancheAdoptDialog *self = TRANCHE_ADOPT_DIALOG (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, update_progress, self);
  /* The window may hold on to the view, and that would hold on to the operations. */
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ADOPT_DIALOG);

  G_OBJECT_CLASS (tranche_adopt_dialog_parent_class)->dispose (object);
}

static void
tranche_adopt_dialog_class_init (TrancheAdoptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_adopt_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tranche_adopt_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/adopt-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheAdoptDialog, name)
  BIND (stack);
  BIND (account_row);
  BIND (hint_label);
  BIND (text_view);
  BIND (why_not_label);
  BIND (progress_bar);
  BIND (progress_label);
  BIND (list_view);
  BIND (close_button);
  BIND (run_button);
  BIND (stop_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
tranche_adopt_dialog_init (TrancheAdoptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
list_accounts (TrancheAdoptDialog *self,
               TrancheConnection  *preferred)
{
  GListModel *connections = tranche_shop_get_connections (self->shop);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
    g_autofree char *label = tranche_account_label (tranche_connection_get_account (connection));

    gtk_string_list_append (names, label);
    if (connection == preferred)
      selected = i;
  }

  adw_combo_row_set_model (self->account_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->account_row, selected);
}

AdwDialog *
tranche_adopt_dialog_new (TrancheShop       *shop,
                          TrancheConnection *connection)
{
  TrancheAdoptDialog *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_ADOPT_DIALOG, NULL);
  self->shop = g_object_ref (shop);
  list_accounts (self, connection);
  update_form (self);

  return ADW_DIALOG (self);
}
