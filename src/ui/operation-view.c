/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/operation-view.h"

#include <glib/gi18n.h>

#include "ui/error-box.h"
#include "ui/order-summary.h"
#include "ui/order-texts.h"
#include "ui/value-row.h"

/* Milliseconds for which a second Enter is ignored after the end. */
#define REST 600

struct _TrancheOperationView {
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkStack *stack;
  TrancheOrderSummary *summary;
  GtkLabel *explanation_label;
  GtkLabel *warning_label;
  GtkWidget *confirmation_group;
  AdwActionRow *confirmation_row;
  GtkCheckButton *confirmation_check;
  TrancheErrorBox *error_box;
  GtkLabel *not_done_label;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkLabel *why_not_label;
  GtkButton *close_button;
  GtkButton *run_button;
  GtkLabel *done_title_label;
  GtkLabel *done_text_label;
  TrancheValueRow *raw_state_row;
  TrancheValueRow *payout_row;

  const TrancheOperationWords *words;
  gboolean asks;
  TrancheOperationState state;
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (TrancheOperationView, tranche_operation_view, ADW_TYPE_BIN)

enum {
  SIGNAL_RUN,
  SIGNAL_CLOSE,
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
run_cb (TrancheOperationView *self)
{
  g_signal_emit (self, signals[SIGNAL_RUN], 0);
}

static void
close_cb (TrancheOperationView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
confirmed_cb (TrancheOperationView *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

/* Space ticks. An Enter that was meant for what opened the dialog, or that is
 * pressed twice, must neither tick nor begin anything. */
static gboolean
key_pressed_cb (TrancheOperationView *self,
                guint                 key,
                guint                 code,
                GdkModifierType       modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  return is_enter && (self->rest_id != 0 ||
                      (focus != NULL && gtk_widget_is_ancestor (focus, self->confirmation_group)));
}

static void
tranche_operation_view_dispose (GObject *object)
{
  TrancheOperationView *self = TRANCHE_OPERATION_VIEW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_OPERATION_VIEW);

  G_OBJECT_CLASS (tranche_operation_view_parent_class)->dispose (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_ORDER_SUMMARY);
  g_type_ensure (TRANCHE_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/operation-view.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheOperationView, name)
  BIND (scroller);
  BIND (stack);
  BIND (summary);
  BIND (explanation_label);
  BIND (warning_label);
  BIND (confirmation_group);
  BIND (confirmation_row);
  BIND (confirmation_check);
  BIND (error_box);
  BIND (not_done_label);
  BIND (progress_box);
  BIND (progress_label);
  BIND (why_not_label);
  BIND (close_button);
  BIND (run_button);
  BIND (done_title_label);
  BIND (done_text_label);
  BIND (raw_state_row);
  BIND (payout_row);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tranche_operation_view_class_init (TrancheOperationViewClass *klass)
{
  static const char *const names[N_SIGNALS] = { "run", "close", "confirmed" };

  G_OBJECT_CLASS (klass)->dispose = tranche_operation_view_dispose;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_operation_view_init (TrancheOperationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_operation_view_set_words (TrancheOperationView        *self,
                                  const TrancheOperationWords *words,
                                  gboolean                     asks)
{
  g_return_if_fail (TRANCHE_IS_OPERATION_VIEW (self));

  self->words = words;
  self->asks = asks && words->confirmation != NULL;

  gtk_label_set_label (self->explanation_label, _(words->explanation));
  gtk_label_set_label (self->warning_label, _(words->warning));
  gtk_label_set_label (self->not_done_label, _(words->not_done));
  gtk_button_set_label (self->run_button, _(words->run_label));
  gtk_widget_add_css_class (GTK_WIDGET (self->run_button), words->run_css_class);
  gtk_label_set_label (self->done_title_label, _(words->done_title));
  gtk_label_set_label (self->done_text_label, _(words->done_text));
  gtk_widget_set_visible (self->confirmation_group, self->asks);
  if (self->asks)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->confirmation_row),
                                   _(words->confirmation));
}

/* News stands at the top, and what was read last may stand further below. */
static void
scroll_to_top (TrancheOperationView *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
rested_cb (gpointer user_data)
{
  TrancheOperationView *self = user_data;

  self->rest_id = 0;
}

/* What had the focus goes, or cannot be used now; without a focus no key would
 * reach the dialog, not even Escape. */
static void
rest_on_close (TrancheOperationView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST, rested_cb, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
}

static void
announce_end (TrancheOperationView *self)
{
  rest_on_close (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _(self->words->done_title),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
tranche_operation_view_show (TrancheOperationView  *self,
                             TrancheOrder          *order,
                             TrancheOperationState  state,
                             const char            *why_not)
{
  gboolean is_asking = state == TRANCHE_OPERATION_STATE_ASKING;
  gboolean is_done = state == TRANCHE_OPERATION_STATE_DONE;
  gboolean is_news = is_done && self->state != state;
  gboolean is_begun = !is_asking && self->state == TRANCHE_OPERATION_STATE_ASKING;
  g_autofree char *raw_state = NULL;
  g_autofree char *payout = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATION_VIEW (self));

  self->state = state;
  if (is_begun)
    rest_on_close (self);
  raw_state = tranche_order_text_raw_state (order);
  payout = tranche_order_text_transfer_amount (order);
  g_object_set (self->summary, "order", order, NULL);
  gtk_stack_set_visible_child_name (self->stack, is_done ? "done" : "ask");
  gtk_widget_set_visible (self->progress_box, !is_asking && !is_done);
  gtk_label_set_label (self->progress_label,
                       state == TRANCHE_OPERATION_STATE_UNKNOWN
                         ? _("Asking the bank how it ended. This goes on when you close the window.")
                         : _(self->words->progress));
  gtk_label_set_label (self->why_not_label, why_not != NULL ? why_not : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_not_label), why_not != NULL);
  gtk_widget_set_visible (self->confirmation_group, self->asks && !is_done);
  gtk_widget_set_sensitive (self->confirmation_group, is_asking);
  gtk_widget_set_visible (GTK_WIDGET (self->run_button), !is_done);
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button),
                            is_asking && why_not == NULL &&
                            tranche_operation_view_is_confirmed (self));
  gtk_button_set_label (self->close_button, is_asking ? _("_Back") : _("_Close"));
  tranche_value_row_set_value (self->raw_state_row, raw_state);
  tranche_value_row_set_value (self->payout_row, payout);

  if (is_news)
    announce_end (self);
}

void
tranche_operation_view_show_error (TrancheOperationView *self,
                                   const GError         *error,
                                   TrancheOperation      operation)
{
  g_return_if_fail (TRANCHE_IS_OPERATION_VIEW (self));

  if (error == NULL) {
    tranche_error_box_clear (self->error_box);
    return;
  }

  tranche_error_box_show (self->error_box, error, operation);
  scroll_to_top (self);
}

void
tranche_operation_view_show_not_done (TrancheOperationView *self,
                                      gboolean              not_done)
{
  g_return_if_fail (TRANCHE_IS_OPERATION_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->not_done_label), not_done);
  if (not_done)
    scroll_to_top (self);
}

gboolean
tranche_operation_view_is_confirmed (TrancheOperationView *self)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATION_VIEW (self), FALSE);

  return !self->asks || gtk_check_button_get_active (self->confirmation_check);
}

GtkWidget *
tranche_operation_view_get_first_focus (TrancheOperationView *self)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATION_VIEW (self), NULL);

  return self->asks ? GTK_WIDGET (self->confirmation_check) : GTK_WIDGET (self->close_button);
}

GtkWidget *
tranche_operation_view_get_close_button (TrancheOperationView *self)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATION_VIEW (self), NULL);

  return GTK_WIDGET (self->close_button);
}
