/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-actions.h"

#include <glib/gi18n.h>

#include "core/order-filter.h"
#include "ui/why-not.h"

static TrancheCapabilities
needed_capability (TrancheOrderAction action)
{
  switch (action) {
  case TRANCHE_ORDER_ACTION_RETURN:
    return TRANCHE_CAPABILITY_RETURN;
  case TRANCHE_ORDER_ACTION_CONTRACT:
    return TRANCHE_CAPABILITY_LETTER;
  case TRANCHE_ORDER_ACTION_COMMIT:
  case TRANCHE_ORDER_ACTION_CANCEL:
  case TRANCHE_ORDER_ACTION_CHECK_PAYOUT:
  case TRANCHE_ORDER_ACTION_REFRESH:
  case TRANCHE_ORDER_ACTION_SHOW_LINK:
  case TRANCHE_ORDER_ACTION_EDIT:
  case TRANCHE_ORDER_ACTION_DELETE:
  default:
    return 0;
  }
}

gboolean
tranche_order_can_repeat (TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);

  return stage == TRANCHE_STAGE_CANCELED || stage == TRANCHE_STAGE_REJECTED;
}

gboolean
tranche_order_action_moves_money (TrancheOrderAction action)
{
  switch (action) {
  case TRANCHE_ORDER_ACTION_COMMIT:
  case TRANCHE_ORDER_ACTION_CANCEL:
  case TRANCHE_ORDER_ACTION_RETURN:
  case TRANCHE_ORDER_ACTION_EDIT:
  case TRANCHE_ORDER_ACTION_DELETE:
    return TRUE;
  case TRANCHE_ORDER_ACTION_CHECK_PAYOUT:
  case TRANCHE_ORDER_ACTION_REFRESH:
  case TRANCHE_ORDER_ACTION_SHOW_LINK:
  case TRANCHE_ORDER_ACTION_CONTRACT:
  default:
    return FALSE;
  }
}

#define BIT(stage) TRANCHE_STAGE_BIT (TRANCHE_STAGE_##stage)

static guint
suitable_stages (TrancheOrderAction action)
{
  switch (action) {
  case TRANCHE_ORDER_ACTION_COMMIT:
    return BIT (COOLING) | BIT (READY) | BIT (UNKNOWN);
  case TRANCHE_ORDER_ACTION_CANCEL:
    return BIT (SENDING) | BIT (WAITING) | BIT (APPROVED) | BIT (COOLING) | BIT (READY) |
           BIT (UNKNOWN);
  case TRANCHE_ORDER_ACTION_CHECK_PAYOUT:
    return BIT (READY) | BIT (COMMITTED) | BIT (CLOSED) | BIT (RETURNED) | BIT (UNKNOWN);
  case TRANCHE_ORDER_ACTION_SHOW_LINK:
    return BIT (WAITING) | BIT (APPROVED);
  case TRANCHE_ORDER_ACTION_RETURN:
    return BIT (COMMITTED) | BIT (CLOSED);
  case TRANCHE_ORDER_ACTION_CONTRACT:
    return BIT (READY) | BIT (COMMITTED) | BIT (CLOSED) | BIT (RETURNED) | BIT (UNKNOWN);
  case TRANCHE_ORDER_ACTION_EDIT:
  case TRANCHE_ORDER_ACTION_DELETE:
    return BIT (DRAFT);
  case TRANCHE_ORDER_ACTION_REFRESH:
  default:
    return G_MAXUINT;
  }
}

#undef BIT

gboolean
tranche_order_action_suits (TrancheOrderAction  action,
                            TrancheOrder       *order)
{
  if (action == TRANCHE_ORDER_ACTION_SHOW_LINK && tranche_order_get_link (order) == NULL)
    return FALSE;

  return (suitable_stages (action) & TRANCHE_STAGE_BIT (tranche_order_get_stage (order))) != 0;
}

gboolean
tranche_order_action_is_offered (TrancheOrderAction  action,
                                 TrancheConnection  *connection)
{
  TrancheCapabilities needed = needed_capability (action);
  TrancheBank *bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;

  return needed == 0
         || (bank != NULL && (tranche_bank_get_capabilities (bank) & needed) == needed);
}

static char *
why_not_by_order (TrancheOrderAction  action,
                  TrancheOrder       *order,
                  TrancheOperation    current,
                  TrancheConnection  *connection,
                  GDateTime          *now)
{
  TrancheBank *bank;
  TrancheCapabilities capabilities = TRANCHE_CAPABILITY_CANCEL_SIGNED;
  gboolean auto_commit = FALSE;

  switch (action) {
  case TRANCHE_ORDER_ACTION_COMMIT:
    return tranche_why_not_commit (order, current, now);
  case TRANCHE_ORDER_ACTION_CANCEL:
    /* Without a bank it is not known what it can do, and the missing bank is
     * the reason that is told. */
    bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;
    if (bank != NULL) {
      capabilities = tranche_bank_get_capabilities (bank);
      auto_commit = tranche_account_get_auto_commit (tranche_connection_get_account (connection));
    }
    return tranche_why_not_cancel (order, current, capabilities, auto_commit);
  case TRANCHE_ORDER_ACTION_CHECK_PAYOUT:
    return tranche_why_not_check_payout (order, current);
  case TRANCHE_ORDER_ACTION_REFRESH:
    return tranche_why_not_refresh (order);
  case TRANCHE_ORDER_ACTION_SHOW_LINK:
    return tranche_why_not_show_link (order);
  case TRANCHE_ORDER_ACTION_RETURN:
    return tranche_why_not_return (order, current);
  case TRANCHE_ORDER_ACTION_CONTRACT:
    return tranche_why_not_contract (order);
  case TRANCHE_ORDER_ACTION_EDIT:
  case TRANCHE_ORDER_ACTION_DELETE:
    return tranche_why_not_change_draft (order, current);
  default:
    g_return_val_if_reached (NULL);
  }
}

char *
tranche_order_why_not (TrancheOrderAction  action,
                       TrancheOrder       *order,
                       TrancheOperation    current,
                       TrancheConnection  *connection,
                       GDateTime          *now)
{
  g_autofree char *why = why_not_by_order (action, order, current, connection, now);
  const char *no_bank;

  /* What the order itself says comes first: it stays true when the bank is
   * there again. */
  if (why != NULL || action == TRANCHE_ORDER_ACTION_SHOW_LINK ||
      action == TRANCHE_ORDER_ACTION_DELETE)
    return g_steal_pointer (&why);

  if (connection == NULL)
    return g_strdup (_("The account of this order was removed"));

  no_bank = tranche_why_no_bank (tranche_connection_get_state (connection));
  if (no_bank == NULL && !tranche_order_action_is_offered (action, connection))
    no_bank = _("This bank does not offer it");

  return g_strdup (no_bank);
}
