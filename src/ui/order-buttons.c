/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-buttons.h"

#include <glib/gi18n.h>

#include "ui/order-actions.h"
#include "ui/order-button.h"

struct _TrancheOrderButtons {
  AdwBin parent_instance;

  TrancheOrder *order;
  TrancheOperation operation;
  TrancheConnection *connection;
  gboolean locked;
  GDateTime *now;
};

G_DEFINE_FINAL_TYPE (TrancheOrderButtons, tranche_order_buttons, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  PROP_OPERATION,
  PROP_CONNECTION,
  PROP_LOCKED,
  PROP_NOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
why_not (TrancheOrderAction  action,
         TrancheOrder       *order,
         int                 operation,
         TrancheConnection  *connection,
         gboolean            locked,
         GDateTime          *now)
{
  g_autofree char *why = NULL;

  if (order == NULL || now == NULL)
    return g_strdup ("");
  if (locked && tranche_order_action_moves_money (action))
    return g_strdup (_("The window is locked"));

  why = tranche_order_why_not (action, order, (TrancheOperation) operation, connection, now);

  return why != NULL ? g_steal_pointer (&why) : g_strdup ("");
}

static char *
why_not_commit_cb (TrancheOrderButtons *self,
                   TrancheOrder        *order,
                   int                  operation,
                   TrancheConnection   *connection,
                   gboolean             locked,
                   GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_COMMIT, order, operation, connection, locked, now);
}

static char *
why_not_cancel_cb (TrancheOrderButtons *self,
                   TrancheOrder        *order,
                   int                  operation,
                   TrancheConnection   *connection,
                   gboolean             locked,
                   GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_CANCEL, order, operation, connection, locked, now);
}

static char *
why_not_check_payout_cb (TrancheOrderButtons *self,
                         TrancheOrder        *order,
                         int                  operation,
                         TrancheConnection   *connection,
                         gboolean             locked,
                         GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_CHECK_PAYOUT, order, operation, connection, locked, now);
}

static char *
why_not_return_cb (TrancheOrderButtons *self,
                   TrancheOrder        *order,
                   int                  operation,
                   TrancheConnection   *connection,
                   gboolean             locked,
                   GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_RETURN, order, operation, connection, locked, now);
}

static char *
why_not_contract_cb (TrancheOrderButtons *self,
                     TrancheOrder        *order,
                     int                  operation,
                     TrancheConnection   *connection,
                     gboolean             locked,
                     GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_CONTRACT, order, operation, connection, locked, now);
}

static char *
why_not_edit_cb (TrancheOrderButtons *self,
                 TrancheOrder        *order,
                 int                  operation,
                 TrancheConnection   *connection,
                 gboolean             locked,
                 GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_EDIT, order, operation, connection, locked, now);
}

static char *
why_not_delete_cb (TrancheOrderButtons *self,
                   TrancheOrder        *order,
                   int                  operation,
                   TrancheConnection   *connection,
                   gboolean             locked,
                   GDateTime           *now)
{
  return why_not (TRANCHE_ORDER_ACTION_DELETE, order, operation, connection, locked, now);
}

static gboolean
shows (TrancheOrderAction  action,
       TrancheOrder       *order)
{
  return order != NULL && tranche_order_action_suits (action, order);
}

static gboolean
shows_link_cb (TrancheOrderButtons *self,
               TrancheOrder        *order)
{
  return shows (TRANCHE_ORDER_ACTION_SHOW_LINK, order);
}

/* What was not sent is gone on with, or given up. */
static gboolean
shows_draft_cb (TrancheOrderButtons *self,
                TrancheOrder        *order)
{
  return shows (TRANCHE_ORDER_ACTION_EDIT, order);
}

static gboolean
shows_commit_cb (TrancheOrderButtons *self,
                 TrancheOrder        *order)
{
  return shows (TRANCHE_ORDER_ACTION_COMMIT, order);
}

static gboolean
shows_cancel_cb (TrancheOrderButtons *self,
                 TrancheOrder        *order)
{
  return shows (TRANCHE_ORDER_ACTION_CANCEL, order);
}

static gboolean
shows_check_payout_cb (TrancheOrderButtons *self,
                       TrancheOrder        *order)
{
  return shows (TRANCHE_ORDER_ACTION_CHECK_PAYOUT, order);
}

/* Only where somebody waits for payouts. */
static gboolean
shows_mark_paid_cb (TrancheOrderButtons *self,
                    TrancheOrder        *order)
{
  return order != NULL && tranche_order_get_payout_due (order) != NULL;
}

static gboolean
shows_return_cb (TrancheOrderButtons *self,
                 TrancheOrder        *order,
                 TrancheConnection   *connection)
{
  return shows (TRANCHE_ORDER_ACTION_RETURN, order) &&
         tranche_order_action_is_offered (TRANCHE_ORDER_ACTION_RETURN, connection);
}

static gboolean
shows_contract_cb (TrancheOrderButtons *self,
                   TrancheOrder        *order,
                   TrancheConnection   *connection)
{
  return shows (TRANCHE_ORDER_ACTION_CONTRACT, order) &&
         tranche_order_action_is_offered (TRANCHE_ORDER_ACTION_CONTRACT, connection);
}

static void
set_now (TrancheOrderButtons *self,
         GDateTime           *now)
{
  if (self->now == now)
    return;

  g_clear_pointer (&self->now, g_date_time_unref);
  if (now != NULL)
    self->now = g_date_time_ref (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

static void
tranche_order_buttons_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrancheOrderButtons *self = TRANCHE_ORDER_BUTTONS (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_OPERATION:
    g_value_set_int (value, (int) self->operation);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_LOCKED:
    g_value_set_boolean (value, self->locked);
    break;
  case PROP_NOW:
    g_value_set_boxed (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_buttons_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TrancheOrderButtons *self = TRANCHE_ORDER_BUTTONS (object);

  switch (prop_id) {
  case PROP_ORDER:
    if (g_set_object (&self->order, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_OPERATION:
    if (self->operation != (TrancheOperation) g_value_get_int (value)) {
      self->operation = (TrancheOperation) g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_CONNECTION:
    /* The same one comes again when its state is another. */
    g_set_object (&self->connection, g_value_get_object (value));
    g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_LOCKED:
    if (self->locked != g_value_get_boolean (value)) {
      self->locked = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_NOW:
    set_now (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_buttons_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_BUTTONS);

  G_OBJECT_CLASS (tranche_order_buttons_parent_class)->dispose (object);
}

static void
tranche_order_buttons_finalize (GObject *object)
{
  TrancheOrderButtons *self = TRANCHE_ORDER_BUTTONS (object);

  g_clear_object (&self->order);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (tranche_order_buttons_parent_class)->finalize (object);
}

static void
tranche_order_buttons_class_init (TrancheOrderButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_buttons_get_property;
  object_class->set_property = tranche_order_buttons_set_property;
  object_class->dispose = tranche_order_buttons_dispose;
  object_class->finalize = tranche_order_buttons_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  properties[PROP_OPERATION] =
    g_param_spec_int ("operation", NULL, NULL, 0, G_MAXINT, TRANCHE_OPERATION_NONE, flags);
  properties[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, TRANCHE_TYPE_CONNECTION, flags);
  properties[PROP_LOCKED] =
    g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  properties[PROP_NOW] =
    g_param_spec_boxed ("now", NULL, NULL, G_TYPE_DATE_TIME, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_ORDER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-buttons.ui");
  gtk_widget_class_bind_template_callback (widget_class, why_not_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_check_payout_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_return_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_contract_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_check_payout_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_mark_paid_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_return_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_contract_cb);
}

static void
tranche_order_buttons_init (TrancheOrderButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
