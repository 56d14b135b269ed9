/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/history-row.h"

#include "ui/format.h"
#include "ui/history-words.h"

struct _TrancheHistoryRow {
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheHistoryRow, tranche_history_row, ADW_TYPE_ACTION_ROW)

static void
tranche_history_row_class_init (TrancheHistoryRowClass *klass)
{
}

static void
tranche_history_row_init (TrancheHistoryRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (self), TRUE);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (self), TRUE);
}

GtkWidget *
tranche_history_row_new (TrancheHistoryEntry *entry)
{
  TrancheHistoryRow *self = g_object_new (TRANCHE_TYPE_HISTORY_ROW, NULL);
  const char *detail = tranche_history_entry_get_detail (entry);
  g_autofree char *title = tranche_history_title (entry);
  g_autofree char *origin = tranche_history_origin (entry);
  g_autofree char *time = tranche_format_date_time (tranche_history_entry_get_time (entry));
  g_autoptr (GString) subtitle = g_string_new (NULL);

  g_string_append_printf (subtitle, "%s · %s", time, origin);
  if (detail != NULL && *detail != '\0') {
    g_autofree char *valid = g_utf8_make_valid (detail, -1);

    g_string_append_printf (subtitle, "\n%s", valid);
  }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle->str);

  return GTK_WIDGET (self);
}
