/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/return-dialog.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "ui/error-box.h"
#include "ui/lost-return.h"
#include "ui/order-actions.h"
#include "ui/order-summary.h"
#include "ui/return-facts.h"
#include "ui/return-form.h"
#include "ui/return-history.h"
#include "ui/return-words.h"

/* LOADING: it is being asked what can be returned. FAILED: that did not come.
 * ASKING: it may begin. UNKNOWN: the answer to a return was lost. */
typedef enum {
  STATE_LOADING,
  STATE_FAILED,
  STATE_ASKING,
  STATE_RUNNING,
  STATE_UNKNOWN,
  STATE_DONE,
} State;

struct _TrancheReturnDialog {
  AdwDialog parent_instance;

  GtkScrolledWindow *scroller;
  TrancheErrorBox *error_box;
  GtkWidget *asking_box;
  GtkWidget *done_box;
  GtkLabel *done_title_label;
  GtkLabel *done_text_label;
  TrancheLostReturn *lost;
  GtkWidget *nothing_label;
  TrancheOrderSummary *summary;
  TrancheReturnForm *form;
  GtkWidget *history_group;
  GtkListBox *history_list;
  GtkWidget *progress_box;
  GtkLabel *why_not_label;
  GtkButton *close_button;
  GtkWidget *retry_button;
  GtkWidget *ask_button;
  GtkWidget *repeat_button;
  GtkWidget *run_button;

  TrancheShop *shop;
  TrancheOrder *order;
  TrancheReturnFacts *facts; /* NULL before the first answer */
  State state;
  /* Of the return that was sent last or is to be sent again. */
  TrancheMoney amount;
  gboolean to_card;
  /* Of the questions only: what was sent goes on. */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrancheReturnDialog, tranche_return_dialog, ADW_TYPE_DIALOG)

static TrancheOperations *
get_operations (TrancheReturnDialog *self)
{
  return tranche_shop_get_operations (self->shop);
}

static TrancheOperation
get_current (TrancheReturnDialog *self)
{
  return tranche_operations_get_current (get_operations (self), tranche_order_get_id (self->order));
}

static char *
why_not (TrancheReturnDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (tranche_guard_get_locked (tranche_shop_get_guard (self->shop)))
    return g_strdup (_("The window is locked"));

  return tranche_order_why_not (TRANCHE_ORDER_ACTION_RETURN, self->order, get_current (self),
                                tranche_operations_find_connection (get_operations (self),
                                                                    self->order), now);
}

static gboolean
has_left (TrancheReturnDialog *self)
{
  return self->facts != NULL && tranche_money_is_set (&self->facts->left)
         && self->facts->left.minor > 0;
}

/* Beside the button, which stands apart from what it waits for. @why: (nullable): an
 * obstacle. */
static void
show_why_not (TrancheReturnDialog *self,
              const char          *why,
              const char          *missing)
{
  const char *text = why != NULL ? why : missing;
  GtkWidget *label = GTK_WIDGET (self->why_not_label);

  gtk_label_set_label (self->why_not_label, text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  if (why != NULL)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
update_buttons (TrancheReturnDialog *self,
                gboolean             is_form)
{
  gboolean can_act = tranche_lost_return_can_act (self->lost);
  gboolean is_asked = is_form && self->state == STATE_ASKING;
  g_autofree char *why = is_asked ? why_not (self) : NULL;
  const char *missing = is_asked ? tranche_return_form_get_missing (self->form) : NULL;

  show_why_not (self, why, missing);
  gtk_button_set_label (self->close_button, is_form ? _("_Back") : _("_Close"));
  gtk_widget_set_visible (self->retry_button, self->state == STATE_FAILED);
  gtk_widget_set_visible (self->repeat_button, self->state == STATE_UNKNOWN);
  gtk_widget_set_sensitive (self->repeat_button, can_act);
  gtk_widget_set_visible (self->ask_button, self->state == STATE_UNKNOWN);
  gtk_widget_set_sensitive (self->ask_button, can_act);
  gtk_widget_set_visible (self->run_button, is_form);
  gtk_widget_set_sensitive (self->run_button,
                            self->state == STATE_ASKING && why == NULL && missing == NULL);
}

static void
update (TrancheReturnDialog *self)
{
  gboolean is_form = (self->state == STATE_ASKING || self->state == STATE_RUNNING)
                     && has_left (self);
  gboolean is_asking = self->state == STATE_ASKING;

  gtk_widget_set_visible (self->asking_box, self->state == STATE_LOADING);
  gtk_widget_set_visible (self->done_box, self->state == STATE_DONE);
  gtk_widget_set_visible (GTK_WIDGET (self->lost), self->state == STATE_UNKNOWN);
  gtk_widget_set_visible (self->nothing_label, is_asking && !has_left (self));
  gtk_widget_set_visible (GTK_WIDGET (self->form), is_form);
  tranche_return_form_set_editable (self->form, is_asking);
  gtk_widget_set_visible (self->progress_box, self->state == STATE_RUNNING);
  update_buttons (self, is_form);
}

static void
update_cb (TrancheReturnDialog *self)
{
  if (self->order != NULL)
    update (self);
}

static void
set_state (TrancheReturnDialog *self,
           State                state)
{
  self->state = state;
  update (self);
  /* News stands at the top. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_unknown (TrancheReturnDialog *self)
{
  tranche_lost_return_set_amount (self->lost, &self->amount);
  set_state (self, STATE_UNKNOWN);
}

static void
show_done (TrancheReturnDialog *self)
{
  g_autofree char *title = tranche_return_done_title (&self->amount);
  g_autofree char *text = tranche_return_done_text (self->to_card);

  tranche_error_box_clear (self->error_box);
  gtk_label_set_label (self->done_title_label, title);
  gtk_label_set_label (self->done_text_label, text);
  set_state (self, STATE_DONE);
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* What the book says of a return whose answer was lost, and of a fresh start. */
static void
show_facts (TrancheReturnDialog *self)
{
  const TrancheReturnEntry *open = tranche_return_facts_get_open (self->facts);
  const TrancheReturnEntry *last = tranche_return_facts_get_last (self->facts);
  gboolean was_lost = tranche_money_is_set (&self->amount);

  tranche_return_history_show (self->history_list, self->facts);
  gtk_widget_set_visible (self->history_group,
                          gtk_list_box_get_row_at_index (self->history_list, 0) != NULL);
  if (open != NULL) {
    self->amount = open->goods->amount;
    self->to_card = open->goods->to_card;
    show_unknown (self);
  } else if (was_lost && last != NULL && last->outcome == TRANCHE_OUTCOME_DONE) {
    show_done (self);
  } else {
    self->amount = (TrancheMoney) TRANCHE_MONEY_UNSET;
    tranche_return_form_show_facts (self->form, self->facts);
    set_state (self, STATE_ASKING);
  }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheReturnDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TrancheReturnFacts *facts = tranche_return_facts_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable)) {
    g_clear_pointer (&facts, tranche_return_facts_free);
    return;
  }

  if (facts == NULL) {
    tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_NONE);
    set_state (self, STATE_FAILED);
    return;
  }

  g_clear_pointer (&self->facts, tranche_return_facts_free);
  self->facts = facts;
  show_facts (self);
}

static void
load (TrancheReturnDialog *self)
{
  set_state (self, STATE_LOADING);
  tranche_return_facts_load_async (get_operations (self), self->order, self->cancellable,
                                   loaded_cb, g_object_ref (self));
}

static void
retry_cb (TrancheReturnDialog *self)
{
  tranche_error_box_clear (self->error_box);
  load (self);
}

static void
set_order (TrancheReturnDialog *self,
           TrancheOrder        *order)
{
  if (!g_set_object (&self->order, order))
    return;

  g_object_set (self->summary, "order", order, NULL);
  tranche_lost_return_set_order (self->lost, order);
}

/* @order is NULL after a failure. */
static void
ended_cb (TrancheReturnDialog *self,
          TrancheOrder        *order,
          const GError        *error)
{
  /* A closed dialog has nothing left to show it in. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (order != NULL) {
    set_order (self, order);
    show_done (self);
    return;
  }

  tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_RETURN);
  if (tranche_bank_error_is_unknown (error)) {
    show_unknown (self);
    return;
  }

  /* Nothing was returned: what is left may be less than was thought. */
  self->amount = (TrancheMoney) TRANCHE_MONEY_UNSET;
  load (self);
}

static void
returned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheReturnDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order
    = tranche_operations_return_finish (TRANCHE_OPERATIONS (source), result, &error);

  ended_cb (self, order, error);
}

static void
run_cb (TrancheReturnDialog *self)
{
  g_autofree char *why = NULL;

  /* A double click arrives here twice. */
  if (self->state != STATE_ASKING || tranche_return_form_get_missing (self->form) != NULL)
    return;

  why = why_not (self);
  if (why != NULL || !tranche_return_form_take (self->form, &self->facts->left, &self->amount,
                                                &self->to_card)) {
    update (self);
    return;
  }

  tranche_error_box_clear (self->error_box);
  set_state (self, STATE_RUNNING);
  tranche_operations_return_async (get_operations (self), self->order, &self->amount,
                                   self->to_card, NULL, returned_cb, g_object_ref (self));
}

static void
begun_cb (TrancheReturnDialog *self,
          gboolean             sends)
{
  tranche_error_box_clear (self->error_box);
  set_state (self, sends ? STATE_RUNNING : STATE_LOADING);
}

/* @error: NULL once the return is settled. */
static void
asked_cb (TrancheReturnDialog *self,
          const GError        *error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (error == NULL) {
    load (self);
    return;
  }

  if (!tranche_bank_error_is_unknown (error))
    tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_NONE);
  show_unknown (self);
}

static void
ask_cb (TrancheReturnDialog *self)
{
  tranche_lost_return_ask (self->lost);
}

static void
repeat_cb (TrancheReturnDialog *self)
{
  tranche_lost_return_repeat (self->lost);
}

/* Live status may settle a return whose answer was lost. */
static void
settle (TrancheReturnDialog *self)
{
  if (self->state == STATE_UNKNOWN && get_current (self) != TRANCHE_OPERATION_RETURN) {
    tranche_error_box_clear (self->error_box);
    load (self);
    return;
  }

  update (self);
}

static void
book_changed_cb (TrancheReturnDialog *self,
                 TrancheOrder        *after)
{
  if (tranche_order_get_id (after) != tranche_order_get_id (self->order))
    return;

  set_order (self, after);
  settle (self);
}

static void
busy_changed_cb (TrancheReturnDialog *self,
                 gint64               order_id)
{
  if (order_id == tranche_order_get_id (self->order))
    settle (self);
}

static void
close_cb (TrancheReturnDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tranche_return_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TRANCHE_RETURN_DIALOG (dialog)->cancellable);
}

static void
tranche_return_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (TRANCHE_RETURN_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_RETURN_DIALOG);

  G_OBJECT_CLASS (tranche_return_dialog_parent_class)->dispose (object);
}

static void
tranche_return_dialog_finalize (GObject *object)
{
  TrancheReturnDialog *self = TRANCHE_RETURN_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, tranche_return_facts_free);
  g_clear_object (&self->order);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_return_dialog_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_LOST_RETURN);
  g_type_ensure (TRANCHE_TYPE_ORDER_SUMMARY);
  g_type_ensure (TRANCHE_TYPE_RETURN_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/return-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheReturnDialog, name)
  BIND (scroller);
  BIND (error_box);
  BIND (asking_box);
  BIND (done_box);
  BIND (done_title_label);
  BIND (done_text_label);
  BIND (lost);
  BIND (nothing_label);
  BIND (summary);
  BIND (form);
  BIND (history_group);
  BIND (history_list);
  BIND (progress_box);
  BIND (why_not_label);
  BIND (close_button);
  BIND (retry_button);
  BIND (ask_button);
  BIND (repeat_button);
  BIND (run_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeat_cb);
  gtk_widget_class_bind_template_callback (widget_class, begun_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_return_dialog_class_init (TrancheReturnDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_return_dialog_dispose;
  object_class->finalize = tranche_return_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tranche_return_dialog_closed;

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_return_dialog_init (TrancheReturnDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_return_dialog_new (TrancheShop  *shop,
                           TrancheOrder *order)
{
  TrancheReturnDialog *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  self = g_object_new (TRANCHE_TYPE_RETURN_DIALOG, NULL);
  self->shop = g_object_ref (shop);
  tranche_lost_return_set_operations (self->lost, get_operations (self), self->cancellable);
  set_order (self, order);
  gtk_widget_set_visible (self->history_group, FALSE);
  g_signal_connect_object (tranche_shop_get_book (shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_operations (self), "busy-changed",
                           G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);

  return ADW_DIALOG (self);
}
