/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/counter-view.h"

#include <glib/gi18n.h>

#include "ui/clock.h"
#include "ui/counter-mail.h"
#include "ui/format.h"
#include "ui/handover-banner.h"
#include "ui/link-launcher.h"
#include "ui/order-texts.h"
#include "ui/qr-code.h"
#include "ui/slip-print.h"
#include "ui/toast.h"

struct _TrancheCounterView {
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *shop_label;
  GtkLabel *sum_label;
  GtkLabel *term_label;
  GtkLabel *number_label;
  GtkWidget *code;
  TrancheHandoverBanner *waiting_banner;
  TrancheHandoverBanner *outcome_banner;

  TrancheShop *shop;
  TrancheOrder *order;
  TrancheShopSign *sign;
  TrancheClock *clock;
};

G_DEFINE_FINAL_TYPE (TrancheCounterView, tranche_counter_view, ADW_TYPE_BIN)

static void
toast (TrancheCounterView *self,
       const char         *title)
{
  tranche_toast_show (self->toasts, title);
}

static GtkWindow *
get_window (TrancheCounterView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static TrancheConnection *
get_connection (TrancheCounterView *self)
{
  return tranche_shop_find_connection (self->shop, tranche_order_get_account_id (self->order));
}

static TrancheAccount *
get_account (TrancheCounterView *self)
{
  TrancheConnection *connection = get_connection (self);

  return connection != NULL ? tranche_connection_get_account (connection) : NULL;
}

/* While the customer has something to do, there is the code; nobody scans it any
 * more afterwards. */
static gboolean
is_for_customer (TrancheOrder *order)
{
  switch (tranche_order_get_stage (order)) {
  case TRANCHE_STAGE_DRAFT:
  case TRANCHE_STAGE_SENDING:
  case TRANCHE_STAGE_WAITING:
  case TRANCHE_STAGE_APPROVED:
    return TRUE;
  case TRANCHE_STAGE_COOLING:
  case TRANCHE_STAGE_READY:
  case TRANCHE_STAGE_COMMITTED:
  case TRANCHE_STAGE_CLOSED:
  case TRANCHE_STAGE_RETURNED:
  case TRANCHE_STAGE_CANCELED:
  case TRANCHE_STAGE_REJECTED:
  case TRANCHE_STAGE_UNKNOWN:
  default:
    return FALSE;
  }
}

static void
update (TrancheCounterView *self)
{
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (self->shop);
  gboolean online = live_status == NULL || tranche_live_status_get_online (live_status);
  TrancheReach reach = tranche_reach_get (get_connection (self), online);
  TrancheOperation current =
    tranche_operations_get_current (tranche_shop_get_operations (self->shop),
                                    tranche_order_get_id (self->order));
  GDateTime *now = tranche_clock_get_now (self->clock);
  gboolean for_customer = is_for_customer (self->order);

  gtk_stack_set_visible_child_name (self->stack, for_customer ? "code" : "outcome");
  /* The other one says it in its place. */
  tranche_handover_banner_show (self->waiting_banner, for_customer ? self->order : NULL, current,
                                reach, now);
  tranche_handover_banner_show (self->outcome_banner, self->order, current, reach, now);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counter.email", for_customer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counter.print", for_customer);
}

static void
set_order (TrancheCounterView *self,
           TrancheOrder       *order)
{
  g_autofree char *sum = tranche_format_money (tranche_order_get_amount (order));
  g_autofree char *product = tranche_order_text_product (order, get_account (self));
  g_autofree char *payments = tranche_order_text_payments (order);
  g_autofree char *term = NULL;
  g_autofree char *number = NULL;

  term = *product != '\0' && *payments != '\0' ? g_strdup_printf ("%s\n%s", product, payments)
                                               : g_strconcat (product, payments, NULL);
  /* Translators: %s is the number of the order. */
  number = g_strdup_printf (_("Order %s"), tranche_order_get_number (order));

  gtk_label_set_label (self->shop_label, self->sign->name);
  gtk_label_set_label (self->sum_label, sum);
  gtk_label_set_label (self->term_label, term);
  gtk_widget_set_visible (GTK_WIDGET (self->term_label), *term != '\0');
  gtk_label_set_label (self->number_label, number);
  tranche_qr_code_set_text (TRANCHE_QR_CODE (self->code), tranche_order_get_link (order));
}

static void
book_changed_cb (TrancheCounterView *self,
                 TrancheOrder       *after)
{
  if (tranche_order_get_id (after) != tranche_order_get_id (self->order))
    return;

  g_set_object (&self->order, after);
  set_order (self, after);
  update (self);
}

static void
busy_changed_cb (TrancheCounterView *self,
                 gint64              order_id)
{
  if (order_id == tranche_order_get_id (self->order))
    update (self);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrancheCounterView *self = TRANCHE_COUNTER_VIEW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tranche_order_get_link (self->order));
  toast (self, _("Link copied"));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheCounterView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tranche_launch_link_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->toasts == NULL)
    return;

  toast (self, _("Nothing could be opened. Copy the link instead."));
}

static void
launch (TrancheCounterView *self,
        const char         *uri)
{
  tranche_launch_link_async (GTK_WIDGET (self), uri, launched_cb, g_object_ref (self));
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrancheCounterView *self = TRANCHE_COUNTER_VIEW (widget);

  launch (self, tranche_order_get_link (self->order));
}

static void
email_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TrancheCounterView *self = TRANCHE_COUNTER_VIEW (widget);
  g_autofree char *uri = tranche_counter_mail_uri (self->sign, self->order);

  launch (self, uri);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheCounterView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tranche_slip_print_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->toasts == NULL)
    return;

  toast (self, _("The slip was not printed"));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TrancheCounterView *self = TRANCHE_COUNTER_VIEW (widget);

  tranche_slip_print_async (tranche_slip_new_for_order (self->order, get_account (self)),
                            get_window (self), printed_cb, g_object_ref (self));
}

static void
tranche_counter_view_dispose (GObject *object)
{
  TrancheCounterView *self = TRANCHE_COUNTER_VIEW (object);

  g_clear_object (&self->clock);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_COUNTER_VIEW);

  G_OBJECT_CLASS (tranche_counter_view_parent_class)->dispose (object);
}

static void
tranche_counter_view_finalize (GObject *object)
{
  TrancheCounterView *self = TRANCHE_COUNTER_VIEW (object);

  g_clear_object (&self->shop);
  g_clear_object (&self->order);
  g_clear_pointer (&self->sign, tranche_shop_sign_free);

  G_OBJECT_CLASS (tranche_counter_view_parent_class)->finalize (object);
}

static void
tranche_counter_view_class_init (TrancheCounterViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_counter_view_dispose;
  object_class->finalize = tranche_counter_view_finalize;

  g_type_ensure (TRANCHE_TYPE_HANDOVER_BANNER);
  g_type_ensure (TRANCHE_TYPE_QR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/counter-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, shop_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, sum_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, term_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, number_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, code);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, waiting_banner);
  gtk_widget_class_bind_template_child (widget_class, TrancheCounterView, outcome_banner);
  gtk_widget_class_install_action (widget_class, "counter.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "counter.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "counter.email", NULL, email_cb);
  gtk_widget_class_install_action (widget_class, "counter.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "counter.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "counter.copy", NULL);
}

static void
tranche_counter_view_init (TrancheCounterView *self)
{
  self->clock = tranche_clock_new ();
  tranche_clock_start (self->clock);
  gtk_widget_init_template (GTK_WIDGET (self));
  tranche_handover_banner_set_upright (self->outcome_banner);
}

void
tranche_counter_view_set_order (TrancheCounterView *self,
                                TrancheShop        *shop,
                                TrancheOrder       *order)
{
  g_return_if_fail (TRANCHE_IS_COUNTER_VIEW (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));
  g_return_if_fail (TRANCHE_IS_ORDER (order));
  g_return_if_fail (self->order == NULL);

  self->shop = g_object_ref (shop);
  self->order = g_object_ref (order);
  self->sign = tranche_shop_sign_new (get_account (self));
  g_signal_connect_object (tranche_shop_get_book (shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_operations (shop), "busy-changed",
                           G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  if (tranche_shop_get_live_status (shop) != NULL)
    g_signal_connect_object (tranche_shop_get_live_status (shop), "notify::online",
                             G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "notify::now",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  set_order (self, order);
  update (self);
}
