/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/history-row.h"

#include "ui/format.h"
#include "ui/history-facts.h"
#include "ui/history-words.h"
#include "ui/value-row.h"

struct _TrancheHistoryRow {
  AdwExpanderRow parent_instance;

  GPtrArray *facts; /* (element-type TrancheHistoryFact) */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (TrancheHistoryRow, tranche_history_row, ADW_TYPE_EXPANDER_ROW)

static void
expanded_cb (TrancheHistoryRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->filled = TRUE;
  for (guint i = 0; i < self->facts->len; i++) {
    const TrancheHistoryFact *fact = self->facts->pdata[i];
    GtkWidget *row = g_object_new (TRANCHE_TYPE_VALUE_ROW,
                                   "title", fact->label,
                                   "value", fact->value,
                                   "copyable", TRUE,
                                   NULL);

    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  }
}

static void
tranche_history_row_finalize (GObject *object)
{
  TrancheHistoryRow *self = TRANCHE_HISTORY_ROW (object);

  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (tranche_history_row_parent_class)->finalize (object);
}

static void
tranche_history_row_class_init (TrancheHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_history_row_finalize;
}

static void
tranche_history_row_init (TrancheHistoryRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
tranche_history_row_new (TrancheHistoryEntry *entry)
{
  TrancheHistoryRow *self = g_object_new (TRANCHE_TYPE_HISTORY_ROW, NULL);
  g_autofree char *title = tranche_history_title (entry);
  g_autofree char *origin = tranche_history_origin (entry);
  g_autofree char *time = tranche_format_date_time (tranche_history_entry_get_time (entry));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", time, origin);

  self->facts = tranche_history_facts (entry);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), self->facts->len > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);

  return GTK_WIDGET (self);
}
