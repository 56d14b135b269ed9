/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/bulk-words.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"

static gboolean
is_commit (TrancheOperation operation)
{
  return operation == TRANCHE_OPERATION_COMMIT;
}

const char *
tranche_bulk_title (TrancheOperation operation)
{
  return is_commit (operation) ? _("Commit Orders") : _("Cancel Orders");
}

const char *
tranche_bulk_explanation (TrancheOperation operation)
{
  if (is_commit (operation))
    return _("The banks are told that the customers have the goods. "
             "They then pay the shop and the loans begin.");

  return _("The banks are told that these sales do not take place. "
           "Contracts that were signed become void. Do not hand over the goods.");
}

const char *
tranche_bulk_warning (TrancheOperation operation)
{
  if (is_commit (operation))
    return _("This cannot be undone: afterwards only returns of the goods are possible.");

  return _("This cannot be undone: for a sale after all, a new order has to be made "
           "and the customer has to apply again.");
}

const char *
tranche_bulk_excluded (TrancheOperation operation)
{
  return is_commit (operation) ? _("Cannot be committed now") : _("Cannot be canceled now");
}

char *
tranche_bulk_run_label (TrancheOperation operation,
                        guint            n_orders)
{
  if (is_commit (operation))
    return g_strdup_printf (ngettext ("Commit %u Order", "Commit %u Orders", n_orders), n_orders);

  return g_strdup_printf (ngettext ("Cancel %u Order", "Cancel %u Orders", n_orders), n_orders);
}

const char *
tranche_bulk_progress (TrancheOperation operation)
{
  if (is_commit (operation))
    return _("Committing… You can close this window: it goes on, "
             "and each order shows how it ended.");

  return _("Canceling… You can close this window: it goes on, "
           "and each order shows how it ended.");
}

char *
tranche_bulk_result (TrancheOperation operation,
                     guint            n_done,
                     guint            n_orders)
{
  if (is_commit (operation) && n_done == n_orders)
    return g_strdup_printf (ngettext ("%u order committed", "%u orders committed", n_done), n_done);
  if (is_commit (operation))
    return g_strdup_printf (ngettext ("%u of %u order committed", "%u of %u orders committed",
                                      n_orders), n_done, n_orders);
  if (n_done == n_orders)
    return g_strdup_printf (ngettext ("%u order canceled", "%u orders canceled", n_done), n_done);

  return g_strdup_printf (ngettext ("%u of %u order canceled", "%u of %u orders canceled",
                                    n_orders), n_done, n_orders);
}

static char *
failure_text (TrancheOperation  operation,
              const GError     *error)
{
  g_autoptr (TrancheErrorWords) words = NULL;

  if (error == NULL)
    return g_strdup (_("The bank says that it was not done"));

  words = tranche_error_words_new (error, operation);

  return g_strdup (words->title);
}

char *
tranche_bulk_state_text (TrancheOperation  operation,
                         TrancheBulkState  state,
                         const GError     *error)
{
  switch (state) {
  case TRANCHE_BULK_RUNNING:
    return g_strdup (is_commit (operation) ? _("Committing…") : _("Canceling…"));
  case TRANCHE_BULK_DONE:
    return g_strdup (is_commit (operation) ? _("Committed") : _("Canceled"));
  case TRANCHE_BULK_FAILED:
    return failure_text (operation, error);
  case TRANCHE_BULK_UNKNOWN:
    return g_strdup (_("The answer was lost. The bank is being asked, and nothing is sent again."));
  case TRANCHE_BULK_LEFT:
    return g_strdup (_("Not begun"));
  case TRANCHE_BULK_WAITING:
  default:
    return g_strdup ("");
  }
}
