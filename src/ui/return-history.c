/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/return-history.h"

#include <adwaita.h>

#include "ui/format.h"
#include "ui/return-words.h"

static void
add (GtkListBox         *list,
     const TrancheMoney *amount,
     const char         *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sum = tranche_format_money (amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sum);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
}

/* The bank also knows what was returned elsewhere; what it refused or did not
 * answer only the book knows. */
void
tranche_return_history_show (GtkListBox         *list,
                             TrancheReturnFacts *facts)
{
  GPtrArray *at_bank = facts->at_bank;

  gtk_list_box_remove_all (list);
  for (guint i = 0; at_bank != NULL && i < at_bank->len; i++) {
    const TrancheGoodsReturn *goods = at_bank->pdata[i];
    g_autofree char *text = tranche_return_describe (goods);

    add (list, &goods->amount, text);
  }

  for (guint i = 0; i < facts->entries->len; i++) {
    const TrancheReturnEntry *entry = facts->entries->pdata[i];
    g_autofree char *text = tranche_return_describe_entry (entry);

    if (at_bank == NULL || entry->outcome != TRANCHE_OUTCOME_DONE)
      add (list, &entry->goods->amount, text);
  }
}
