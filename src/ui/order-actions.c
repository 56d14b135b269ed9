/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-actions.h"

#include <glib/gi18n.h>

#include "ui/why-not.h"

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

  switch (action)
    {
    case TRANCHE_ORDER_ACTION_COMMIT:
      return tranche_why_not_commit (order, current, now);
    case TRANCHE_ORDER_ACTION_CANCEL:
      /* Without a bank it is not known what it can do, and the missing bank is
       * the reason that is told. */
      bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;
      if (bank != NULL)
        {
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
  if (why != NULL || action == TRANCHE_ORDER_ACTION_SHOW_LINK)
    return g_steal_pointer (&why);

  if (connection == NULL)
    return g_strdup (_("The account of this order was removed"));

  no_bank = tranche_why_no_bank (tranche_connection_get_state (connection));

  return g_strdup (no_bank);
}
