/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-buttons.h"

#include <glib/gi18n.h>

#include "ui/order-actions.h"
#include "ui/order-button.h"

struct _TrancheOrderButtons {
  TrancheOrderPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheOrderButtons, tranche_order_buttons, TRANCHE_TYPE_ORDER_PART)

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
tranche_order_buttons_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_BUTTONS);

  G_OBJECT_CLASS (tranche_order_buttons_parent_class)->dispose (object);
}

static void
tranche_order_buttons_class_init (TrancheOrderButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_order_buttons_dispose;

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
