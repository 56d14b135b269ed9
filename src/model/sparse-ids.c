/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sparse-ids.h"

/* Ids far from each other do not take the memory of those between. */
#define PAGE_BITS  4096
#define WORD_BITS  64
#define PAGE_WORDS (PAGE_BITS / WORD_BITS)

typedef struct {
  gint64 number;
  guint size;
  guint64 words[PAGE_WORDS];
} Page;

struct _TrancheSparseIds {
  GHashTable *pages;
  guint size;
};

TrancheSparseIds *
tranche_sparse_ids_new (void)
{
  TrancheSparseIds *self = g_new0 (TrancheSparseIds, 1);

  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  return self;
}

void
tranche_sparse_ids_free (TrancheSparseIds *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

static Page *
find_page (const TrancheSparseIds *self,
           gint64              id)
{
  gint64 number = id / PAGE_BITS;

  return g_hash_table_lookup (self->pages, &number);
}

static guint64 *
get_word (Page   *page,
          gint64  id)
{
  return &page->words[id % PAGE_BITS / WORD_BITS];
}

static guint64
get_bit (gint64 id)
{
  return G_GUINT64_CONSTANT (1) << (id % WORD_BITS);
}

gboolean
tranche_sparse_ids_add (TrancheSparseIds *self,
                        gint64            id)
{
  Page *page = find_page (self, id);

  g_return_val_if_fail (id >= 0, FALSE);

  if (page == NULL) {
    page = g_new0 (Page, 1);
    page->number = id / PAGE_BITS;
    g_hash_table_insert (self->pages, &page->number, page);
  }

  if ((*get_word (page, id) & get_bit (id)) != 0)
    return FALSE;

  *get_word (page, id) |= get_bit (id);
  page->size++;
  self->size++;

  return TRUE;
}

gboolean
tranche_sparse_ids_remove (TrancheSparseIds *self,
                           gint64            id)
{
  Page *page = find_page (self, id);

  if (page == NULL || (*get_word (page, id) & get_bit (id)) == 0)
    return FALSE;

  *get_word (page, id) &= ~get_bit (id);
  page->size--;
  self->size--;
  if (page->size == 0)
    g_hash_table_remove (self->pages, &page->number);

  return TRUE;
}

gboolean
tranche_sparse_ids_contains (const TrancheSparseIds *self,
                             gint64                  id)
{
  Page *page = find_page (self, id);

  return page != NULL && (*get_word (page, id) & get_bit (id)) != 0;
}

guint
tranche_sparse_ids_get_size (const TrancheSparseIds *self)
{
  return self->size;
}

void
tranche_sparse_ids_clear (TrancheSparseIds *self)
{
  g_hash_table_remove_all (self->pages);
  self->size = 0;
}

gint64
tranche_sparse_ids_get_any (const TrancheSparseIds *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Page *page = value;

    for (guint i = 0; i < PAGE_WORDS; i++) {
      if (page->words[i] != 0)
        return page->number * PAGE_BITS + i * WORD_BITS + __builtin_ctzll (page->words[i]);
    }
  }

  return 0;
}
