/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/row-cache.h"

typedef struct {
  TrancheRowCache *cache; /* unowned */
  gint64 id;              /* also the key */
  TrancheOrderRow *row;   /* weak: the entry goes with it */
  GList link;             /* in the queue, which owns a reference, while kept */
  gboolean kept;
} Entry;

struct _TrancheRowCache {
  GObject parent_instance;

  guint n_kept;
  GHashTable *entries;
  GQueue recent; /* of Entry, the last used first */
};

G_DEFINE_FINAL_TYPE (TrancheRowCache, tranche_row_cache, G_TYPE_OBJECT)

static void
row_gone_cb (gpointer  data,
             GObject  *row)
{
  Entry *entry = data;

  g_hash_table_remove (entry->cache->entries, &entry->id);
}

static void
release (TrancheRowCache *self,
         Entry           *entry)
{
  g_queue_unlink (&self->recent, &entry->link);
  entry->kept = FALSE;
  /* May be the last reference, and then takes the entry along. */
  g_object_unref (entry->row);
}

static void
tranche_row_cache_dispose (GObject *object)
{
  TrancheRowCache *self = TRANCHE_ROW_CACHE (object);
  GHashTableIter iter;
  gpointer value = NULL;

  while (self->recent.head != NULL)
    release (self, self->recent.head->data);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Entry *entry = value;

    g_object_weak_unref (G_OBJECT (entry->row), row_gone_cb, entry);
    g_hash_table_iter_remove (&iter);
  }

  G_OBJECT_CLASS (tranche_row_cache_parent_class)->dispose (object);
}

static void
tranche_row_cache_finalize (GObject *object)
{
  TrancheRowCache *self = TRANCHE_ROW_CACHE (object);

  g_hash_table_unref (self->entries);

  G_OBJECT_CLASS (tranche_row_cache_parent_class)->finalize (object);
}

static void
tranche_row_cache_class_init (TrancheRowCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_row_cache_dispose;
  object_class->finalize = tranche_row_cache_finalize;
}

static void
tranche_row_cache_init (TrancheRowCache *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_queue_init (&self->recent);
}

TrancheRowCache *
tranche_row_cache_new (guint n_kept)
{
  TrancheRowCache *self = g_object_new (TRANCHE_TYPE_ROW_CACHE, NULL);

  self->n_kept = n_kept;

  return self;
}

static void
use (TrancheRowCache *self,
     Entry           *entry)
{
  if (entry->kept) {
    g_queue_unlink (&self->recent, &entry->link);
  } else {
    entry->kept = TRUE;
    g_object_ref (entry->row);
  }

  g_queue_push_head_link (&self->recent, &entry->link);
  if (self->recent.length > self->n_kept)
    release (self, self->recent.tail->data);
}

TrancheOrderRow *
tranche_row_cache_obtain (TrancheRowCache *self,
                          gint64           order_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);
  g_autoptr (TrancheOrderRow) row = NULL;

  if (entry != NULL) {
    row = g_object_ref (entry->row);
  } else {
    row = tranche_order_row_new (order_id);

    entry = g_new0 (Entry, 1);
    entry->cache = self;
    entry->id = order_id;
    entry->row = row;
    entry->link.data = entry;
    g_object_weak_ref (G_OBJECT (row), row_gone_cb, entry);
    g_hash_table_insert (self->entries, &entry->id, entry);
  }

  use (self, entry);

  return g_steal_pointer (&row);
}

TrancheOrderRow *
tranche_row_cache_peek (TrancheRowCache *self,
                        gint64           order_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order_id);

  return entry != NULL ? entry->row : NULL;
}
