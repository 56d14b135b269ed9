/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keeping-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"

static int
get_store_code (const GError *error)
{
  return error->domain == TRANCHE_STORE_ERROR ? error->code : TRANCHE_STORE_ERROR_FAILED;
}

char *
tranche_backup_failure_words (const GError *error)
{
  switch (get_store_code (error)) {
  case TRANCHE_STORE_ERROR_FULL:
    return g_strdup (_("The disk is full: the order book is not backed up."));
  case TRANCHE_STORE_ERROR_ACCESS:
    return g_strdup (_("The folder of the backups cannot be written: the order book is not backed up."));
  case TRANCHE_STORE_ERROR_LOCKED:
    return g_strdup (_("This file is an order book in use. Choose another name."));
  case TRANCHE_STORE_ERROR_DAMAGED:
    return g_strdup (_("The order book is damaged and cannot be backed up. Restore an earlier backup."));
  default:
    return g_strdup (_("The order book could not be backed up."));
  }
}

char *
tranche_book_file_words (const GError *error)
{
  switch (get_store_code (error)) {
  case TRANCHE_STORE_ERROR_NEWER:
    return g_strdup (_("A newer version of Tranche wrote this file. Update Tranche on this computer first."));
  case TRANCHE_STORE_ERROR_DAMAGED:
    return g_strdup (_("This file is not an order book of Tranche, or it is damaged."));
  case TRANCHE_STORE_ERROR_FULL:
    return g_strdup (_("The disk is full. Nothing was changed."));
  case TRANCHE_STORE_ERROR_LOCKED:
    return g_strdup (_("Another program has the order book open. Nothing was changed."));
  case TRANCHE_STORE_ERROR_ACCESS:
  default:
    return g_strdup (_("The file cannot be read. Nothing was changed."));
  }
}

char *
tranche_book_faults_words (TrancheBookFaults faults)
{
  if ((faults & (TRANCHE_BOOK_FAULT_PAGES | TRANCHE_BOOK_FAULT_REFERENCES)) != 0)
    return g_strdup (_("The order book is damaged. Restore the newest backup, and add the orders that were made after it by their numbers."));
  if ((faults & TRANCHE_BOOK_FAULT_JOURNAL) != 0)
    return g_strdup (_("Some orders wait for the end of an operation that is not recorded. Refresh them to learn how they stand at the bank."));
  if ((faults & TRANCHE_BOOK_FAULT_COUNTS) != 0)
    return g_strdup (_("The orders are whole, but the numbers beside the views are not theirs. Restore the newest backup when it suits you."));

  return g_strdup (_("The order book is sound"));
}

char *
tranche_book_summary_words (const TrancheBookSummary *summary)
{
  g_autofree char *time = NULL;

  if (summary->newest == NULL)
    return g_strdup (_("No orders"));

  time = tranche_format_date_time (summary->newest);
  /* Translators: %s is the time of the newest order, such as "3 December 2025, 14:05" */
  return g_strdup_printf (ngettext ("%u order, made on %s",
                                    "%u orders, the newest of %s",
                                    summary->n_orders), summary->n_orders, time);
}
