/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/busy-table.h"

typedef struct {
  gint64 order_id; /* also the key */
  TrancheOperation operation;
  gint64 open_entry;
  gboolean running;
} Entry;

struct _TrancheBusyTable {
  GObject parent_instance;

  GHashTable *entries;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheBusyTable, tranche_busy_table, G_TYPE_OBJECT)

static void
tranche_busy_table_finalize (GObject *object)
{
  TrancheBusyTable *self = TRANCHE_BUSY_TABLE (object);

  g_hash_table_unref (self->entries);

  G_OBJECT_CLASS (tranche_busy_table_parent_class)->finalize (object);
}

static void
tranche_busy_table_class_init (TrancheBusyTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_busy_table_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", TRANCHE_TYPE_BUSY_TABLE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tranche_busy_table_init (TrancheBusyTable *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

TrancheBusyTable *
tranche_busy_table_new (void)
{
  return g_object_new (TRANCHE_TYPE_BUSY_TABLE, NULL);
}

static void
add (TrancheBusyTable *self,
     gint64            order_id,
     TrancheOperation  operation,
     gint64            open_entry,
     gboolean          running)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry) { order_id, operation, open_entry, running };
  g_hash_table_insert (self->entries, &entry->order_id, entry);
  g_signal_emit (self, signals[CHANGED], 0, order_id);
}

gboolean
tranche_busy_table_claim (TrancheBusyTable *self,
                          gint64            order_id,
                          TrancheOperation  operation)
{
  if (g_hash_table_contains (self->entries, &order_id))
    return FALSE;

  add (self, order_id, operation, 0, TRUE);

  return TRUE;
}

gint64
tranche_busy_table_claim_settling (TrancheBusyTable *self,
                                   gint64            order_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);
  gint64 open_entry = 0;

  if (entry == NULL || entry->running)
    return 0;

  open_entry = entry->open_entry;
  entry->running = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, order_id);

  return open_entry;
}

void
tranche_busy_table_release (TrancheBusyTable *self,
                            gint64            order_id,
                            gint64            open_entry)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);

  g_return_if_fail (entry != NULL && entry->running);

  if (open_entry == 0) {
    g_hash_table_remove (self->entries, &order_id);
  } else {
    entry->running = FALSE;
    entry->open_entry = open_entry;
  }

  g_signal_emit (self, signals[CHANGED], 0, order_id);
}

gboolean
tranche_busy_table_add_unsettled (TrancheBusyTable *self,
                                  gint64            order_id,
                                  TrancheOperation  operation,
                                  gint64            open_entry)
{
  if (g_hash_table_contains (self->entries, &order_id))
    return FALSE;

  add (self, order_id, operation, open_entry, FALSE);

  return TRUE;
}

TrancheOperation
tranche_busy_table_get_operation (TrancheBusyTable *self,
                                  gint64            order_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);

  return entry != NULL ? entry->operation : TRANCHE_OPERATION_NONE;
}

gboolean
tranche_busy_table_is_running (TrancheBusyTable *self,
                               gint64            order_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);

  return entry != NULL && entry->running;
}

gboolean
tranche_busy_table_is_unsettled (TrancheBusyTable *self,
                                 gint64            order_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);

  return entry != NULL && !entry->running;
}

GArray *
tranche_busy_table_list_unsettled (TrancheBusyTable *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Entry *entry = value;

    if (!entry->running)
      g_array_append_val (ids, entry->order_id);
  }

  return ids;
}
